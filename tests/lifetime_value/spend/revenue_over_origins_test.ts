import { assertAlmostEquals, assertEquals } from "@std/assert";
import { revenueOverOrigins } from "../../../src/lifetime_value/spend/revenue_over_origins.ts";
import type { SpendScores } from "../../../src/lifetime_value/spend/spend_scores.ts";

function scores(model: string, mae: number, capture: number | null = null): SpendScores {
  const none = { r2: 0, mse: 0, rmse: 0, r2_log: 0, rmse_log: 0, total: 0, rank_correlation: null };
  return {
    ...none,
    model,
    engine: "rule",
    baseline: model === "zero",
    mae,
    top_decile_capture: capture,
  };
}

Deno.test("revenueOverOrigins: means and sample deviations of the models of the latest date", () => {
  const [forest, zero, late] = revenueOverOrigins([
    {
      models: [scores("random_forest", 2, 0.5), scores("zero", 10), scores("ridge_regression", 1)],
    },
    { models: [scores("zero", 10), scores("random_forest", 4, 0.75)] },
    {
      models: [scores("random_forest", 9), scores("zero", 10), scores("purchases_times_spend", 3)],
    },
  ]);
  // Errors 2, 4, 9: mean 5, squares 9 + 1 + 16 over 2; the capture where there is one.
  assertEquals([forest.model, forest.baseline, forest.origins], ["random_forest", false, 3]);
  assertEquals([forest.mae.mean, forest.top_decile_capture], [5, 0.625]);
  assertAlmostEquals(forest.mae.sd!, Math.sqrt(13), 1e-15);
  assertEquals([zero.baseline, zero.mae, zero.top_decile_capture], [
    true,
    { mean: 10, sd: 0 },
    null,
  ]);
  assertEquals([late.model, late.origins, late.mae], [
    "purchases_times_spend",
    1,
    { mean: 3, sd: null },
  ]);
});
