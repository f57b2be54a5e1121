import { drawCatalogue } from "../../../src/transactions/synthesis/catalogue.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { assertEquals } from "@std/assert";

Deno.test("drawCatalogue: draws a catalogue of products in themes", () => {
  const { products } = drawCatalogue(createRandom(42), 400);
  assertEquals(new Set(products.map(({ description }) => description)).size, 400);
});
