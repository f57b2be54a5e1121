import pl from "nodejs-polars";
import { detailNumbers } from "../../../../src/transactions/interpretation/amounts/detail_numbers.ts";
import { transactionLines } from "../../../../src/transactions/mapping/transaction_lines.ts";
import { assertEquals } from "@std/assert";

Deno.test("detailNumbers: details are read with the decimal mark of the other amounts", () => {
  const { tables: [table] } = transactionLines(
    pl.DataFrame({
      date: ["2024-05-01", "2024-05-02"],
      customer: ["A", "B"],
      quantity: ["1", "2"],
      price: ["2,50", "3,00"],
      refunded: ["1.200", ""],
    }),
    "shop",
  );
  const { refunded_amount, order_total } = detailNumbers(
    table,
    ["refunded_amount", "order_total"],
    {},
  );
  // By line: in which order Polars numbers distinct texts depends on all that it holds.
  const { codes, millionths } = refunded_amount!;
  assertEquals(Array.from(codes, (code) => millionths[code]), [1_200_000_000, NaN]);
  assertEquals(order_total, undefined);
});
