import { assertEquals } from "@std/assert";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { isolatesOutliers } from "../../../src/segmentation/choosing/isolates_outliers.ts";

/** Two clusters of normal points: the first around 0, the second of another size, place and spread. */
function twoClusters(first: number, second: { size: number; at: number; spread: number }) {
  const random = createRandom(1);
  const draw = (size: number, at: number, spread: number) =>
    Array.from(
      { length: size },
      () => [at + spread * random.normal(), at + spread * random.normal()],
    );
  const X = matrixFromRows([...draw(first, 0, 1), ...draw(second.size, second.at, second.spread)]);
  const labels = Int32Array.from({ length: X.rows }, (_, i) => (i < first ? 0 : 1));
  return isolatesOutliers(X, labels, [[0, 0], [second.at, second.at]]);
}

Deno.test("isolatesOutliers: few and scattered are outliers, however far away", () => {
  assertEquals(twoClusters(980, { size: 20, at: 30, spread: 8 }), [false, true]);
  assertEquals(twoClusters(980, { size: 20, at: 8, spread: 8 }), [false, true]);
});

Deno.test("isolatesOutliers: few but tight are a segment, of 5 % as of 1 %", () => {
  assertEquals(twoClusters(950, { size: 50, at: 10, spread: 0.5 }), [false, false]);
  assertEquals(twoClusters(1980, { size: 20, at: 30, spread: 1.5 }), [false, false]);
});

Deno.test("isolatesOutliers: many may be scattered, as the best customers always are", () => {
  assertEquals(twoClusters(900, { size: 100, at: 10, spread: 5 }), [false, false]);
});

Deno.test("isolatesOutliers: a handful is no segment, even of equal customers", () => {
  assertEquals(twoClusters(991, { size: 9, at: 30, spread: 0 }), [false, true]);
  // Of 30 customers, 8 are more than a few.
  assertEquals(twoClusters(22, { size: 8, at: 30, spread: 1 }), [false, false]);
});
