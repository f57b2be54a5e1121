import { customersInWords } from "../../../src/recommendation/search/product_texts.ts";
import { assertEquals } from "@std/assert";

Deno.test("customersInWords: writes a number of customers", () => {
  assertEquals([1, 2].map(customersInWords), ["1 customer", "2 customers"]);
});
