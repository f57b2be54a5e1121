import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { binaryInteractions } from "../../src/recommendation/build_interactions.ts";
import { discoveryRanker } from "../../src/recommendation/discovery_ranker.ts";
import { encodePurchases } from "../../src/recommendation/encode_purchases.ts";
import { purchaseHistories } from "../../src/recommendation/purchase_histories.ts";
import { similarProducts } from "../../src/recommendation/similar_products.ts";
import { lines, SHOP } from "./purchases.ts";

const histories = purchaseHistories(encodePurchases(lines(SHOP)), { excludeServices: true });
const similar = similarProducts(binaryInteractions(histories), { minimumSupport: 1 });

Deno.test("discoveryRanker: adds up similarities and names the one that adds most", () => {
  const rank = discoveryRanker(histories, similar);
  // Products CUP 0, JAM 1, PEN 2, TEA 3. Bob has cup, jam and tea; pens go with jam only.
  assertEquals(rank(1, 10), [
    { product: 2, score: 1 / Math.sqrt(2), source: 1, customersInCommon: 1 },
  ]);
  // Ada's jam: .5 from cup and .5 from tea, of which the first is named.
  const [jam] = rank(0, 10);
  assertAlmostEquals(jam.score, 1);
  assertEquals([jam.product, jam.source], [1, 0]);
});

Deno.test("discoveryRanker: calls do not depend on one another", () => {
  const rank = discoveryRanker(histories, similar);
  const first = [0, 1, 2].map((customer) => rank(customer, 3, { includeOwned: true }));
  const again = [2, 1, 0].map((customer) => rank(customer, 3, { includeOwned: true })).reverse();
  assertEquals(again, first);
});

Deno.test("discoveryRanker: owned products come only when asked for", () => {
  const rank = discoveryRanker(histories, similar);
  assertEquals(rank(1, 9, { includeOwned: true }).map(({ product }) => product).sort(), [
    0,
    1,
    2,
    3,
  ]);
});

Deno.test("discoveryRanker: refuses neighbours of other products", () => {
  const other = { ...similar, products: ["CUP"] };
  assertThrows(() => discoveryRanker(histories, other), TypeError, "4 products, the neighbours 1");
});
