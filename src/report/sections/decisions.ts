import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { noResultInWords } from "../../frames/attempt.ts";
import { formatDate } from "../../words/dates.ts";
import { partialDependenceFigure } from "../../figures/models/partial_dependence.ts";
import { profitCurveFigure } from "../../figures/models/profit_curve.ts";
import { showFigure } from "../parts/show_figure.ts";
import { html, type Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import type { Decision } from "../../prediction/targeting/decide.ts";
import { section } from "../parts/section.ts";
import { formatMoney } from "../../words/money.ts";
import { table } from "../parts/table.ts";

/**
 * Writes whom to contact so that they come back: how many and what it is worth, whether the rule
 * would have earned what it promised, the first on the list with the reasons, and what was assumed.
 */
export function decisions({ decision: attempt, currency }: RunResult): Markup {
  if (attempt.kind !== "result") {
    return section(
      "decisions",
      TITLE,
      LEAD,
      html`<p class="missing">Whom to contact: ${noResultInWords(attempt)}</p>`,
    );
  }
  const decision = attempt.result;
  return section("decisions", TITLE, LEAD, [
    keyFigures(decision, currency),
    html`<div class="panel">${campaigns(decision, currency)}
<p class="note">Assumptions; <code>--contact-cost</code>, <code>--success-rate</code> and
<code>--margin</code> change them:</p>
<ul class="notes">${decision.assumptions.map((text) => html`<li>${text}</li>`)}</ul></div>`,
    showFigure(profitCurveFigure(decision.tested.curve, {
      title: `The same rule on ${formatDate(decision.tested.as_of)}: expected and realised profit`,
      tested: decision.tested,
      currency,
    })),
    html`<div class="panel">${successRates(decision, currency)}
<p class="note">Nobody knows the success rate before a trial: hold out a random control group and
compare return rates.</p></div>`,
    first(decision, currency),
    showFigure(partialDependenceFigure(decision.dependence, {
      title: "Partial dependence of the churn probability",
      currency,
    })),
  ]);
}

const TITLE = "Whom to contact";
const LEAD =
  "A probability is not a decision. A contact pays where the chance of keeping the customer, times " +
  "what the customer is worth, exceeds its cost.";

function keyFigures({ today }: Decision, currency?: string): Markup {
  const { contacted, customers, threshold } = today;
  const cards: [string, string][] = [
    [formatNumber(contacted), `of ${countOf(customers, "customer")} are worth a contact`],
    [formatMoney(today.expected_profit, currency), "expected profit of contacting them"],
    [
      threshold !== null && threshold > 1 ? "never" : formatPercent(threshold),
      "churn probability above which a customer of median value is contacted",
    ],
    [
      formatPercent(today.break_even_success_rate, 1),
      "break-even success rate of the campaign",
    ],
  ];
  return html`<div class="cards">${
    cards.map(([figure, label]) =>
      html`<div class="card"><b>${figure}</b><span>${label}</span></div>`
    )
  }</div>`;
}

function campaigns({ today, tested }: Decision, currency?: string): Markup {
  const money = (value: number | null) => formatMoney(value, currency);
  return table(
    "Profit of a campaign",
    [
      { label: "contacted", text: true },
      { label: "customers" },
      { label: "expected profit" },
      { label: `customers on ${formatDate(tested.as_of)}` },
      { label: "expected then" },
      { label: "realised" },
    ],
    [
      {
        kind: "best",
        cells: [
          "those worth a contact",
          formatNumber(today.contacted),
          money(today.expected_profit),
          formatNumber(tested.contacted),
          money(tested.expected_profit),
          money(tested.realised_profit),
        ],
      },
      {
        cells: [
          "everyone",
          formatNumber(today.customers),
          money(today.everyone_profit),
          formatNumber(tested.customers),
          money(tested.everyone_profit),
          money(tested.everyone_realised_profit),
        ],
      },
      { cells: ["nobody", "0", money(0), "0", money(0), money(0)] },
    ],
  );
}

function successRates({ by_success_rate, tested }: Decision, currency?: string): Markup {
  return table(
    "Profit by success rate",
    [
      { label: "success rate", text: true },
      { label: "customers to contact" },
      { label: "expected profit" },
      { label: `realised on ${formatDate(tested.as_of)}` },
    ],
    by_success_rate.map((row) => ({
      kind: row.assumed ? "best" as const : undefined,
      cells: [
        html`${formatPercent(row.success_rate, decimals(row.success_rate))} ${
          row.assumed && ASSUMED
        }`,
        formatNumber(row.contacted),
        formatMoney(row.expected_profit, currency),
        formatMoney(row.realised_profit, currency),
      ],
    })),
  );
}

const ASSUMED = html`<span class="tag best">assumed</span>`;

function reasonItem({ words, change }: { readonly words: string; readonly change: number }) {
  const points = formatNumber(Math.abs(100 * change));
  return `${words} (${change > 0 ? "+" : "\u2212"}${points})`;
}

function decimals(share: number): number {
  return Number.isInteger(Math.round(1e6 * share) / 1e4) ? 0 : 1;
}

function first({ first, horizon_days }: Decision, currency?: string): Markup {
  if (first.length === 0) {
    return html`<p class="missing">No contact is expected to pay: nobody is on the list.</p>`;
  }
  return html`
    <h3>The first on the list, and why</h3>
    <p
      class="note">In brackets: by how many percentage points each reason changes the probability,
    compared with the typical customer.</p>
    <div class="answers">${first.map((customer) =>
      html`<div class="answer"><h3>Customer ${customer.customer_id}</h3>
<b>${formatPercent(customer.probability)}</b><span>no order in the next ${
        countOf(horizon_days, "day")
      }; contact worth ${formatMoney(customer.value, currency)}</span>
<ul class="notes">${
        customer.reasons.map((reason) => html`<li>${reasonItem(reason)}</li>`)
      }</ul></div>`
    )}</div>
  `;
}
