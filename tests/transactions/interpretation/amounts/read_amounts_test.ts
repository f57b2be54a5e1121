import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { InputError } from "../../../../src/frames/errors.ts";
import { transactionLines } from "../../../../src/transactions/mapping/transaction_lines.ts";
import {
  readAmounts,
  type ReadAmountsOptions,
} from "../../../../src/transactions/interpretation/amounts/read_amounts.ts";

function totals(amounts: readonly string[], options?: ReadAmountsOptions) {
  const { tables } = transactionLines(
    pl.DataFrame({
      Customer: amounts.map(() => "7"),
      Date: amounts.map(() => "2024-05-01"),
      Amount: [...amounts],
    }),
    "shop.csv",
  );
  const { amounts: [read], notes } = readAmounts(tables[0], [
    { name: "line_total", header: "Amount", texts: tables[0].details.line_total! },
  ], options);
  return {
    read: Array.from(read.codes, (code) => read.values[code].value),
    notes: notes.map(({ sentence }) => sentence),
  };
}

Deno.test("readAmounts: a dash is zero where amounts are written as accountants do", () => {
  assertEquals(totals(["$1,123.40", "($123.40)", "$-", "-", "–"]), {
    read: [1123.4, -123.4, 0, 0, 0],
    notes: ['A dash in "Amount" counts as 0 (3 lines).'],
  });
  assertEquals(totals(["5", "-"]).read, [5, NaN]);
});

Deno.test("readAmounts: three decimals after a point are asked about as after a comma", () => {
  for (const amounts of [["1.234", "5"], ["1,234", "5"], ["$1.234"]]) {
    const { message } = assertThrows(() => totals(amounts), InputError, "--decimal-mark");
    assertMatch(message, /in "Amount" on line 1/);
  }
  for (const proof of ["2.50", "0.125", "12.3", "1234.567", "1.5e3"]) {
    assertEquals(totals(["1.234", proof]).read[0], 1.234, proof);
  }
  assertEquals(totals(["1.234", "2,50"]).read, [1234, 2.5]);
  assertEquals(totals(["1.234"], { decimalMark: "comma" }).read, [1234]);
  assertEquals(totals(["1.234"], { decimalMark: "point" }).read, [1.234]);
});

Deno.test("readAmounts: more unreadable lines than one in a hundred are asked about by the file's name", () => {
  const { message } = assertThrows(() => totals(["5", "12 %", "One", "zwei", "x"]), InputError);
  assertMatch(
    message,
    /"Amount" \("12 %" on line 2, which is a percentage; "One" on line 3, which is a number in words; .*--skip-unreadable/,
  );
  assertEquals(message.includes("quantity"), false);
  assertEquals(totals(["5", "One"], { skipUnreadable: true }).read, [5, NaN]);
  assertEquals(totals(["5", "N/A", ""]).read, [5, NaN, NaN]);
});
