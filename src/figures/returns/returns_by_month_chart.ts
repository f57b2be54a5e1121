import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { type MonthOfFile, renderMonthBars } from "../drawing/month_bars.ts";
import { CATEGORIES } from "../drawing/palette.ts";
import { renderNoData } from "../drawing/render.ts";

/** What was sold and what came back in one month. */
export interface ReturnsByMonthRow extends MonthOfFile {
  /** Value of the purchases and of the returns. */
  readonly sold: number;
  readonly returned: number;
  /** Returned relative to sold; null where nothing was sold. */
  readonly returned_share: number | null;
}

type SharedRow = ReturnsByMonthRow & { readonly returned_share: number };

/**
 * Draws the value that came back in each month, relative to what was sold in it, as bars.
 *
 * @param rows One row per month, in any order; those without a share are left out.
 * @param options Title, width and currency.
 * @returns SVG text; the share stands above each bar, or above the highest where there is no room.
 *
 * @example
 * ```ts
 * import { returnsByMonthChart } from "./returns_by_month_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = returnsByMonthChart([
 *   { month: "2011-01", sold: 100, returned: 16.6, returned_share: 0.166, complete: true },
 * ]);
 * assert(svg.includes("16.6\u00a0%"));
 * ```
 */
export function returnsByMonthChart(
  rows: readonly ReturnsByMonthRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Value that came back, by month");
  const months = finiteRows(rows, "returned_share") as SharedRow[];
  if (months.length === 0) return renderNoData(frame);
  const highest = months.reduce((a, b) => (b.returned_share > a.returned_share ? b : a));
  const written = (frame.width - 70) / months.length >= 44;
  return renderMonthBars(months, {
    pieces: [{ colour: CATEGORIES[1], height: (row) => row.returned_share }],
    label: (row) => (written || row === highest ? formatPercent(row.returned_share, 1) : ""),
    tip: (row) => `${formatNumber(row.returned)} came back, ${formatNumber(row.sold)} was sold`,
    axis: "↑ returned in the month, relative to sold in it",
    tickFormat: (share) => formatPercent(share, highest.returned_share < 0.05 ? 1 : 0),
    description: `Bars of the share of value that came back for ${months.length} months.`,
  }, frame);
}
