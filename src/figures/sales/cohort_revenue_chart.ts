import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { cohortHeatMap } from "./cohort_heat_map.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatMonth } from "../../words/dates.ts";
import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import { renderNoData } from "../drawing/render.ts";

/** What one cohort spent in one month. */
export interface CohortRevenueRow {
  /** Month of the first purchase, `YYYY-MM`. */
  readonly cohort: string;
  /** Months since the first purchase; 0 is the month of the first purchase itself. */
  readonly age_months: number;
  /** What the cohort spent in that month. */
  readonly revenue: number;
  /** The same relative to the first month; above 1 where more was spent than then. */
  readonly share: number;
}

/**
 * Draws what monthly cohorts spend later, relative to their first month, as a heat map.
 *
 * The first month itself is 100 % by definition: it is not drawn, what was spent in it stands beside
 * the cohort's name instead. Shades end at 100 %, so that one rich month does not bleach the rest.
 *
 * @param rows One row per cohort and age in months, in any order.
 * @param options Title and width.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { cohortRevenueChart } from "./cohort_revenue_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = cohortRevenueChart([
 *   { cohort: "2010-12", age_months: 0, revenue: 1000, share: 1 },
 *   { cohort: "2010-12", age_months: 1, revenue: 400, share: 0.4 },
 * ]);
 * assert(svg.includes("Dec 2010 (1K)"));
 * ```
 */
export function cohortRevenueChart(
  rows: readonly CohortRevenueRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Revenue that comes back, by month of first purchase");
  const known = finiteRows(rows, "age_months", "share");
  const cells = known.filter((row) => row.age_months > 0);
  if (cells.length === 0) return renderNoData(frame, "no data: no month after a first purchase");
  const first = new Map(
    known.filter((row) => row.age_months === 0).map((row) => [row.cohort, row.revenue]),
  );
  const cohorts = [...new Set(known.map((row) => row.cohort))].sort();
  const tip = (row: CohortRevenueRow) =>
    `${formatMonth(row.cohort)}, ${row.age_months} ${row.age_months === 1 ? "month" : "months"} ` +
    `later\n${formatNumber(row.revenue)}, ${formatPercent(row.share, 1)} of the first month`;
  return cohortHeatMap(cells.map((row) => ({ ...row, tip: tip(row) })), {
    ...frame,
    sizes: new Map(cohorts.map((cohort) => {
      const revenue = first.get(cohort);
      return [cohort, revenue === undefined ? "" : formatShort(revenue)];
    })),
    meaning: "spent in the month, relative to the first month",
    description: "Heat map of revenue retention: one row per cohort, one column per month since " +
      "the first purchase.",
    darkest: 1,
  });
}
