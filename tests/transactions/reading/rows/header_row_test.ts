import { headerRow } from "../../../../src/transactions/reading/rows/header_row.ts";
import { assertEquals } from "@std/assert";

Deno.test("headerRow: the first of the rows that name most known columns", () => {
  const rows = [
    ["Acme"],
    ["Date:", "1/1/2023"],
    ["Date", "Customer", "Sales"],
    ["2023-01-05", "7", "10"],
    ["Date", "Customer", "Sales"],
  ];
  assertEquals(headerRow(rows), { row: 2, names: 3 });
});

Deno.test("headerRow: without known names the first row of texts, as wide as the table, above data", () => {
  const rows = [
    ["Sklep", "", ""],
    ["Raport", "miesięczny", ""],
    ["Klientka", "Dzień", "Kwota"],
    ["Ola", "2023-01-05", "10"],
    ["Ela", "2023-01-06", "12"],
  ];
  assertEquals(headerRow(rows).row, 2);
  assertEquals(headerRow(rows.slice(2)).row, 0);
  assertEquals(headerRow(rows.slice(3)).row, 0);
});
