import { assertEquals } from "@std/assert";
import { buildInteractions } from "../../../src/recommendation/matrix/build_interactions.ts";
import { customersByProduct } from "../../../src/recommendation/matrix/customers_by_product.ts";
import { lines, SHOP } from "../purchases.ts";

Deno.test("customersByProduct: ten lines, by hand", () => {
  const { offsets, customers, entries } = customersByProduct(
    buildInteractions(lines(SHOP), { excludeServices: false }),
  );
  // CUP: ada, bob. JAM: bob, cyd. PEN: cyd. POST: ada. TEA: ada, bob.
  assertEquals([...offsets], [0, 2, 4, 5, 6, 8]);
  assertEquals([...customers], [0, 1, 1, 2, 2, 0, 0, 1]);
  assertEquals([...entries], [0, 3, 4, 6, 7, 1, 2, 5]);
});
