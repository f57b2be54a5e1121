import { assert, assertEquals, assertThrows } from "@std/assert";
import { silhouetteScores } from "../../../src/metrics/silhouette.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { selectionTable } from "../../../src/segmentation/choosing/selection_table.ts";
import { slowTest } from "../../slow.ts";

function blobs(rows: number) {
  const random = createRandom(8);
  return matrixFromRows(
    Array.from({ length: rows }, (_, i) => [i % 3 * 8 + random.normal(), random.normal()]),
  );
}

Deno.test("selectionTable: every measure finds three blobs, and is left out where asked", () => {
  const X = blobs(240);
  const rows = selectionTable(X, { to: 5, resamples: 10, references: 5 }).map(({ row }) => row);
  const best = (value: (row: typeof rows[number]) => number) =>
    rows.reduce((a, b) => (value(b) > value(a) ? b : a)).k;
  assertEquals(best((row) => row.silhouette), 3);
  assertEquals(best((row) => row.calinski_harabasz), 3);
  assertEquals(best((row) => -row.davies_bouldin), 3);
  assertEquals(best((row) => row.gap!), 3);
  assertEquals(best((row) => row.stability!), 3);
  assert(rows.every((row) => row.silhouette_error === 0 && row.outlier_clusters === 0));
  const [bare] = selectionTable(X, { to: 2, resamples: 0, references: 0 });
  assertEquals([bare.stability, bare.row.stability, bare.row.gap, bare.row.gap_error], [
    null,
    null,
    null,
    null,
  ]);
});

slowTest(
  "selectionTable: above 10,000 rows silhouettes miss the exact one by their stated error",
  () => {
    const X = blobs(12_000);
    const options = { from: 3, to: 3, resamples: 0, references: 0, starts: 1 };
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    const tables = seeds.map((seed) => selectionTable(X, { ...options, seed })[0]);
    // The blobs are so clear that every seed finds the same clusters.
    assertEquals(new Set(tables.map(({ row }) => row.inertia.toFixed(3))).size, 1);
    const [exact] = silhouetteScores(X, [tables[0].labels], { maximumRows: X.rows });
    const misses = tables.map(({ row }) => (row.silhouette - exact) / row.silhouette_error!);
    // In units of the stated error, the root mean square is about 1 (χ² of 12: .5 to 1.6 in 99 %).
    const rms = Math.sqrt(misses.reduce((sum, z) => sum + z ** 2, 0) / misses.length);
    assert(rms > 0.5 && rms < 1.6, `${rms}: ${misses}`);
  },
);

Deno.test("selectionTable: a range without a number of clusters is refused", () => {
  assertThrows(() => selectionTable(blobs(9), { from: 1 }), RangeError, "1 to 8 is not a range");
  assertThrows(() => selectionTable(blobs(2)), RangeError, "is not a range");
});
