import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { topCapture } from "../../src/metrics/regression.ts";

Deno.test("topCapture: the highest tenth of ten is one of them", () => {
  assertEquals(topCapture([50, 10, 10, 5, 5, 5, 5, 5, 5, 0], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]), 0.5);
});

Deno.test("topCapture: equal predictions at the edge count by their mean", () => {
  // One of two stands above the edge, the other is drawn from three that hold 10, 20 and 30.
  assertAlmostEquals(topCapture([40, 10, 20, 30], [2, 1, 1, 1], 0.5), (40 + 20) / 100, 1e-12);
});

Deno.test("topCapture: refuses a share that is none", () => {
  assertThrows(() => topCapture([1], [1], 0), RangeError, "got 0");
});
