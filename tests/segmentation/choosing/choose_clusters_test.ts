import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { chooseClusters } from "../../../src/segmentation/choosing/choose_clusters.ts";
import { depthBelowChord } from "../../../src/segmentation/choosing/elbow.ts";
import type { SelectionRow } from "../../../src/segmentation/choosing/selection_table.ts";

const ROW = {
  silhouette: 0.3,
  silhouette_error: 0,
  calinski_harabasz: 10,
  davies_bouldin: 1,
  gap: null,
  gap_error: null,
  stability: 0.9,
  smallest_share: 0.1,
  outlier_clusters: 0,
};
/** Bends at k = 4. */
const INERTIA = [100, 60, 30, 27, 25, 23];
const table = (changes: Readonly<Record<number, Partial<SelectionRow>>> = {}): SelectionRow[] =>
  INERTIA.map((inertia, i) => ({
    ...ROW,
    k: i + 2,
    inertia,
    calinski_harabasz: i === 3 ? 20 : 10,
    ...changes[i + 2],
  }));

Deno.test("depthBelowChord: by hand, the chord from (2, 100) to (7, 23)", () => {
  const [first, , elbow] = depthBelowChord(table());
  assertEquals(first, 0);
  // 1 − 2/5 − 7/77
  assertEquals(elbow.toFixed(12), (1 - 0.4 - 7 / 77).toFixed(12));
});

Deno.test("chooseClusters: the elbow, if it is stable and free of outliers", () => {
  const { k, because, verdicts } = chooseClusters(table());
  assertEquals([k, verdicts.elbow], [4, 4]);
  assertStringIncludes(because, "4 segments: the inertia curve bends there");
});

Deno.test("chooseClusters: an elbow that does not survive resampling gives way, and is named", () => {
  const { k, because } = chooseClusters(table({ 4: { stability: 0.5 } }));
  assertEquals(k, 5);
  assertStringIncludes(because, "bends at 4, which fails");
  assertStringIncludes(because, "Not stable under resampling: k = 4.");
});

Deno.test("chooseClusters: clusters of mere outliers are refused, however well they score", () => {
  const trap = { silhouette: 0.9, stability: 1, davies_bouldin: 0.2, outlier_clusters: 1 };
  const { k, because } = chooseClusters(table({ 2: trap, 4: trap }));
  assertEquals(k, 5);
  assertStringIncludes(because, "Isolating outliers: k = 2, 4.");
  assertStringIncludes(because, "The silhouette and Davies–Bouldin prefer k = 2");
  assertStringIncludes(because, "silhouette 0.90 against 0.30");
});

Deno.test("chooseClusters: where all isolate outliers, never one that leaves a single cluster", () => {
  const rows = table().map((row) => ({ ...row, outlier_clusters: 1 }));
  for (const measured of [rows, rows.map((row) => ({ ...row, stability: null }))]) {
    const best = measured.map((row) => row.k === 2 ? { ...row, silhouette: 1 } : row);
    const { k, because } = chooseClusters(best);
    assert(k > 2);
    assertStringIncludes(because, "Take logarithms or winsorise");
  }
});

Deno.test("chooseClusters: stability that was not measured is not claimed", () => {
  const { k, because, verdicts } = chooseClusters(
    table().map((row) => ({ ...row, stability: null })),
  );
  assertEquals([k, verdicts.stability], [4, null]);
  assertStringIncludes(because, "stability was not measured");
  assert(!because.includes("survive"));
});

Deno.test("chooseClusters: the gap statistic's rule, and what it means where it never stops", () => {
  const gaps = (values: readonly number[]) =>
    table(Object.fromEntries(values.map((gap, i) => [i + 2, { gap, gap_error: 0.05 }])));
  // gap(3) = .6 is the first that is at least the next one, .62, less its error.
  const stops = chooseClusters(gaps([0.3, 0.6, 0.62, 0.9, 1, 1.1]));
  assertEquals(stops.verdicts.gap, 3);
  assertStringIncludes(stops.because, "The gap statistic would stop at k = 3.");
  const grows = chooseClusters(gaps([0.1, 0.2, 0.3, 0.4, 0.5, 0.6]));
  assertEquals(grows.verdicts.gap, null);
  assertStringIncludes(grows.because, "still grows at k = 7");
  assert(!chooseClusters(table()).because.includes("gap"));
});

Deno.test("chooseClusters: the error of a sampled silhouette is stated", () => {
  const sampled = table().map((row) => ({ ...row, silhouette_error: 0.0042 }));
  assertStringIncludes(chooseClusters(sampled).because, "standard error of 0.0042");
});

Deno.test("chooseClusters: one row is chosen, none is a fault", () => {
  assertEquals(chooseClusters(table().slice(0, 1)).k, 2);
  assertThrows(() => chooseClusters([]), RangeError, "empty");
});
