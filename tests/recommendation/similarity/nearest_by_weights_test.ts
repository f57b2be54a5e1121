import { nearestByWeights } from "../../../src/recommendation/similarity/nearest_by_weights.ts";
import { assertAlmostEquals } from "@std/assert";

Deno.test("nearestByWeights: finds the nearest products of each product by the cosine of their columns", () => {
  const { similarities } = nearestByWeights({
    customers: ["Ada", "Bob"],
    products: ["CUP", "TEA"],
    offsets: Int32Array.of(0, 2, 3),
    productIndices: Int32Array.of(0, 1, 0),
    values: Float64Array.of(3, 2, 4),
  }, { neighbours: 1, minimumSupport: 1, shrinkage: 0 });
  assertAlmostEquals(similarities[0], (3 * 2) / (5 * 2));
});
