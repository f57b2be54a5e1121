import pl from "nodejs-polars";
import { refundedByRow } from "../../../src/transactions/cleaning/refunded_by_row.ts";
import { typedLines } from "../../../src/transactions/interpretation/typed_lines.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { assertEquals } from "@std/assert";

Deno.test("refundedByRow: parts in proportion to the lines' worth, to the millionth", () => {
  const table = (refunded: string) =>
    transactionLines(
      pl.DataFrame({
        order_id: ["1", "1", "2"],
        date: Array(3).fill("2024-05-01"),
        customer: ["A", "A", "B"],
        quantity: ["1", "2", "1"],
        price: ["10", "10", "5"],
        refunded: [refunded, "", ""],
      }),
      "shop",
    );
  assertEquals([...refundedByRow(typedLines(table("10.00")))!], [3_333_333, 6_666_667, 0]);
  assertEquals(refundedByRow(typedLines(table("0"))), undefined);
});
