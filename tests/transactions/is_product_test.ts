import pl from "nodejs-polars";
import { isProduct } from "../../src/transactions/is_product.ts";
import { assertEquals } from "@std/assert";

Deno.test("isProduct: says which lines sell a product that has a name", () => {
  const lines = pl.DataFrame({ product_id: ["A", "POST", ""], is_service: [false, true, false] });
  assertEquals(lines.filter(isProduct()).getColumn("product_id").toArray(), ["A"]);
});
