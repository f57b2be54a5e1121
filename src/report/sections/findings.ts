import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatDate, formatMonth } from "../../words/dates.ts";
import { resultOf, resultOrReason } from "../../frames/attempt.ts";
import { html, type Markup } from "../parts/html.ts";
import { taskInWords } from "../in_words/task_in_words.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { formatMoney, formatMoneyShort, inUnit } from "../../words/money.ts";
import { segmentCards } from "../parts/segment_cards.ts";
import { TASK_NAMES } from "../parts/task_names.ts";

/** Title of the page. */
export const TITLE = "What the transactions say about the customers";

/**
 * Writes the head of the report: the findings in words before any figure.
 *
 * @returns Title, key figures, segments, and the best model of each task beside its baseline.
 */
export function findings(run: RunResult): Markup {
  const { currency, shop: { audit, inputs, lacks } } = run;
  const hasCustomers = !lacks.includes("customer");
  const metrics = resultOrReason(run.metrics);
  const files = inputs.map((file) => basename(file.path)).join(", ");
  const top = resultOf(run.exploration)?.top_share;
  const perCustomer = audit.customers > 0 ? audit.revenue_kept / audit.customers : null;
  const cards: [string, string][] = [
    [formatNumber(hasCustomers ? audit.customers : null), "customers"],
    [formatNumber(audit.invoices), "orders"],
    [formatNumber(audit.products), "products"],
    [
      formatMoneyShort(hasCustomers ? audit.revenue_kept : audit.sales.revenue, currency),
      inUnit("revenue", currency),
    ],
    [formatMoney(perCustomer, currency), "mean revenue per customer"],
    [formatPercent(top, 1), "of revenue from the top 20\u00a0% of customers"],
  ];
  return html`<div class="page">
<p class="over">Shopper Spectrum</p>
<h1>${TITLE}</h1>
<p class="sub">${files && `From ${files}${period(run)}. `}Customers as of ${
    formatDate(run.as_of)
  }; predictions look ${countOf(run.horizon_days, "day")} ahead.</p>
<div class="cards">${
    cards.map(([figure, label]) =>
      html`<div class="card"><b>${figure}</b><span>${label}</span></div>`
    )
  }</div>
<h2>Who the customers are</h2>
${segmentCards(resultOf(run.segmentation)?.segments ?? [])}
<h2>What can be predicted</h2>
<p class="sub">Fitted on snapshots up to ${formatDate(metrics.fitted_as_of)}, tested on the ${
    countOf(metrics.horizon_days, "day")
  } from ${formatDate(metrics.tested_as_of)}.</p>
<div class="answers">${
    TASK_NAMES.map(({ key, question }) => {
      const reading = taskInWords(metrics.tasks[key], currency);
      return html`<div class="answer"><h3>${question}</h3><b>${reading.figure}</b><span>${reading.measure}</span>
<p>${reading.sentence}</p></div>`;
    })
  }</div>
</div>`;
}

function period({ exploration }: RunResult): string {
  const months = (resultOf(exploration)?.months ?? []).map((row) => row.month).sort();
  if (months.length === 0) return "";
  const [first, last] = [months[0], months[months.length - 1]].map(formatMonth);
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}

const basename = (path: string): string => path.split(/[/\\]/).pop() ?? path;
