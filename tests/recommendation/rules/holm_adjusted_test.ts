import fc from "fast-check";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { holmAdjusted } from "../../../src/recommendation/rules/holm_adjusted.ts";

Deno.test("holmAdjusted: four p-values by hand", () => {
  // Sorted: .005 × 4, .01 × 3, .03 × 2, and .04 × 1, which may not be less than the one before.
  const adjusted = holmAdjusted(Float64Array.of(0.01, 0.04, 0.03, 0.005));
  [0.03, 0.06, 0.06, 0.02].forEach((p, i) => assertAlmostEquals(adjusted[i], p, 1e-15));
});

Deno.test("holmAdjusted: hypotheses without a p-value count as the least significant", () => {
  const few = holmAdjusted(Float64Array.of(0.001, 0.004), 100);
  assertAlmostEquals(few[0], 0.1, 1e-15);
  assertAlmostEquals(few[1], 0.396, 1e-15);
  const all = new Float64Array(100).fill(1);
  all.set([0.001, 0.004]);
  assertEquals(holmAdjusted(all).slice(0, 2), few);
});

Deno.test("holmAdjusted: between p and Bonferroni, in the order of p, at most 1", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }),
      (values) => {
        const pValues = Float64Array.from(values);
        const adjusted = holmAdjusted(pValues);
        assertEquals(pValues, Float64Array.from(values));
        pValues.forEach((p, i) => {
          assert(adjusted[i] >= p && adjusted[i] <= Math.min(1, p * pValues.length));
          pValues.forEach((q, j) => assert(p > q || adjusted[i] <= adjusted[j]));
        });
      },
    ),
    { seed: 7 },
  );
});

Deno.test("holmAdjusted: nothing is nothing; fewer hypotheses than p-values are refused", () => {
  assertEquals(holmAdjusted(new Float64Array(0)).length, 0);
  assertThrows(
    () => holmAdjusted(Float64Array.of(0.1, 0.2), 1),
    RangeError,
    "2 p-values cannot belong to 1 hypotheses.",
  );
});
