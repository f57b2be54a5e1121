import {
  fitPackagedForest,
  predictPackagedForest,
} from "../../../src/learning/npm/ml_random_forest.ts";
import { forestSettings } from "../../../src/learning/trees/random_forest_settings.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("fitPackagedForest: grows a forest by the npm package `ml-random-forest`, made safe", () => {
  const X = matrixFromRows([[1], [2], [3], [4], [11], [12], [13], [14]]);
  const settings = forestSettings("Fitting", 1, { trees: 5, bootstrap: false }, "all");
  const forest = fitPackagedForest("classifier", X, [0, 0, 0, 0, 1, 1, 1, 1], settings);
  assertEquals([...predictPackagedForest("classifier", forest, X)], [0, 0, 0, 0, 1, 1, 1, 1]);
});

Deno.test("predictPackagedForest: predicts by a forest of the npm package", () => {
  const X = matrixFromRows([[1], [9]]);
  const settings = forestSettings("Fitting", 1, { trees: 2, bootstrap: false }, "all");
  const forest = fitPackagedForest("classifier", X, [0, 1], settings);
  assertEquals([...predictPackagedForest("classifier", forest, X)], [0, 1]);
});
