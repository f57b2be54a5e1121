import { createSplitFinder } from "../../../../src/learning/trees/growing/split_finder.ts";
import { readNode, takeTreeSample } from "../../../../src/learning/trees/growing/tree_sample.ts";
import { createRandom } from "../../../../src/numeric/random/random.ts";
import { assertEquals } from "@std/assert";

Deno.test("createSplitFinder: creates a search for the best split of a node", () => {
  const X = { rows: 3, columns: 1, bins: new Uint8Array([0, 1, 5]) };
  const weights = new Float64Array([1, 1, 1]);
  const sample = takeTreeSample(weights);
  const options = { maxFeatures: 1, minimumLeafSize: 1, maximumDepth: 9 };
  const findSplit = createSplitFinder(X, sample, options, createRandom(42));
  const node = readNode(sample, new Float64Array([1, 1, 4]), weights, 0, 3);
  assertEquals(findSplit(0, 3, node), {
    feature: 0,
    bin: 2,
    missingLeft: true,
    decrease: 6,
  });
});
