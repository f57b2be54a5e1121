import { countOf, formatNumber, formatPercent } from "../../../words/numbers.ts";
import { formatName } from "../../../words/model_names.ts";
import { formatDate } from "../../../words/dates.ts";
import { type NoResult, noResultInWords } from "../../../frames/attempt.ts";
import { html, type Markup } from "../../parts/html.ts";
import { modelName } from "../../parts/model_name.ts";
import type { PurchaseTask } from "../../../pipeline/metrics_json.ts";
import { table } from "../../parts/table.ts";

/**
 * Writes how the models of repeat purchases did on the last horizon, which they had not seen: totals,
 * errors and order of the customers, and means by how often customers had come back before.
 *
 * @returns A panel with two tables; a sentence where there is nothing to show.
 */
export function heldOutPurchases(task: PurchaseTask | NoResult): Markup {
  if (task.kind !== "purchases") {
    return html`<p class="missing">Holdout purchases. ${noResultInWords(task)}</p>`;
  }
  const { scores, selected, actual_total, holdout_days } = task;
  const chosen = scores.find(({ model }) => model === selected);
  const days = countOf(holdout_days, "day");
  return html`<div class="panel"><h3>How often will they buy?</h3>
<p>${task.selection_reason} It expected ${
    formatNumber(Math.round(chosen?.expected_total ?? NaN))
  } purchase days
in the ${days} from ${formatDate(task.tested_as_of)}; ${countOf(task.customers, "customer")} had ${
    formatNumber(actual_total)
  }.</p>
${
    table(
      `Purchases in the holdout of ${days}`,
      [
        { label: "model", text: true },
        { label: "expected total" },
        { label: "share of actual" },
        { label: "mean absolute error" },
        { label: "rank correlation" },
        { label: "one-time buyers alive" },
      ],
      scores.map((row) => ({
        kind: row.baseline ? "baseline" : undefined,
        cells: [
          html`${modelName(row)} ${
            row.model === selected ? html`<span class="tag">chosen before</span>` : null
          }`,
          formatNumber(Math.round(row.expected_total)),
          formatPercent(row.expected_total / actual_total, 1),
          formatNumber(row.mae, 3),
          formatNumber(row.rank_correlation, 3),
          formatPercent(row.one_time_alive, 1),
        ],
      })),
    )
  }${byFrequency(task)}</div>`;
}

function byFrequency({ by_frequency, selected }: PurchaseTask): Markup {
  const rows = by_frequency.filter(({ model }) => model === selected);
  const most = rows[rows.length - 1]?.repeat_frequency;
  return table(
    `Purchases per customer by earlier repeat purchases (${formatName(selected)})`,
    [
      { label: "repeat purchases before", text: true },
      { label: "customers" },
      { label: "expected" },
      { label: "actual" },
    ],
    rows.map(({ repeat_frequency, customers, expected, actual }) => ({
      cells: [
        formatNumber(repeat_frequency) + (repeat_frequency === most ? " or more" : ""),
        formatNumber(customers),
        formatNumber(expected, 2),
        formatNumber(actual, 2),
      ],
    })),
  );
}
