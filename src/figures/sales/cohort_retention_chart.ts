import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { cohortHeatMap } from "./cohort_heat_map.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatMonth } from "../../words/dates.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { renderNoData } from "../drawing/render.ts";

/** Customers of one cohort who bought in one later month. */
export interface CohortRetentionRow {
  /** Month of the first purchase, `YYYY-MM`. */
  readonly cohort: string;
  /** Months since the first purchase; 0 is the month of the first purchase itself. */
  readonly age_months: number;
  /** Number of customers of the cohort who bought in that month. */
  readonly customers: number;
  /** The same as a share of the cohort, 0 to 1. */
  readonly share: number;
}

/**
 * Draws the retention of monthly cohorts as a heat map, the share written in each cell.
 *
 * The month of the first purchase is 100 % by definition: it is not drawn, the size of the cohort
 * stands beside its name instead.
 *
 * @param rows One row per cohort and age in months, in any order.
 * @param options Title and width.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { cohortRetentionChart } from "./cohort_retention_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = cohortRetentionChart([
 *   { cohort: "2010-12", age_months: 0, customers: 10, share: 1 },
 *   { cohort: "2010-12", age_months: 1, customers: 4, share: 0.4 },
 * ]);
 * assert(svg.includes("Dec 2010 (10)"));
 * ```
 */
export function cohortRetentionChart(
  rows: readonly CohortRetentionRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "Customers who come back, by month of first purchase");
  const known = finiteRows(rows, "age_months", "share");
  const cells = known.filter((row) => row.age_months > 0);
  if (cells.length === 0) return renderNoData(frame, "no data: no month after a first purchase");
  const first = new Map(
    known.filter((row) => row.age_months === 0).map((row) => [row.cohort, row.customers]),
  );
  const cohorts = [...new Set(known.map((row) => row.cohort))].sort();
  const tip = (row: CohortRetentionRow) =>
    `${formatMonth(row.cohort)}, ${row.age_months} ${row.age_months === 1 ? "month" : "months"} ` +
    `later\n${formatNumber(row.customers)} customers, ${formatPercent(row.share, 1)}`;
  return cohortHeatMap(cells.map((row) => ({ ...row, tip: tip(row) })), {
    ...frame,
    sizes: new Map(cohorts.map((cohort) => {
      const customers = first.get(cohort);
      return [cohort, customers === undefined ? "" : formatNumber(customers)];
    })),
    meaning: "share of the cohort that buys in the month",
    description: "Heat map of retention: one row per cohort, one column per month since the " +
      "first purchase.",
  });
}
