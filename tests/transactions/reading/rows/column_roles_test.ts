import { columnRoles } from "../../../../src/transactions/reading/rows/column_roles.ts";
import { assertEquals } from "@std/assert";

Deno.test("columnRoles: what the columns hold by name, the user's choice first", () => {
  const { customer_id, quantity } = columnRoles(["Who", "Email", "x"], { customer_id: "Who" });
  assertEquals([customer_id, quantity], [["Who", "Email"], []]);
});
