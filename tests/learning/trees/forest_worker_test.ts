import { assertEquals } from "@std/assert";
import { createForestTree } from "../../../src/learning/trees/forest_tree.ts";
import { withBins } from "../../../src/learning/trees/growing/feature_bins.ts";
import { forestSettings } from "../../../src/learning/trees/random_forest_settings.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { askHelper } from "../../numeric/threads/ask_helper.ts";

Deno.test("forest_worker: grows the same tree on another thread", async () => {
  const random = createRandom(5);
  const values = Float64Array.from({ length: 300 }, () => random.normal());
  const y = Float64Array.from({ length: 100 }, (_, i) => values[3 * i] + random.normal());
  const settings = forestSettings("Fitting", 3, { trees: 8, seed: 3 }, "all");
  const data = { X: withBins({ rows: 100, columns: 3, values }), y, settings };
  const worker = import.meta.resolve("../../../src/learning/trees/forest_worker.ts");
  const { answers } = await askHelper(worker, data, [{ job: 4 }, { job: 0 }]);
  const grown = createForestTree(data);
  assertEquals(answers, [
    { number: 0, done: { result: grown(4) } },
    { number: 1, done: { result: grown(0) } },
  ]);
});
