import { type BinnedFeatures, MISSING_BIN } from "./feature_bins.ts";
import type { RegressionTree } from "../regression_tree.ts";

/** Numbers per node in {@linkcode packed} trees. */
const WIDTH = 4;

/**
 * Adds to every row the value of the leaf that it falls into.
 *
 * Rows go down the tree four at a time: each step waits for the one before it, and meanwhile there
 * are three other rows to move.
 */
export function addLeafValues(sums: Float64Array, tree: RegressionTree, X: BinnedFeatures): void {
  const { bins, rows } = X;
  const nodes = packed(tree, rows);
  const values = Float64Array.from(tree.value);
  // Beyond the last row, the last one is moved again, and not counted.
  const last = rows - 1;
  for (let row = 0; row < rows; row += 4) {
    const row1 = Math.min(row + 1, last);
    const row2 = Math.min(row + 2, last);
    const row3 = Math.min(row + 3, last);
    let node0 = 0, node1 = 0, node2 = 0, node3 = 0;
    for (let moved = 1; moved !== 0;) {
      const next0 = step(nodes, bins, node0, row);
      const next1 = step(nodes, bins, node1, row1);
      const next2 = step(nodes, bins, node2, row2);
      const next3 = step(nodes, bins, node3, row3);
      moved = (next0 ^ node0) | (next1 ^ node1) | (next2 ^ node2) | (next3 ^ node3);
      node0 = next0;
      node1 = next1;
      node2 = next2;
      node3 = next3;
    }
    sums[row] += values[node0 / WIDTH];
    if (row + 1 < rows) sums[row + 1] += values[node1 / WIDTH];
    if (row + 2 < rows) sums[row + 2] += values[node2 / WIDTH];
    if (row + 3 < rows) sums[row + 3] += values[node3 / WIDTH];
  }
}

/**
 * A tree as numbers next to one another, four per node: where the column of its feature begins, the
 * last bin that goes left, what is added to bins before they are compared, and where the left child
 * is; the right one follows. A leaf is its own left child, and nothing goes right.
 */
function packed({ feature, bin, left, missingLeft }: RegressionTree, rows: number): Int32Array {
  const nodes = new Int32Array(WIDTH * feature.length);
  for (let node = 0; node < feature.length; node++) {
    const isLeaf = feature[node] < 0;
    // Turned by one, the bin of missing values becomes the first instead of the last.
    const turn = isLeaf ? 0 : missingLeft[node];
    const place = WIDTH * node;
    nodes[place] = isLeaf ? 0 : feature[node] * rows;
    nodes[place + 1] = isLeaf ? MISSING_BIN : bin[node] + turn;
    nodes[place + 2] = turn;
    nodes[place + 3] = isLeaf ? place : WIDTH * left[node];
  }
  return nodes;
}

/** The child that a row goes to; a leaf is not left. Without a branch, which would often be guessed
 * wrongly: the sign of a difference says whether the bin is above the last one that goes left. */
function step(nodes: Int32Array, bins: Uint8Array, node: number, row: number): number {
  const bin = (bins[nodes[node] + row] + nodes[node + 2]) & MISSING_BIN;
  return nodes[node + 3] + (((nodes[node + 1] - bin) >>> 31) * WIDTH);
}
