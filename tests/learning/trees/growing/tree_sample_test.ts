import {
  createPartition,
  readNode,
  takeTreeSample,
} from "../../../../src/learning/trees/growing/tree_sample.ts";
import { assertEquals } from "@std/assert";

Deno.test("takeTreeSample: takes the rows that count", () => {
  assertEquals([...takeTreeSample(new Float64Array([2, 0, 1])).rows], [0, 2]);
});

Deno.test("readNode: reads what a node's rows count next to one another, and adds it up", () => {
  const weights = new Float64Array([2, 0, 1]);
  const sample = takeTreeSample(weights);
  const node = readNode(sample, new Float64Array([5, 6, 7]), weights, 0, 2);
  assertEquals(node, { weight: 3, sum: 17, lowest: 5, isPure: false });
  assertEquals([...sample.products], [10, 7]);
});

Deno.test("createPartition: creates a function that splits a node", () => {
  const X = { rows: 4, columns: 1, bins: new Uint8Array([9, 255, 1, 4]) };
  const rows = new Int32Array([0, 1, 2, 3]);
  const partition = createPartition(X, rows);
  assertEquals(partition(0, 4, { feature: 0, bin: 4, missingLeft: true }), 3);
  assertEquals([...rows], [1, 2, 3, 0]);
});
