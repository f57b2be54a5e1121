import { growForestTrees } from "../../../src/learning/trees/grow_forest_trees.ts";
import { forestSettings } from "../../../src/learning/trees/random_forest_settings.ts";
import { assertEquals } from "@std/assert";

Deno.test("growForestTrees: grows the trees of a forest, on several threads where that pays", () => {
  const X = { rows: 4, columns: 1, bins: new Uint8Array([0, 1, 2, 3]) };
  const settings = forestSettings("Fitting", 1, { trees: 3, bootstrap: false }, "all");
  const grown = growForestTrees({ X, y: new Float64Array([5, 5, 8, 8]), settings }, 2);
  assertEquals(grown.map(({ tree }) => tree.value), [[0, 5, 8], [0, 5, 8], [0, 5, 8]]);
});
