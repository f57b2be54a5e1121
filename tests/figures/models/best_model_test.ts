import { chosenModel, isChosen } from "../../../src/figures/models/best_model.ts";
import { assertEquals } from "@std/assert";

Deno.test("isChosen: whether a model is the one that earlier periods had picked, on our own engine", () => {
  const forest = { model: "random_forest", engine: "built-in", baseline: false };
  assertEquals(isChosen(forest, "random_forest"), true);
  assertEquals(isChosen({ ...forest, engine: "ml-random-forest" }, "random_forest"), false);
});

Deno.test("chosenModel: finds the model of a leaderboard that stands for all", () => {
  const models = [
    { model: "forest", baseline: false, mae: 590 },
    { model: "linear", baseline: false, mae: 610 },
    { model: "mean", baseline: true, mae: 600 },
  ];
  const { best, beatsBaseline } = chosenModel(models, "mae", "less", "linear");
  assertEquals([best?.model, beatsBaseline], ["linear", false]);
});
