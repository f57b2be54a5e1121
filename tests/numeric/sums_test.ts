import { assertAlmostEquals, assertEquals } from "@std/assert";
import { mean, standardDeviation, sum, variance } from "../../src/numeric/sums.ts";

Deno.test("sum, mean: of arrays of every kind, from the first to the last", () => {
  assertEquals([sum([]), sum([1, 2, 3]), sum(Int32Array.of(4, 5))], [0, 6, 9]);
  assertEquals(sum([1e16, 1, -1e16]), 0); // the 1 is lost before the last is taken off
  assertEquals([mean(Float64Array.of(1, 2, 6)), mean([])], [3, NaN]);
});

Deno.test("variance, standardDeviation: equal numpy's var and std with ddof 0 and 1", () => {
  const values = [2, 4, 4, 4, 5, 5, 7, 9];
  assertEquals([variance(values), standardDeviation(values)], [4, 2]);
  assertAlmostEquals(variance(values, 1), 4.571428571428571, 1e-15);
  assertAlmostEquals(standardDeviation(values, 1), 2.138089935299395, 1e-15);
  assertEquals([variance([3]), variance([3], 1)], [0, NaN]);
});

Deno.test("standardDeviation: the standard deviation: the square root of the variance", () => {
  assertEquals(standardDeviation([1, 3, 5], 1), 2);
});
