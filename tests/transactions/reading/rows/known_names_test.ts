import { knownColumn, knownNames } from "../../../../src/transactions/reading/rows/known_names.ts";
import { assertEquals } from "@std/assert";

Deno.test("knownColumn: what a column holds by its name alone", () => {
  assertEquals([knownColumn("Order ID"), knownColumn("weather")], ["invoice_id", undefined]);
});

Deno.test("knownNames: how many different columns some cells name", () => {
  assertEquals(knownNames(["Date", "Order date", "Customer", "x", ""]), 2);
});
