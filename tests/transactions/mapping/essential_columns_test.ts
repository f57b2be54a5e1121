import { assertEquals } from "@std/assert";
import { missingEssentials } from "../../../src/transactions/mapping/essential_columns.ts";
import { findColumns } from "../../../src/transactions/mapping/find_columns.ts";

const missing = (...header: string[]) => missingEssentials(findColumns(header, "shop.csv"));

Deno.test("missingEssentials: a customer, a date and any one amount", () => {
  for (const amount of ["Price", "Line total", "Order total"]) {
    assertEquals(missing("Customer ID", "Date", amount), []);
  }
  assertEquals(missing("Date", "Quantity"), ["customer", "amount"]);
  assertEquals(missing("Colour"), ["customer", "date", "amount"]);
});
