import { assert, assertEquals } from "@std/assert";
import {
  addFeature,
  addFourFeatures,
  BINS,
  clearBins,
  emptyHistograms,
  listFilledBins,
} from "../../../../src/learning/trees/growing/bin_histograms.ts";
import { readNode, takeTreeSample } from "../../../../src/learning/trees/growing/tree_sample.ts";
import { createRandom } from "../../../../src/numeric/random/random.ts";

const ROWS = 500, COLUMNS = 6;
const random = createRandom(8);
const X = {
  rows: ROWS,
  columns: COLUMNS,
  bins: Uint8Array.from({ length: ROWS * COLUMNS }, () => Math.floor(BINS * random.next() ** 3)),
};
const weights = Float64Array.from({ length: ROWS }, () => random.next());
const targets = Float64Array.from({ length: ROWS }, () => random.normal());
const sample = takeTreeSample(weights);
readNode(sample, targets, weights, 0, ROWS);

Deno.test("addFourFeatures: to the bit what each feature alone adds up to, and the plain sums", () => {
  const features = Int32Array.of(9, 5, 0, 3, 2);
  const [start, end] = [40, 390];
  const four = emptyHistograms();
  addFourFeatures(four, X, features, 1, sample, start, end);
  features.subarray(1).forEach((feature, nth) => {
    const one = emptyHistograms();
    addFeature(one, X, feature, sample, start, end);
    const part = <T extends Float64Array | Int32Array>(of: T) =>
      of.subarray(nth * BINS, (nth + 1) * BINS);
    assertEquals(part(four.weights), one.weights.subarray(0, BINS));
    assertEquals(part(four.sums), one.sums.subarray(0, BINS));
    assertEquals(part(four.counts), one.counts.subarray(0, BINS));

    const rows = Array.from({ length: end - start }, (_, i) => start + i);
    for (const bin of [0, 1, 7, 200]) {
      const inBin = rows.filter((row) => X.bins[feature * ROWS + row] === bin);
      assertEquals(one.counts[bin], inBin.length);
      assertEquals(one.sums[bin], inBin.reduce((sum, i) => sum + weights[i] * targets[i], 0));
    }
  });
});

Deno.test("listFilledBins: the bins that have rows, ascending; clearBins leaves none", () => {
  const histograms = emptyHistograms();
  addFourFeatures(histograms, X, Int32Array.of(0, 1, 2, 3), 0, sample, 0, 60);
  const filled = new Int32Array(BINS);
  for (let nth = 0; nth < 4; nth++) {
    const size = listFilledBins(histograms, nth, filled);
    const bins = new Set(X.bins.subarray(nth * ROWS, nth * ROWS + 60));
    const expected = [...bins].sort((a, b) => a - b).map((bin) => nth * BINS + bin);
    assertEquals([...filled.subarray(0, size)], expected);
    clearBins(histograms, nth, filled, size);
  }
  assert(Object.values(histograms).every((values) => values.every((value: number) => value === 0)));
});

Deno.test("emptyHistograms: creates histograms without rows", () => {
  assertEquals(emptyHistograms().counts.length, 1024);
});

Deno.test("addFeature: adds up weight, weight · target and rows per bin of one feature, in the order of the rows", () => {
  const X = { rows: 3, columns: 1, bins: new Uint8Array([7, 7, 9]) };
  const weights = new Float64Array([1, 2, 1]);
  const sample = takeTreeSample(weights);
  readNode(sample, new Float64Array([10, 20, 30]), weights, 0, 3);
  const histograms = emptyHistograms();
  addFeature(histograms, X, 0, sample, 0, 3);
  assertEquals([histograms.sums[7], histograms.weights[7], histograms.counts[9]], [50, 3, 1]);
});

Deno.test("clearBins: empties the bins of one feature", () => {
  const histograms = emptyHistograms();
  histograms.isFilled[0] = histograms.counts[0] = 1;
  const filled = new Int32Array(256);
  clearBins(histograms, 0, filled, listFilledBins(histograms, 0, filled));
  assertEquals(histograms, emptyHistograms());
});
