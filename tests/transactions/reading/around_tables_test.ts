import { InputError } from "../../../src/frames/errors.ts";
import { openShop } from "../../../src/pipeline/open_shop.ts";
import {
  type ReadOptions,
  readTransactions,
} from "../../../src/transactions/reading/read_transactions.ts";
import { assertEquals, assertMatch, assertThrows } from "@std/assert";

/** Written by openpyxl and pandas, see tests/fixtures/around_tables.py. */
const path = (file: string) => new URL(`../../fixtures/around/${file}`, import.meta.url).pathname;
const opened = (file: string, options?: ReadOptions) => {
  const { audit, notes } = openShop([path(file)], options);
  return { audit, said: notes.map(({ sentence }) => sentence).join("\n") };
};

Deno.test("openpyxl's report: titles, a blank column, subtotals, a second header and a total", () => {
  const { audit, said } = opened("report.xlsx");
  assertEquals([audit.rows_kept, audit.revenue_read, audit.customers], [3, 60.5, 2]);
  assertEquals(audit.rejected.map(({ reason, rows, revenue }) => [reason, rows, revenue]), [
    ["repeated_header", 1, 0],
    ["total_row", 2, 0],
  ]);
  assertMatch(said, /row 4 as the header/);
});

Deno.test("the exports with something around their tables have the money of their lines", () => {
  const files = [
    "sep_line.csv",
    "report_titles.csv",
    "report_titles.xlsx",
    "totals_row.csv",
    "items_in_cell.csv",
  ];
  assertEquals(
    files.map((file) => {
      const { audit } = opened(`../exports/${file}`);
      return [audit.revenue_read, audit.customers, audit.invoices, audit.products, audit.rows_kept];
    }),
    [[28.99, 2, 2, 0, 2], ...Array(3).fill([35, 2, 3, 2, 3]), [89.3, 2, 3, 3, 6]],
  );
});

Deno.test("openpyxl's hidden sheet is taken only where it is named", () => {
  const { audit, said } = opened("hidden_sheet.xlsx");
  assertEquals(audit.revenue_kept, 121);
  assertMatch(said, /took the sheets “2023”, “2024”; passed over “Old”, “Notes” \(“Old” hidden/);
  assertEquals(opened("hidden_sheet.xlsx", { sheets: ["Old"] }).audit.revenue_kept, 60.5);
  assertEquals(opened("hidden_sheet.xlsx", { sheets: ["2023", "Old"] }).audit.invoices, 6);
  assertThrows(
    () => opened("hidden_sheet.xlsx", { sheets: ["Odd"] }),
    InputError,
    'no sheet "Odd"',
  );
});

Deno.test("openpyxl's summary sheet is asked about", () => {
  assertThrows(() => opened("summary_sheet.xlsx"), InputError, '--sheet "Sales"');
  assertEquals(opened("summary_sheet.xlsx", { sheets: ["Sales"] }).audit.revenue_kept, 60.5);
});

for (const file of ["float_ids.parquet", "records.json", "lines.jsonl"]) {
  Deno.test(`pandas' ${file}: NaN is no customer, ids are whole, large numbers exact`, () => {
    const { lines: { tables: [{ columns }] } } = readTransactions([path(file)]);
    assertEquals(columns.invoice_id.values.filter((text) => text !== ""), [
      "9007199254740993",
      "9007199254740995",
      "9007199254740997",
    ]);
    const { transactions, audit } = openShop([path(file)]);
    assertEquals(transactions.getColumn("customer_id").toArray(), ["17850", "13047"]);
    assertEquals(audit.rejected.map(({ reason, rows }) => [reason, rows]), [[
      "missing_customer",
      1,
    ]]);
  });
}

Deno.test("pandas' columns.json is refused by what it is", () => {
  assertThrows(() => opened("columns.json"), InputError, "in place of a list of objects");
});

Deno.test("two files that belong together are one shop, from a folder too", () => {
  const folder = Deno.makeTempDirSync();
  const write = (name: string, text: string) => Deno.writeTextFileSync(`${folder}/${name}`, text);
  write("orders.csv", "order_id,order_date,customer_id\n1,2023-01-05,7\n2,2023-01-09,8\n");
  write("lines.csv", "order_id,sku,quantity,price\n1,T,2,5.00\n1,M,1,10.00\n2,M,1,12.50\n");
  const { audit, notes, inputs } = openShop([folder]);
  assertEquals([audit.revenue_kept, audit.customers, audit.invoices, audit.products], [
    32.5,
    2,
    2,
    2,
  ]);
  assertEquals(inputs.map(({ name, rows }) => [name, rows]), [["lines.csv", 3], ["orders.csv", 0]]);
  assertMatch(
    notes.map(({ sentence }) => sentence).join(),
    /Joined lines\.csv with orders\.csv on order_id/,
  );
});
