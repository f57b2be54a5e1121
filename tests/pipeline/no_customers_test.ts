import { assertEquals } from "@std/assert";
import { CUSTOMER_FEATURES } from "../../src/customers/features/customer_features.ts";
import { noCustomers } from "../../src/pipeline/no_customers.ts";

Deno.test("noCustomers: no row, and the columns of the table of customers", () => {
  const { height, columns } = noCustomers();
  assertEquals(height, 0);
  assertEquals(columns.slice(0, 2), ["customer_id", CUSTOMER_FEATURES[0]]);
  assertEquals(columns.slice(-2), ["monetary_score", "rfm_segment"]);
});
