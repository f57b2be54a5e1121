import pl from "nodejs-polars";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";
import { typedLines } from "../../../src/transactions/interpretation/typed_lines.ts";
import { assertEquals } from "@std/assert";

Deno.test("typedLines: gives transaction lines their types", () => {
  const { quantity, unit_price, worth } = typedLines(
    transactionLines(
      pl.DataFrame({
        invoice_id: ["1", "2"],
        product_id: ["A", "B"],
        quantity: ["2", "many"],
        invoice_date: ["2024-05-01", "2024-05-02"],
        unit_price: ["1.5", "1e400"],
        customer_id: ["7", "8"],
      }),
      "example",
    ),
    { skipUnreadable: true },
  );
  assertEquals(Array.from(quantity.codes, (code) => quantity.values[code]), [2, NaN]);
  assertEquals(Array.from(unit_price.codes, (code) => unit_price.values[code]), [1.5, NaN]);
  assertEquals(Array.from(worth.codes, (code) => worth.values[code]), [3_000_000, NaN]);
});

Deno.test("typedLines: an order's refund goes to its lines in proportion to their worth, to the millionth", () => {
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
  assertEquals([...typedLines(table("10.00")).refunded!], [3_333_333, 6_666_667, 0]);
  assertEquals(typedLines(table("0")).refunded, undefined);
});
