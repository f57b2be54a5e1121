import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatDate, formatMonth } from "../../words/dates.ts";
import { resultOf, resultOrReason } from "../../frames/attempt.ts";
import { html, type Markup } from "../parts/html.ts";
import { taskInWords } from "../in_words/task_in_words.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { formatMoney, formatMoneyShort } from "../../words/money.ts";
import { segmentCards } from "../parts/segment_cards.ts";
import { TASK_NAMES } from "../parts/task_names.ts";

/** Title of the page. */
export function titleOf({ shop: { lacks } }: RunResult): string {
  const whom = lacks.includes("customer") ? "shop" : "customers";
  return `What the transactions say about the ${whom}`;
}

/**
 * Writes the head of the report: the findings in words before any figure.
 *
 * @returns Title, key figures, segments, and the best model of each task beside its baseline.
 */
export function findings(run: RunResult): Markup {
  const { currency, shop: { audit, inputs, lacks } } = run;
  const hasCustomers = !lacks.includes("customer");
  const files = inputs.map((file) => basename(file.path)).join(", ");
  const top = resultOf(run.exploration)?.top_share;
  const perCustomer = audit.customers > 0 ? audit.revenue_kept / audit.customers : null;
  const shown: [string, string][] = [
    [formatNumber(audit.invoices), "orders"],
    [formatNumber(audit.products), "products"],
    [
      formatMoneyShort(hasCustomers ? audit.revenue_kept : audit.sales.revenue, currency),
      "revenue",
    ],
  ];
  const cards: [string, string][] = hasCustomers
    ? [
      [formatNumber(audit.customers), "customers"],
      ...shown,
      [formatMoney(perCustomer, currency), "mean revenue per customer"],
      [formatPercent(top, 1), "of revenue from the top 20\u00a0% of customers"],
    ]
    : [...shown, [formatMoneyShort(audit.net.shop, currency), "net of returns"]];
  return html`<div class="page">
<p class="over">Shopper Spectrum</p>
<h1>${titleOf(run)}</h1>
<p class="sub">${files && `From ${files}${period(run)}. `}${
    hasCustomers
      ? `Customers as of ${formatDate(run.as_of)}; predictions look ` +
        `${countOf(run.horizon_days, "day")} ahead.`
      : "The file names no customers, so there are no segments, predictions or values of customers."
  }</p>
<div class="cards">${
    cards.map(([figure, label]) =>
      html`<div class="card"><b>${figure}</b><span>${label}</span></div>`
    )
  }</div>
${hasCustomers && ofCustomers(run)}</div>`;
}

/** Who the customers are, and how well each prediction does. */
function ofCustomers(run: RunResult): Markup {
  const metrics = resultOrReason(run.metrics);
  return html`
    <h2>Who the customers are</h2>
    ${segmentCards(resultOf(run.segmentation)?.segments ?? [])}
    <h2>What can be predicted</h2>
    <p
      class="sub">Fitted on snapshots up to ${formatDate(
        metrics.fitted_as_of,
      )}, tested on the ${countOf(metrics.horizon_days, "day")} from ${formatDate(
        metrics.tested_as_of,
      )}.</p>
    <div class="answers">${TASK_NAMES.map(({ key, question }) => {
      const reading = taskInWords(metrics.tasks[key], run.currency);
      return html`<div class="answer"><h3>${question}</h3><b>${reading.figure}</b><span>${reading.measure}</span>
<p>${reading.sentence}</p></div>`;
    })}</div>
  `;
}

function period({ exploration }: RunResult): string {
  const months = (resultOf(exploration)?.months ?? []).map((row) => row.month).sort();
  if (months.length === 0) return "";
  const [first, last] = [months[0], months[months.length - 1]].map(formatMonth);
  return first === last ? `, ${first}` : `, ${first} to ${last}`;
}

const basename = (path: string): string => path.split(/[/\\]/).pop() ?? path;
