import { bestModel } from "../../src/figures/models/best_model.ts";
import { assertEquals } from "@std/assert";
import { leaderboard } from "../../src/report/parts/leaderboard.ts";

const MODELS = [
  { model: "random_forest", engine: "built-in", baseline: false, roc_auc: 0.74 },
  {
    model: "random_forest",
    engine: "ml-random-forest",
    baseline: false,
    roc_auc: 0.75,
    sampled: true as const,
  },
  { model: "prevalence", engine: "rule", baseline: true, roc_auc: 0.5 },
];

Deno.test("bestModel: an engine that could take a sample of the rows only is not called the best", () => {
  assertEquals(bestModel(MODELS, "roc_auc", "more").best?.engine, "built-in");
  const all = MODELS.map((model) => ({ ...model, sampled: undefined }));
  assertEquals(bestModel(all, "roc_auc", "more").best?.engine, "ml-random-forest");
});

Deno.test("leaderboard: the tag stands at the best model that saw all rows", () => {
  const task = {
    kind: "classification",
    customers: 9,
    positive_rate: 0.5,
    models: MODELS,
  } as const;
  const { markup } = leaderboard("Churn", task);
  const [, ...rows] = markup.split("<tr");
  const best = rows.filter((row) => row.includes("tag best"));
  assertEquals(best.length, 1);
  assertEquals([best[0].includes("0.740"), best[0].includes("ml-random-forest")], [true, false]);
});
