import { tableKeys } from "../../../../src/transactions/reading/joins/table_keys.ts";
import { assertEquals } from "@std/assert";
import { sourceTable } from "../rows/tables.ts";

Deno.test("tableKeys: columns of one name or one kind of id, unique in the second table", () => {
  const lines = sourceTable("lines.csv", "id,Order ID,quantity", "1,a,1", "2,a,2", "3,x,1");
  const orders = sourceTable("shop_orders.csv", "id,Invoice,quantity", "1,a,1", "2,b,2");
  const keys = tableKeys(lines, orders);
  assertEquals(keys.map(({ from, to, partner }) => [from, to, [...partner]]), [
    ["Order ID", "Invoice", [0, 0, -1]],
  ]);
  assertEquals(tableKeys(orders, lines), []);
});

Deno.test("tableKeys: the id of a table is named by the table", () => {
  const orders = sourceTable("orders.csv", "order_id,customer_id", "1,7");
  const customers = sourceTable("customers.csv", "id,email", "7,a@b.c");
  assertEquals(tableKeys(orders, customers).map(({ from, to }) => [from, to]), [[
    "customer_id",
    "id",
  ]]);
});
