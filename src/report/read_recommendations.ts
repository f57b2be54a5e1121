import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatName } from "../words/model_names.ts";
import { formatPercent } from "../words/numbers.ts";
import type { RecommendationRow } from "../figures/recommendations/recommendation_chart.ts";
import { bestModel } from "./best_model.ts";
import { capitalise, NO_DATA } from "../words/sentences.ts";

/**
 * Reads the chart of recommendations: for each task the best model by NDCG, and its hit rate
 * beside that of the best baseline.
 *
 * @param rows One row per model and task.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readRecommendations } from "./read_recommendations.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readRecommendations([
 *     { model: "item_cosine", task: "new items", ndcg_at_10: 0.109, recall_at_10: 0.051,
 *       hit_rate_at_10: 0.485, baseline: false },
 *     { model: "popularity", task: "new items", ndcg_at_10: 0.051, recall_at_10: 0.019,
 *       hit_rate_at_10: 0.324, baseline: true },
 *   ]),
 *   "New items: item cosine finds something that is bought later for 48.5\u00a0% of the customers " +
 *     "(popularity: 32.4\u00a0%).",
 * );
 * ```
 */
export function readRecommendations(rows: readonly RecommendationRow[]): string {
  const known = finiteRows(rows, "ndcg_at_10", "hit_rate_at_10");
  const parts = [...new Set(known.map((row) => row.task))].flatMap((task) => {
    const { best, baseline } = bestModel(
      known.filter((row) => row.task === task),
      "ndcg_at_10",
      "more",
    );
    if (best === undefined) return [];
    const against = baseline === undefined
      ? ""
      : ` (${formatName(baseline.model)}: ${formatPercent(baseline.hit_rate_at_10, 1)})`;
    return [
      `${formatName(task)}: ${formatName(best.model)} finds something that is bought later for ` +
      `${formatPercent(best.hit_rate_at_10, 1)} of the customers${against}`,
    ];
  });
  return parts.length === 0 ? NO_DATA : `${capitalise(parts.join("; "))}.`;
}
