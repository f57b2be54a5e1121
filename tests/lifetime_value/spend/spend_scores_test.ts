import { spendScores } from "../../../src/lifetime_value/spend/spend_scores.ts";
import { assertEquals } from "@std/assert";

Deno.test("spendScores: measures a forecast of spend", () => {
  const scores = spendScores(
    { model: "zero", engine: "rule", baseline: true },
    Float64Array.of(0, 30),
    Float64Array.of(0, 0),
  );
  assertEquals([scores.mae, scores.total, scores.rank_correlation], [15, 0, null]);
});
