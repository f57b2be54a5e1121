import { assert, assertAlmostEquals, assertThrows } from "@std/assert";
import { spearman } from "../../src/metrics/regression.ts";

Deno.test("spearman: ties, equals scipy 1.15's spearmanr", () => {
  const correlation = spearman([3, 1, 2, 2, 5, 0, 0, 7], [1, 1, 4, 2, 9, 0, 3, 3]);
  assertAlmostEquals(correlation, 0.48170731707317077, 1e-12);
});

Deno.test("spearman: the reverse order is −1; a single value has no order", () => {
  assertAlmostEquals(spearman([1, 2, 3], [9, 5, 1]), -1, 1e-12);
  assert(Number.isNaN(spearman([1, 2], [4, 4])));
  assertThrows(() => spearman([], []), RangeError, "no rows");
});
