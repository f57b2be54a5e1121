import { partnerKind } from "../../../../src/transactions/reading/joins/joined_table.ts";
import { assertEquals } from "@std/assert";

Deno.test("partnerKind: what each row of a table is that others name by a key", () => {
  const kind = (from: string) =>
    partnerKind({ from, to: "id", partner: Int32Array.of(0), covered: 1 });
  assertEquals(["order_id", "customer_id", "sku"].map(kind), ["order", "customer", "product"]);
});
