import { columnRoles } from "../../../../src/transactions/reading/rows/column_roles.ts";
import { totalRows } from "../../../../src/transactions/reading/rows/total_rows.ts";
import { assertEquals } from "@std/assert";
import { table } from "./tables.ts";

const HEADER = "Date,Invoice,Customer,Product,Amount";
const found = (...rows: string[]) => {
  const texts = table(HEADER, ...rows);
  return totalRows(texts, columnRoles(texts.header));
};

Deno.test("totalRows: totals, subtotals and sums of something named", () => {
  assertEquals(
    found("2023-01-05,1,A,Tea,10", ",,A Total,,10", "2023-01-06,2,B,Mug,5", "Total,,,,15"),
    [1, 3],
  );
  assertEquals(found("2023-01-05,1,A,Tea,10", ",,,Summe,10"), [1]);
});

Deno.test("totalRows: sales whose customer or product has a total in its name stay", () => {
  assertEquals(found("2023-01-05,1,Total Ltd,Tea,10", "2023-01-06,2,Total,Mug,10"), []);
  assertEquals(found("2023-01-05,1,A,Total Repair Shampoo,10", ",1,A,Total Tea,3"), []);
  assertEquals(found("2023-01-05,1,,Total,10", "2023-01-06,2,,Total,7"), []);
});

Deno.test("totalRows: the last row is one without a word where it has amounts only and adds up", () => {
  assertEquals(found("2023-01-05,1,A,Tea,10", "2023-01-06,2,B,Mug,5.5", ",,,,15.5"), [2]);
  assertEquals(found("2023-01-05,1,A,Tea,10", "2023-01-06,2,B,Mug,5.5", ",,,,15"), []);
});

Deno.test("totalRows: a total with a date and no customer must add up", () => {
  assertEquals(found("2023-01-05,1,A,Tea,10", "2023-01-31,TOTAL,,,10"), [1]);
  assertEquals(found("2023-01-05,1,A,Tea,10", "2023-01-31,TOTAL,,,9"), []);
});
