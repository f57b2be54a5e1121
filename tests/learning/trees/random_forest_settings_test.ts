import {
  featuresPerSplit,
  forestSettings,
} from "../../../src/learning/trees/random_forest_settings.ts";
import { assertEquals } from "@std/assert";

Deno.test("forestSettings: fills in and checks the options of a random forest", () => {
  assertEquals(forestSettings("Fitting", 10, {}, "sqrt").maxFeatures, 3);
});

Deno.test("featuresPerSplit: how many features to try at each split", () => {
  assertEquals(featuresPerSplit("Fitting", 10, "third"), 3);
});
