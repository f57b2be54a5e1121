import { formatMoneyShort } from "../../words/money.ts";
import type { Exploration } from "../../exploration/explore.ts";
import { resultOf } from "../../frames/attempt.ts";
import type { Audit } from "../../transactions/cleaning/audit.ts";
import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { returnsByMonthFigure } from "../../figures/returns/returns_by_month.ts";
import { returnsByProductFigure } from "../../figures/returns/returns_by_product.ts";
import { showFigure } from "../parts/show_figure.ts";
import { html, type Markup } from "../parts/html.ts";
import { outliersInWords, outlierTable } from "../parts/outlier_table.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";

/**
 * Writes what came back and what stands out: gross and net revenue, returns by month and by product,
 * and the lines that could distort every other figure.
 */
export function returned({ exploration, shop, currency }: RunResult): Markup {
  const { returns_by_month = [], returned_products = [], outliers = [] }: Partial<Exploration> =
    resultOf(exploration) ?? {};
  return section(
    "returned",
    "What was returned, and what stands out",
    "Revenue in this report is gross unless stated otherwise. Here is what was returned, and which " +
      "single lines are large enough to distort the other figures.",
    [
      netRevenue(shop.audit, currency),
      showFigure(returnsByMonthFigure(returns_by_month, { currency })),
      showFigure(returnsByProductFigure(returned_products, { currency })),
      html`<div class="panel">${outlierTable(outliers, currency)}
<p class="note">${outliersInWords(outliers, currency)}</p></div>`,
    ],
  );
}

/** Gross, returned and net revenue of the known customers as key figures, where anything came back. */
function netRevenue({ returns }: Audit, currency?: string): Markup | false {
  if (returns.rows === 0 && returns.returned_revenue === 0) return false;
  const { rows, rows_matched, gross_revenue, returned_revenue, net_revenue } = returns;
  const share = gross_revenue > 0 ? returned_revenue / gross_revenue : null;
  const cards: [string, string][] = [
    [
      formatMoneyShort(gross_revenue, currency),
      "gross revenue of known customers",
    ],
    [formatMoneyShort(returned_revenue, currency), `returned, ${formatPercent(share, 1)}`],
    [formatMoneyShort(net_revenue, currency), "net revenue"],
  ];
  if (rows > 0) {
    cards.push([
      formatNumber(rows_matched),
      `of ${countOf(rows, "return line")} matched to ${rows === 1 ? "a purchase" : "purchases"}`,
    ]);
  }
  return html`<div class="cards">${
    cards.map(([figure, label]) =>
      html`<div class="card"><b>${figure}</b><span>${label}</span></div>`
    )
  }</div>
${
    rows > rows_matched &&
    html`<p>Every return counts at its own value. ${
      countOf(rows - rows_matched, "return line takes", "return lines take")
    } back purchases made before the file begins, or ${
      rows - rows_matched === 1 ? "is an adjustment" : "are adjustments"
    }: ${
      rows - rows_matched === 1 ? "it lowers" : "they lower"
    } the net revenue of the customer, not of a purchase.</p>`
  }`;
}
