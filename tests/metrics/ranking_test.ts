import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { hitRateAt, ndcgAt, precisionAt, recallAt } from "../../src/metrics/ranking.ts";
import { metricsFixture } from "./fixture.ts";

// Ann wanted a, b and c and was shown a at place 1 and c at place 3; Bob's d came too late.
const truth = [new Set(["a", "b", "c"]), new Set(["d"]), new Set<string>()];
const predictions = [["a", "x", "c", "b"], ["y", "z", "w", "d"], ["a", "b", "c"]];

Deno.test("ranking metrics: two customers by hand, one without anything to find left out", () => {
  assertAlmostEquals(recallAt(truth, predictions, 3), (2 / 3 + 0) / 2, 1e-15);
  assertAlmostEquals(precisionAt(truth, predictions, 3), (2 / 3 + 0) / 2, 1e-15);
  assertEquals(hitRateAt(truth, predictions, 3), 0.5);
  // Gain 1 + 1/2 of the best possible 1 + 1/log₂3 + 1/2.
  const ann = 1.5 / (1.5 + 1 / Math.log2(3));
  assertAlmostEquals(ndcgAt(truth, predictions, 3), ann / 2, 1e-15);
});

Deno.test("ranking metrics: short lists, repeated items, and k beyond the list", () => {
  const one = [new Set([1, 2])];
  assertEquals(recallAt(one, [[1, 1, 1]], 3), 0.5);
  assertEquals(precisionAt(one, [[1]], 4), 0.25);
  assertEquals(ndcgAt(one, [[1, 2]], 10), 1);
  assertEquals([recallAt(one, [[]], 3), ndcgAt(one, [[]], 3), hitRateAt(one, [[]], 3)], [0, 0, 0]);
});

Deno.test("ndcgAt: parity with scikit-learn", () => {
  const { relevant, scores, ndcg } = metricsFixture().ranking;
  const truth = relevant.map((row: number[]) =>
    new Set(row.flatMap((isRelevant, item) => isRelevant ? [item] : []))
  );
  const predictions = scores.map((row: number[]) =>
    row.map((_, item) => item).sort((a, b) => row[b] - row[a])
  );
  for (const [k, expected] of Object.entries(ndcg as Record<string, number>)) {
    assertAlmostEquals(ndcgAt(truth, predictions, Number(k)), expected, 1e-9);
  }
});

for (const [name, metric] of Object.entries({ recallAt, precisionAt, hitRateAt, ndcgAt })) {
  Deno.test(`${name}: refuses impossible k, other lengths, and nothing to find`, () => {
    assertThrows(() => metric(truth, predictions, 0), RangeError, "got 0");
    assertThrows(() => metric(truth, predictions.slice(1), 3), TypeError, "3 and 2");
    assertThrows(() => metric([new Set()], [["a"]], 3), RangeError, "no customer");
  });
}
