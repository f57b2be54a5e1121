import { isServiceProduct } from "../../src/transactions/service_products.ts";
import { assertEquals } from "@std/assert";

Deno.test("isServiceProduct: says whether a product id names a service", () => {
  assertEquals(["85123A", "POST", "gift_0001_20"].map(isServiceProduct), [false, true, true]);
});
