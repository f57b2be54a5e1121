import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { carryDown } from "../../../src/transactions/interpretation/carry_down.ts";
import { transactionLines } from "../../../src/transactions/mapping/transaction_lines.ts";

/** Lines of `order,date,customer,country,product,price`. */
function carried(rows: readonly string[]) {
  const names = ["order_id", "date", "customer_id", "country", "sku", "price"];
  const cells = rows.map((row) => row.split(","));
  const [table] = transactionLines(
    pl.DataFrame({
      ...Object.fromEntries(names.map((name, i) => [name, cells.map((row) => row[i])])),
      quantity: rows.map(() => "1"),
    }),
    "shop",
  ).tables;
  const { table: { columns }, notes } = carryDown(table);
  const fields = [columns.invoice_id, columns.invoice_date, columns.customer_id, columns.country];
  return {
    rows: rows.map((_, row) => fields.map(({ codes, values }) => values[codes[row]]).join(",")),
    notes: notes.map(({ sentence, rows }) => ({ sentence, rows })),
  };
}

Deno.test("carryDown: lines that say nothing of the order continue the one above", () => {
  const { rows, notes } = carried([
    "1,2024-05-01,A,DE,MUG,1",
    ",,,,TEA,1",
    "2,2024-05-02,,FR,MUG,1", // a guest stays one
    ",,,,POT,1",
    ",,,,,9", // a line without a product is none of the order
  ]);
  assertEquals(rows, [
    "1,2024-05-01,A,DE",
    "1,2024-05-01,A,DE",
    "2,2024-05-02,,FR",
    "2,2024-05-02,,FR",
    ",,,",
  ]);
  assertEquals(notes, [{
    sentence:
      "shop: 2 lines name neither an order nor a date nor a customer, so they continue the " +
      "order above and take these from its first line.",
    rows: 2,
  }]);
});

Deno.test("carryDown: what stands on the first line of each order holds for the order", () => {
  const { rows, notes } = carried([
    "1,2024-05-01,A,DE,MUG,1",
    "1,2024-05-01,,,TEA,1",
    "2,2024-05-02,,FR,MUG,1",
    "2,2024-05-02,,,POT,1",
    "3,2024-05-02,B,,POT,1",
  ]);
  assertEquals(rows.map((row) => row.split(",").slice(2).join(",")), [
    "A,DE",
    "A,DE",
    ",FR",
    ",FR",
    "B,",
  ]);
  assertEquals(notes[0], {
    sentence:
      'shop: "customer_id", "country" stand on one line of an order only, so 2 lines take ' +
      "them from there.",
    rows: 2,
  });
});

Deno.test("carryDown: empty customers that are guests stay empty", () => {
  const file = [
    "1,2024-05-01,A,DE,MUG,1",
    "1,2024-05-01,A,DE,TEA,1",
    "2,2024-05-02,,DE,MUG,1",
    "2,2024-05-02,,DE,POT,1",
    "3,2024-05-03,B,DE,MUG,1",
    "3,2024-05-03,,DE,POT,1", // one order of two is no pattern
  ];
  const { rows, notes } = carried(file);
  assertEquals(rows.map((row) => row.split(",")[2]), ["A", "A", "", "", "B", ""]);
  assertEquals(notes, []);
});
