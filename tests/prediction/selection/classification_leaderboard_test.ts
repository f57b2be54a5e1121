import { classificationScores } from "../../../src/prediction/selection/classification_leaderboard.ts";
import { assertEquals } from "@std/assert";

Deno.test("classificationScores: measures probabilities against what happened", () => {
  const scores = classificationScores(Uint8Array.of(0, 1), {
    model: "oracle",
    engine: "none",
    baseline: false,
    probabilities: Float64Array.of(0.25, 0.75),
  });
  assertEquals([scores.accuracy, scores.roc_auc, scores.brier], [1, 1, 0.0625]);
});
