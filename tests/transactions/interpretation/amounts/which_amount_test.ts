import { assertEquals } from "@std/assert";
import { encodeTexts, ownNumbers } from "../../../../src/frames/coded.ts";
import { Explanations } from "../../../../src/transactions/interpretation/amounts/explanations.ts";
import { whichAmount } from "../../../../src/transactions/interpretation/amounts/which_amount.ts";
import { columnsTaken } from "../../../../src/transactions/interpretation/amounts/columns_taken.ts";
import { orderKeys } from "../../../../src/transactions/interpretation/orders/order_keys.ts";
import { transactionLines } from "../../../../src/transactions/mapping/transaction_lines.ts";
import { tableOf } from "../../../../src/transactions/reading/text_table.ts";

const HEADER = ["order_id", "date", "customer_id", "sku", "quantity", "price", "total", "Discount"];
const ROWS = [
  ["1", "2024-05-01", "A", "X", "2", "10", "17", "3"],
  ["1", "2024-05-01", "A", "Y", "1", "5", "5", "0"],
];

Deno.test("whichAmount, columnsTaken: totals that have the discount are what was paid", () => {
  const table = tableOf(HEADER, HEADER.map((_, i) => encodeTexts(ROWS.map((row) => row[i]))));
  const { tables: [lines] } = transactionLines(table, "shop.csv");
  const column = (name: string) => ({
    header: name,
    by: "by its name",
    numbers: ownNumbers(Float64Array.from(ROWS, (row) => Number(row[HEADER.indexOf(name)]))),
  });
  const plan = whichAmount({
    source: "shop.csv",
    order: lines.columns.invoice_id,
    product: lines.columns.product_id,
    rivals: [],
    explanations: new Explanations(lines, orderKeys(lines.columns.invoice_id), () => [], {}),
    quantity: column("quantity"),
    unit_price: column("price"),
    line_total: column("total"),
  });
  assertEquals([plan.pays, plan.notes, plan.discounts], ["line_total", [], {
    headers: ["Discount"],
    areIn: true,
    because: "quantity × price less the discount is the total in 2 of 2 lines",
  }]);
  const taken = columnsTaken(lines, plan).map(({ column, header }) => `${column}=${header}`);
  assertEquals(taken.includes("line_total=total"), true);
});
