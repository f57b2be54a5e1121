import { itemScorer } from "../../../src/recommendation/ranking/item_scorer.ts";
import { assertEquals } from "@std/assert";

Deno.test("itemScorer: a scorer of what each owned product adds to the others", () => {
  const histories = {
    products: ["CUP", "TEA"],
    offsets: Int32Array.of(0, 1),
    productIndices: Int32Array.of(0),
  };
  const { scores, source } = itemScorer(
    histories,
    (owned, scores) => scores[1] += owned.length,
    () => 1,
  );
  assertEquals([...scores(0), source(0, 1)], [0, 1, 0]);
});
