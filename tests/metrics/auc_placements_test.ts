import { assertAlmostEquals } from "@std/assert";
import { aucPlacements, rocAuc } from "../../src/metrics/classification.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

Deno.test("aucPlacements: their means are rocAuc, ties included", () => {
  const random = createRandom(5);
  const truth = Array.from({ length: 300 }, () => Number(random.next() < 0.3));
  const scores = truth.map((label) => Math.round(3 * label + 5 * random.next()));
  const { positives, negatives } = aucPlacements(truth, scores);
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
  assertAlmostEquals(mean(positives), rocAuc(truth, scores), 1e-12);
  assertAlmostEquals(mean(negatives), rocAuc(truth, scores), 1e-12);
});
