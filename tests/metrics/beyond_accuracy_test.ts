import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  averagePrecisionAt,
  catalogueCoverage,
  listDiversity,
  novelty,
} from "../../src/metrics/ranking.ts";
import { bootstrapMeans } from "../../src/metrics/intervals.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

Deno.test("averagePrecisionAt: two customers by hand, one without anything to find left out", () => {
  const truth = [new Set(["a", "b", "c"]), new Set(["d"]), new Set<string>()];
  const lists = [["a", "x", "c", "b"], ["y", "d"], ["a"]];
  // Ann: (1/1 + 2/3) / 3; Bob: 1/2.
  assertAlmostEquals(averagePrecisionAt(truth, lists, 3), ((1 + 2 / 3) / 3 + 1 / 2) / 2, 1e-15);
  // Only one of Ann's three can be right in a list of one.
  assertAlmostEquals(averagePrecisionAt(truth, lists, 1), 1 / 2, 1e-15);
  assertThrows(() => averagePrecisionAt(truth, lists, 0), RangeError, "got 0");
  assertThrows(() => averagePrecisionAt(truth, [], 1), TypeError, "3 and 0");
});

Deno.test("catalogueCoverage: distinct items of the first k, nobody asked covers nothing", () => {
  assertEquals(catalogueCoverage([["a", "a"], ["b"]], 8, 2), 0.25);
  assertEquals(catalogueCoverage([], 8, 2), 0);
  assertThrows(() => catalogueCoverage([["a", "b"]], 1, 2), RangeError, "2 items");
  assertThrows(() => catalogueCoverage([["a"]], 1, 0), RangeError, "k must be");
});

Deno.test("novelty: bits by hand, and shares out of range", () => {
  const shares = new Map([["a", 1], ["b", 0.25]]);
  const share = (item: string) => shares.get(item) ?? 0;
  assertEquals(novelty([["a", "b"], ["b"]], share, 2), 4 / 3);
  assertEquals(novelty([[]], share, 2), 0);
  assertThrows(() => novelty([["z"]], share, 2), RangeError, "for z");
  assertThrows(() => novelty([["a"]], share, -1), RangeError, "k must be");
});

Deno.test("listDiversity: means of pairs by hand, short lists left out", () => {
  const similarity = (a: number, b: number) => 1 / (1 + Math.abs(a - b));
  assertAlmostEquals(
    listDiversity([[1, 2, 4], [1, 1], [9], []], similarity, 3),
    ((1 / 2 + 3 / 4 + 2 / 3) / 3 + 0) / 2,
    1e-15,
  );
  assertEquals(listDiversity([[1, 9]], similarity, 1), 0);
  assertThrows(() => listDiversity([[1]], similarity, 0.5), RangeError, "k must be");
});

Deno.test("bootstrapMeans: about the normal interval, the same samples for every mean and seed", () => {
  const random = createRandom(11);
  const values = Float64Array.from({ length: 400 }, () => random.normal());
  const doubled = values.map((value) => 2 * value);
  const { one, two } = bootstrapMeans({ one: values, two: doubled }, { resamples: 2_000 });
  assertAlmostEquals(two.low, 2 * one.low, 1e-12);
  const mean = values.reduce((sum, value) => sum + value, 0) / 400;
  const error = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 400 / 400,
  );
  assertAlmostEquals(one.low, mean - 1.96 * error, 0.1 * error);
  assertAlmostEquals(one.high, mean + 1.96 * error, 0.15 * error);
  assertEquals(bootstrapMeans({ values }), bootstrapMeans({ values }));
  const wide = bootstrapMeans({ values }, { level: 0.99 }).values;
  const narrow = bootstrapMeans({ values }, { level: 0.5 }).values;
  assert(wide.low < narrow.low && narrow.high < wide.high);
});

Deno.test("bootstrapMeans: refuses bad input in one sentence", () => {
  assertThrows(() => bootstrapMeans({ a: [1], b: [] }), TypeError, "1 values of a, 0 of b");
  assertThrows(() => bootstrapMeans({ a: [] }), RangeError, "no values");
  assertThrows(() => bootstrapMeans({ a: [1] }, { resamples: 0 }), RangeError, "samples");
  assertThrows(() => bootstrapMeans({ a: [1] }, { level: 1 }), RangeError, "level");
});
