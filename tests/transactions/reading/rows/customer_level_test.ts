import { customerLevel } from "../../../../src/transactions/reading/rows/customer_level.ts";
import { assertEquals, assertMatch } from "@std/assert";
import { sourceTable } from "./tables.ts";

Deno.test("customerLevel: one row per customer with sums, and no date of an order", () => {
  const rows = ["7,100,3", "8,50,1"];
  const said = customerLevel(sourceTable("rfm.csv", "customer_id,monetary,frequency", ...rows));
  assertMatch(said!, /rfm\.csv has one row per customer .*"monetary", "frequency".*a date/);
});

Deno.test("customerLevel: tables of orders, repeated customers and plain lists are none", () => {
  const of = (...lines: string[]) => customerLevel(sourceTable("a.csv", ...lines));
  assertEquals(of("customer_id,date,total_spent", "7,2023-01-05,10", "8,2023-01-06,5"), undefined);
  assertEquals(of("customer_id,frequency", "7,1", "7,2"), undefined);
  assertEquals(of("customer_id,city", "7,Bonn", "8,Ulm"), undefined);
  assertEquals(of("customer_id,first_name,wann", "7,Ann,1.5.2024", "8,Bo,2.5.2024"), undefined);
});
