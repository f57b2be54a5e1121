import { formatMoney } from "../../words/money.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import type { ReturnsMonthRow } from "../../exploration/returns/returns_by_month.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { renderMonthBars } from "../drawing/month_bars.ts";
import { CATEGORIES } from "../drawing/palette.ts";
import { renderNoData } from "../drawing/render.ts";
import { NO_DATA } from "../../words/sentences.ts";

type SharedRow = ReturnsMonthRow & { readonly returned_share: number };

/**
 * Value that came back in each month, relative to what was sold in it, as bars.
 *
 * @param rows One row per month, in any order; those without a share are left out.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: how much came back in all, and in which month most.
 *
 * @example
 * ```ts
 * import { returnsByMonthFigure } from "./returns_by_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   returnsByMonthFigure([
 *     { month: "2011-01", sold: 100, returned: 20, returned_share: 0.2, complete: true },
 *     { month: "2011-02", sold: 300, returned: 20, returned_share: 0.0667, complete: true },
 *   ]).caption,
 *   "Returns come to 40, 10.0\u00a0% of sales; Jan 2011 has the largest share, 20.0\u00a0%.",
 * );
 * ```
 */
export function returnsByMonthFigure(
  rows: readonly ReturnsMonthRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Value of returns by month",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly ReturnsMonthRow[], frame: Drawing): string {
  const months = finiteRows(rows, "returned_share") as SharedRow[];
  if (!months.some((row) => row.returned > 0)) return renderNoData(frame);
  const highest = months.reduce((a, b) => (b.returned_share > a.returned_share ? b : a));
  const written = (frame.width - 70) / months.length >= 44;
  return renderMonthBars(months, {
    pieces: [{ colour: CATEGORIES[1], height: (row) => row.returned_share }],
    label: (row) => (written || row === highest ? formatPercent(row.returned_share, 1) : ""),
    tip: (row) => `${formatNumber(row.returned)} came back, ${formatNumber(row.sold)} was sold`,
    axis: "↑ returns as a share of the month's sales",
    tickFormat: (share) => formatPercent(share, highest.returned_share < 0.05 ? 1 : 0),
  }, frame);
}

function captionOf(rows: readonly ReturnsMonthRow[], currency?: string): string {
  const known = finiteRows(rows, "sold", "returned");
  const months = finiteRows(known, "returned_share");
  if (months.length === 0) return NO_DATA;
  const returned = known.reduce((sum, row) => sum + row.returned, 0);
  const sold = known.reduce((sum, row) => sum + row.sold, 0);
  if (returned === 0) return "Nothing was returned in the months of this file.";
  const most = months.reduce((a, b) => (b.returned_share! > a.returned_share! ? b : a));
  return `Returns come to ${formatMoney(returned, currency)}, ` +
    `${formatPercent(returned / sold, 1)} of sales; ${formatMonth(most.month)}` +
    `${most.complete ? "" : ", covered only in part,"} has the largest share, ` +
    `${formatPercent(most.returned_share, 1)}.`;
}
