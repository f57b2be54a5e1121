import { createForestTree } from "../../../src/learning/trees/forest_tree.ts";
import { forestSettings } from "../../../src/learning/trees/random_forest_settings.ts";
import { assertEquals } from "@std/assert";

Deno.test("createForestTree: creates a function that grows one tree of a forest", () => {
  const X = { rows: 4, columns: 1, bins: new Uint8Array([0, 1, 2, 3]) };
  const settings = forestSettings("Fitting", 1, { bootstrap: false }, "all");
  const grow = createForestTree({ X, y: new Float64Array([5, 5, 8, 8]), settings });
  assertEquals(grow(7).tree.value, [0, 5, 8]);
});
