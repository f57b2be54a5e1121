import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { type Gap, gapStatistic } from "../../../src/learning/clusters/gap_statistic.ts";
import { fitKMeans } from "../../../src/learning/clusters/k_means.ts";
import { createUniformReference } from "../../../src/learning/clusters/uniform_reference.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { fixture, separableData, unchanged } from "../toy_data.ts";
import { slowTest } from "../../slow.ts";

const { gap } = fixture("clustering_sklearn.json");

Deno.test("gapStatistic: on given reference sets, parity with numpy and scikit-learn's KMeans", () => {
  const X = matrixFromRows(gap.X);
  const models = gap.rows.map(({ clusters }: { clusters: number }) =>
    fitKMeans(X, { clusters, starts: 50, tolerance: 0 })
  );
  const references = gap.references.map((rows: number[][]) => matrixFromRows(rows));
  const gaps = gapStatistic(X, models, { references, starts: 300, tolerance: 0 });
  gap.rows.forEach((row: { gap: number; standard_error: number }, i: number) => {
    assertAlmostEquals(gaps[i].gap, row.gap, 1e-9);
    assertAlmostEquals(gaps[i].standardError, row.standard_error, 1e-9);
  });
  assertEquals(clustersByGap(gaps), gap.smallest);
});

/** The smallest number whose gap is no more than a standard error below the next one's. */
function clustersByGap(gaps: readonly Gap[]): number | undefined {
  return gaps.find(({ gap }, i) =>
    i + 1 < gaps.length && gap >= gaps[i + 1].gap - gaps[i + 1].standardError
  )?.clusters;
}

/** The number of clusters that the gap speaks for, 1 to 5. */
function chosen(rows: number[][]): number | undefined {
  const X = matrixFromRows(rows);
  const models = [1, 2, 3, 4, 5].map((clusters) => fitKMeans(X, { clusters }));
  return clustersByGap(gapStatistic(X, models, { starts: 10 }));
}

Deno.test("gapStatistic: finds the number of known groups", () => {
  const random = createRandom(8);
  const centres = [[0, 0], [9, 0], [0, 9]];
  const rows = Array.from(
    { length: 240 },
    (_, i) => centres[i % 3].map((c) => c + random.normal()),
  );
  assertEquals(chosen(rows), 3);
});

slowTest("gapStatistic: one cluster in at least 8 of 10 sets of rows without any", () => {
  const numbers = Array.from({ length: 10 }, (_, seed) => {
    const random = createRandom(seed);
    return chosen(Array.from({ length: 240 }, () => [random.next(), random.next()]));
  });
  assert(numbers.filter((clusters) => clusters === 1).length >= 8, `${numbers}`);
});

Deno.test("gapStatistic: the same seed twice, another seed within its standard errors, X unchanged", () => {
  const { X } = separableData();
  const models = [2, 3, 4].map((clusters) => fitKMeans(X, { clusters }));
  const options = { references: 40, seed: 3, starts: 3 };
  assert(unchanged(X, () => {
    const gaps = gapStatistic(X, models, options);
    assertEquals(gapStatistic(X, models, options), gaps);
    gapStatistic(X, models, { ...options, seed: 4 }).forEach(({ gap, standardError }, i) => {
      assert(gap !== gaps[i].gap);
      assertAlmostEquals(gap, gaps[i].gap, 2 * standardError);
    });
  }));
});

Deno.test("gapStatistic: constant columns give finite gaps; equal rows and no references, a sentence", () => {
  const X = matrixFromRows(Array.from({ length: 30 }, (_, i) => [5, i * i % 17]));
  const models = [1, 2, 3].map((clusters) => fitKMeans(X, { clusters }));
  for (const { gap, standardError } of gapStatistic(X, models)) {
    assert(Number.isFinite(gap) && Number.isFinite(standardError));
  }
  const same = matrixFromRows([[1, 1], [1, 1], [1, 1]]);
  const one = [fitKMeans(same, { clusters: 1 })];
  assertThrows(() => gapStatistic(same, one), RangeError, "no spread within");
  assertThrows(() => gapStatistic(X, models, { references: 0 }), RangeError, "0 reference sets");
  assertThrows(() => gapStatistic(matrixFromRows([[1]]), []), RangeError, "at least 2 rows");
});

Deno.test("createUniformReference: fills the box of the principal components evenly", () => {
  // A tilted strip, 20 long and 2 wide: in the box of the features, half of the rows lay beside it.
  const random = createRandom(6);
  const X = matrixFromRows(Array.from({ length: 2000 }, () => {
    const [along, across] = [20 * random.next() - 10, 2 * random.next() - 1];
    return [(along - across) * Math.SQRT1_2, (along + across) * Math.SQRT1_2];
  }));
  const { values } = createUniformReference(X)(createRandom(1));
  const quarters = new Int32Array(4);
  for (let i = 0; i < values.length; i += 2) {
    const along = (values[i] + values[i + 1]) * Math.SQRT1_2;
    const across = (values[i + 1] - values[i]) * Math.SQRT1_2;
    assert(Math.abs(along) < 10.2 && Math.abs(across) < 1.2);
    quarters[2 * Number(along > 0) + Number(across > 0)]++;
  }
  // Binomial, n = 2000, p = 1/4: standard deviation 19.4.
  for (const count of quarters) assertAlmostEquals(count, 500, 80);
});
