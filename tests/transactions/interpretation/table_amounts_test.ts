import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import type { Coded } from "../../../src/frames/coded.ts";
import { tableAmounts } from "../../../src/transactions/interpretation/table_amounts.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";

type Options = Parameters<typeof tableAmounts>[1];

function amounts(columns: Record<string, string[]>, options: Options = {}) {
  const rows = Object.values(columns)[0].length;
  const table = pl.DataFrame({
    date: Array(rows).fill("2024-05-01"),
    customer: Array(rows).fill("7"),
    ...columns,
  });
  const { tables: [lines] } = transactionLines(table, "shop");
  const { quantity, unit_price, worth } = tableAmounts(lines, options);
  const decoded = ({ codes, values }: Coded<Float64Array>) =>
    Array.from(codes, (code) => values[code]);
  return [quantity, unit_price, worth].map(decoded);
}

Deno.test("tableAmounts: what a line is worth is exact in millionths, by hand", () => {
  assertEquals(amounts({ quantity: ["3", "100000", "x"], price: ["0.1", ".0000025", "2"] }), [
    [3, 100_000, NaN],
    [0.1, 0.0000025, 2],
    [300_000, 250_000, NaN],
  ]);
});

Deno.test("tableAmounts: a total leads to the price; without a quantity it is one piece, or one back", () => {
  assertEquals(amounts({ quantity: ["4", "", ""], total: ["10", "7.5", "-3"] }), [
    [4, 1, -1],
    [2.5, 7.5, 3],
    [10_000_000, 7_500_000, -3_000_000],
  ]);
});

Deno.test("tableAmounts: all columns of a table are written in one way", () => {
  assertEquals(amounts({ quantity: ["2"], total: ["1.234,50"] }), [
    [2],
    [617.25],
    [1_234_500_000],
  ]);
  const said = { decimalMark: "comma" } as const;
  assertEquals(amounts({ quantity: ["2", "1"], price: ["1,5", "2.000"] }, said), [
    [2, 1],
    [1.5, 2000],
    [3_000_000, 2_000_000_000],
  ]);
});
