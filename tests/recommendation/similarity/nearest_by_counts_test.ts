import { nearestByCounts } from "../../../src/recommendation/similarity/nearest_by_counts.ts";
import { assertEquals } from "@std/assert";

Deno.test("nearestByCounts: finds the nearest products of each product in a binary matrix", () => {
  const { similarities } = nearestByCounts({
    customers: ["Ada", "Bob"],
    products: ["CUP", "TEA"],
    offsets: Int32Array.of(0, 2, 3),
    productIndices: Int32Array.of(0, 1, 0),
    values: Float64Array.of(1, 1, 1),
  }, { neighbours: 1, minimumSupport: 1, similarity: "jaccard" });
  assertEquals([...similarities], [0.5, 0.5]);
});
