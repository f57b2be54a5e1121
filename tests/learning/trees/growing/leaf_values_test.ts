import { assertEquals } from "@std/assert";
import {
  binFeatures,
  featureEdges,
  MISSING_BIN,
} from "../../../../src/learning/trees/growing/feature_bins.ts";
import { addLeafValues } from "../../../../src/learning/trees/growing/leaf_values.ts";
import { growTree, type RegressionTree } from "../../../../src/learning/trees/regression_tree.ts";
import { createRandom } from "../../../../src/numeric/random/random.ts";

const ROWS = 203, COLUMNS = 3; // not a multiple of four

/** Rows of three features, a tenth of the values missing, and a tree grown on them. */
function grown() {
  const random = createRandom(4);
  const values = Float64Array.from(
    { length: ROWS * COLUMNS },
    () => random.next() < 0.1 ? NaN : Math.round(20 * random.next()),
  );
  const X = { rows: ROWS, columns: COLUMNS, values };
  const binned = binFeatures(X, featureEdges(X));
  const y = Float64Array.from(
    { length: ROWS },
    (_, i) => random.next() + (values[3 * i] > 9 ? 1 : 0),
  );
  const options = { maxFeatures: 2, minimumLeafSize: 3, maximumDepth: Infinity };
  const { tree } = growTree(binned, y, new Float64Array(ROWS).fill(1), options, random);
  return { binned, tree };
}

/** One row at a time, as the doc of a tree says. */
function leafValue(tree: RegressionTree, bins: Uint8Array, rows: number, row: number): number {
  let node = 0;
  while (tree.feature[node] >= 0) {
    const bin = bins[tree.feature[node] * rows + row];
    const goesLeft = bin === MISSING_BIN ? tree.missingLeft[node] === 1 : bin <= tree.bin[node];
    node = tree.left[node] + (goesLeft ? 0 : 1);
  }
  return tree.value[node];
}

Deno.test("addLeafValues: four rows at a time come to the leaves that each comes to alone", () => {
  const { binned, tree } = grown();
  assertEquals(new Set(tree.missingLeft).size, 2, "missing values go both ways");
  for (const rows of [0, 1, 2, 3, 4, 5, ROWS]) {
    const bins = new Uint8Array(rows * COLUMNS);
    for (let column = 0; column < COLUMNS; column++) {
      bins.set(binned.bins.subarray(column * ROWS, column * ROWS + rows), column * rows);
    }
    const sums = new Float64Array(rows).fill(100);
    addLeafValues(sums, tree, { rows, columns: COLUMNS, bins });
    const alone = Array.from({ length: rows }, (_, row) => 100 + leafValue(tree, bins, rows, row));
    assertEquals([...sums], alone);
  }
});

Deno.test("addLeafValues: a tree without a split is one leaf", () => {
  const leaf = { feature: [-1], bin: [0], left: [0], missingLeft: [0], value: [7] };
  const sums = new Float64Array(3);
  addLeafValues(sums, leaf, { rows: 3, columns: 1, bins: Uint8Array.of(0, 9, MISSING_BIN) });
  assertEquals([...sums], [7, 7, 7]);
});
