import { resultOf, resultOrReason } from "../../frames/attempt.ts";
import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import {
  recommendationFigure,
  type RecommendationRow,
} from "../../figures/recommendations/recommendation.ts";
import { productMapFigure } from "../../figures/recommendations/product_map.ts";
import { showFigure } from "../parts/show_figure.ts";
import { html, type Markup } from "../parts/html.ts";
import { leaderboard } from "../parts/leaderboard.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import type { Metrics } from "../../pipeline/metrics_json.ts";
import {
  type RecommendationExample,
  recommendationExamples,
  type RuleExample,
  ruleExamples,
  type SimilarExample,
  similarExamples,
} from "../../recommendation/examples.ts";
import { productNames } from "../../transactions/product_names.ts";
import { section } from "../parts/section.ts";
import { table } from "../parts/table.ts";
import { TASK_NAMES } from "../parts/task_names.ts";

/**
 * Writes what to offer: how well recommendations did on later purchases, products bought by the
 * same customers, and recommendations for a few customers.
 */
export function offers(run: RunResult): Markup {
  const metrics = resultOrReason(run.metrics);
  const rows = recommendationRows(metrics);
  const found = resultOf(run.offers);
  const names = found ? productNames(run.shop.transactions) : new Map<string, string>();
  const products = resultOf(run.exploration)?.top_products.map(({ product_id }) => product_id) ??
    [];
  const boards = TASK_NAMES.filter(({ key }) => key.startsWith("recommendation_"))
    .map(({ key, caption }) => {
      const task = metrics.tasks[key];
      const board = leaderboard(caption(metrics.horizon_days), task);
      if (task.kind !== "ranking") return board;
      const reason = task.selection_reason
        ? html`<p class="note">${task.selection_reason}</p>`
        : null;
      return html`<div class="panel">${board}${reason}</div>`;
    });
  return section(
    "offers",
    "What to recommend",
    "Products bought by the same customers suggest what to recommend next; what a customer buys " +
      "regularly is recommended again.",
    [
      rows.length > 0 && showFigure(recommendationFigure(rows)),
      ...boards,
      found && found.map.nodes.length > 0 && showFigure(productMapFigure(found.map)),
      similarTable(found ? similarExamples(found.similar, products, names) : []),
      found && ruleTable(ruleExamples(found.rules, names), found.large_baskets),
      exampleTable(
        found ? recommendationExamples(found.recommendations, run.customers, names) : [],
      ),
    ],
  );
}

function recommendationRows(metrics: Metrics): RecommendationRow[] {
  const tasks = [
    ["new products", metrics.tasks.recommendation_new_items],
    ["any product", metrics.tasks.recommendation_all_items],
  ] as const;
  return tasks.flatMap(([name, task]) =>
    task.kind !== "ranking" ? [] : task.models.map((model) => ({
      model: model.model,
      task: name,
      baseline: model.baseline,
      ndcg_at_10: model.ndcg_at_10 ?? NaN,
      recall_at_10: model.recall_at_10 ?? NaN,
      hit_rate_at_10: model.hit_rate_at_10 ?? NaN,
    }))
  );
}

function similarTable(examples: readonly SimilarExample[]): Markup {
  return html`<div class="panel">${
    table(
      "Products bought by the same customers: examples",
      [
        { label: "product", text: true, long: true },
        { label: "bought by the same customers", text: true, long: true },
        { label: "similarity (cosine, up to 1)" },
        { label: "customers in common" },
      ],
      examples.flatMap(({ product, neighbours }) =>
        neighbours.map((neighbour, i) => ({
          cells: [
            i === 0 ? product : "",
            neighbour.description,
            formatNumber(neighbour.similarity, 3),
            formatNumber(neighbour.customers_in_common),
          ],
        }))
      ),
    )
  }</div>`;
}

function ruleTable(examples: readonly RuleExample[], largeBaskets: number): Markup | null {
  if (examples.length === 0) return null;
  const tooLarge = largeBaskets === 0
    ? ""
    : ` ${countOf(largeBaskets, "wholesale basket")} did not count.`;
  return html`
    <div
      class="panel">${table(
        "Bought in the same basket: association rules for the most popular products",
        [
          { label: "with this", text: true, long: true },
          { label: "goes this", text: true, long: true },
          { label: "baskets with both" },
          { label: "confidence" },
          { label: "lift" },
        ],
        examples.map((rule) => ({
          cells: [
            rule.product,
            rule.also,
            formatNumber(rule.baskets),
            formatPercent(rule.confidence, 1),
            formatNumber(rule.lift, 1),
          ],
        })),
      )}<p class="note">Confidence: the share of the first product's baskets that hold the second. Lift: how
    many times as often as by chance. Each rule passed Fisher's exact test at 1 %, corrected for all rules
    tested.${tooLarge}</p></div>
  `;
}

function exampleTable(examples: readonly RecommendationExample[]): Markup {
  return html`<div class="panel">${
    table(
      "Recommendations: examples",
      [
        { label: "customer", text: true },
        { label: "rank" },
        { label: "kind", text: true },
        { label: "product", text: true, long: true },
        { label: "because", text: true, long: true },
      ],
      examples.map((row, i) => ({
        cells: [
          examples[i - 1]?.customer_id === row.customer_id ? "" : row.customer_id,
          formatNumber(row.rank),
          formatName(row.kind),
          row.description,
          row.because,
        ],
      })),
    )
  }</div>`;
}
