import { countOf, formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import type { NewAndReturningRow } from "../../exploration/new_and_returning.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { renderMonthBars } from "../drawing/month_bars.ts";
import { CATEGORIES, MAIN } from "../drawing/palette.ts";
import { renderNoData } from "../drawing/render.ts";
import { NO_DATA } from "../../words/sentences.ts";
import { inUnit } from "../../words/money.ts";

const NEW = CATEGORIES[4];

/**
 * Revenue of new and of returning customers in each month as stacked bars.
 *
 * @param rows One row per month, in any order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: who brings the revenue of the last whole month.
 *
 * @example
 * ```ts
 * import { newAndReturningFigure } from "./new_and_returning.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const row = { new_customers: 12, returning_customers: 9, new_revenue: 1, complete: true };
 * assertEquals(
 *   newAndReturningFigure([
 *     { ...row, month: "2011-01", returning_revenue: 0, returning_share: 0 },
 *     { ...row, month: "2011-02", returning_revenue: 1, returning_share: 0.5 },
 *     { ...row, month: "2011-03", returning_revenue: 3, returning_share: 0.75 },
 *   ]).caption,
 *   "Returning customers bring 75\u00a0% of revenue in Mar 2011, compared with 50\u00a0% in Feb 2011; " +
 *     "12 customers are new in that month. In the file's first month, everybody looks new.",
 * );
 * ```
 */
export function newAndReturningFigure(
  rows: readonly NewAndReturningRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Revenue from new and returning customers",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly NewAndReturningRow[], frame: Drawing): string {
  const months = finiteRows(rows, "new_revenue", "returning_revenue", "returning_share");
  if (months.length === 0) return renderNoData(frame);
  const written = (frame.width - 70) / months.length >= 40;
  return renderMonthBars(months, {
    pieces: [
      { colour: MAIN, height: (row) => row.returning_revenue },
      { colour: NEW, height: (row) => row.new_revenue },
    ],
    label: (row) => (written ? formatPercent(row.returning_share) : ""),
    tip: (row) =>
      `${formatNumber(row.new_customers)} new: ${formatNumber(row.new_revenue)}\n` +
      `${formatNumber(row.returning_customers)} returning: ${formatNumber(row.returning_revenue)}`,
    axis: `↑ ${inUnit("revenue", frame.currency)}`,
    tickFormat: formatShort,
    legend: [
      { kind: "square", label: "new in the month", colour: NEW },
      { kind: "square", label: `returning${written ? ", with their share" : ""}`, colour: MAIN },
    ],
  }, frame);
}

function captionOf(rows: readonly NewAndReturningRow[]): string {
  const months = finiteRows(rows, "returning_share", "new_customers")
    .sort((a, b) => (a.month < b.month ? -1 : 1));
  if (months.length === 0) return NO_DATA;
  const [first, ...later] = months;
  if (later.length === 0) {
    return `The file has one month with known customers, ${formatMonth(first.month)}: nobody can ` +
      `have returned.`;
  }
  const whole = later.filter((row) => row.complete);
  const last = (whole.length > 0 ? whole : later).slice(-1)[0];
  const before = later[0] === last
    ? ""
    : `, compared with ${formatPercent(later[0].returning_share)} in ${
      formatMonth(later[0].month)
    }`;
  const fresh = last.new_customers === 0
    ? "no customers are"
    : countOf(last.new_customers, "customer is", "customers are");
  return `Returning customers bring ${formatPercent(last.returning_share)} of revenue in ` +
    `${formatMonth(last.month)}${before}; ` +
    `${fresh} new in that month. In the file's first month, everybody looks new.`;
}
