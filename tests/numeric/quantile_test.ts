import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { median, quantile, quantileSorted } from "../../src/numeric/quantile.ts";

Deno.test("quantile: linear interpolation by hand", () => {
  // Sorted 1 2 4 8: position p·3, so p = .5 lies halfway between 2 and 4, p = .9 at .7 of 4 … 8.
  const values = Object.freeze([8, 1, 4, 2]);
  assertEquals(quantile(values, 0), 1);
  assertEquals(quantile(values, 0.5), 3);
  assertAlmostEquals(quantile(values, 0.9), 6.8, 1e-12);
  assertEquals(quantile(values, 1), 8);
  assertEquals(values, [8, 1, 4, 2]);
});

Deno.test("quantile: never decreases in p, and one value is every quantile", () => {
  const values = [0.1, 0.1, 0.3, 0.7, 0.70000001, 1e9];
  let last = -Infinity;
  for (let p = 0; p <= 1; p += 1 / 512) {
    const q = quantile(values, p);
    assertEquals(q >= last, true);
    last = q;
  }
  assertEquals(quantile([5], 0.37), 5);
});

Deno.test("quantile: typed arrays, infinities and refusals", () => {
  assertEquals(median(new Float64Array([10, 9, 100])), 10);
  assertEquals(quantileSorted([1, Infinity, Infinity], 0.75), Infinity);
  assertThrows(() => quantile([], 0.5), RangeError, "no values");
  assertThrows(() => quantile([1], 1.01), RangeError, "1.01");
  assertThrows(() => quantile([1, NaN], 0.5), RangeError, "NaN");
});

Deno.test("quantileSorted: the quantile of values that are sorted already", () => {
  assertEquals(quantileSorted([10, 20, 30], 1), 30);
});
