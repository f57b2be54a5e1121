import { resultOrReason } from "../../frames/attempt.ts";
import { formatDate } from "../../words/dates.ts";
import { countOf, formatNumber } from "../../words/numbers.ts";
import { caveatsInWords } from "../in_words/caveats_in_words.ts";
import { html, type Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";

/** Writes how everything was measured, and what to know before acting on it. */
export function caveats(run: RunResult): Markup {
  const metrics = resultOrReason(run.metrics);
  const days = countOf(metrics.horizon_days, "day");
  const method = [
    `Features come only from lines before the day of the snapshot (${formatDate(run.as_of)}), ` +
    `outcomes only from that day on.`,
    `Models were fitted on snapshots up to ${
      formatDate(metrics.fitted_as_of)
    } and tested on that ` +
    `of ${formatDate(metrics.tested_as_of)}, each with the ${days} that followed.`,
    "ROC AUC is the share of pairs (one customer of each kind) that a model puts in the right order: " +
    "0.5 is chance, 1 is perfect. The Brier score is the mean squared error of the probabilities: " +
    "lower is better.",
    "NDCG at 10 rewards hits near the top of ten recommendations, up to 1; hit rate is the share of " +
    "customers with at least one hit, recall the share of their later purchases that was recommended.",
    ...run.shop.inputs.map((file) =>
      `Input: ${file.path.split(/[/\\]/).pop()}, ${formatNumber(file.rows)} lines.`
    ),
  ];
  const items = (texts: readonly string[]) => texts.map((text) => html`<li>${text}</li>\n`);
  return section(
    "caveats",
    "Method and caveats",
    "What to know before acting on these figures.",
    html`<ul class="caveats">${items(caveatsInWords(run))}${items(method)}</ul>`,
  );
}
