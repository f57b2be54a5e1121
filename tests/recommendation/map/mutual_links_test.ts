import { assertEquals } from "@std/assert";
import { mutualLinks } from "../../../src/recommendation/map/mutual_links.ts";

Deno.test("mutualLinks: of two directions the lower similarity, and only among the chosen", () => {
  // A conditional probability: most who buy B buy A, few who buy A buy B. C is B's nearest.
  const similar = {
    products: ["A", "B", "C"],
    offsets: Int32Array.of(0, 1, 3, 4),
    neighbours: Int32Array.of(1, 2, 0, 1),
    similarities: Float64Array.of(0.2, 0.95, 0.9, 0.5),
    customersInCommon: Int32Array.of(9, 5, 9, 5),
  };
  const link = { from: 0, to: 1, similarity: 0.2, customersInCommon: 9 };
  assertEquals(mutualLinks(similar, [1, 0], 1), [link]);
  assertEquals(mutualLinks(similar, [0, 1, 2], 1), [
    { from: 1, to: 2, similarity: 0.5, customersInCommon: 5 },
  ]);
});
