import { mapColumns } from "../../../src/transactions/mapping/map_columns.ts";
import { assertEquals } from "@std/assert";

Deno.test("mapColumns: finds the transaction columns in a header by name", () => {
  const header = ["Invoice", "StockCode", "Quantity", "InvoiceDate", "Price", "Customer ID", "Who"];
  const mapping = mapColumns(header, "shop.csv", { customer_id: "Who" });
  assertEquals([mapping.unit_price, mapping.customer_id], ["Price", "Who"]);
  assertEquals(mapping.country, undefined);
});
