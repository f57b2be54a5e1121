import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "./chart_options.ts";
import { finiteRows } from "./finite_rows.ts";
import { formatMonth, formatNumber, formatPercent } from "./format.ts";
import { INK, SEQUENTIAL } from "./palette.ts";
import { renderNoData, renderPlot } from "./render.ts";
import { isDark, shadeOf } from "./shade_of.ts";

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
  const cohorts = [...new Set(known.map((row) => row.cohort))].sort();
  const size = new Map(
    known.filter((row) => row.age_months === 0).map((row) => [row.cohort, row.customers]),
  );
  const oldest = Math.max(...cells.map((row) => row.age_months));
  const ages = Array.from({ length: oldest }, (_, i) => i + 1);
  // Numbers are written only where they fit.
  const written = (frame.width - 124) / ages.length >= 34;
  const rowHeight = cohorts.length > 18 ? 16 : 26;
  const most = Math.max(...cells.map((row) => row.share));
  const shade = (row: CohortRetentionRow) => shadeOf(row.share, [0, most], SEQUENTIAL);
  return renderPlot({
    height: 52 + cohorts.length * rowHeight,
    marginLeft: 124,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 44,
    x: { domain: ages, label: null, padding: 0.05 },
    y: { domain: cohorts, label: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        ticks: ages.filter((age) => written || age % 3 === 0),
        tickFormat: (age: number) => `${age}`,
        tickSize: 0,
        label: "months since the first purchase",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.axisY({
        tickFormat: (cohort: string) =>
          size.has(cohort)
            ? `${formatMonth(cohort)} (${formatNumber(size.get(cohort))})`
            : formatMonth(cohort),
        tickSize: 0,
        label: null,
      }),
      Plot.cell(cells, {
        x: "age_months",
        y: "cohort",
        fill: shade,
        title: (row: CohortRetentionRow) =>
          `${formatMonth(row.cohort)}, ${row.age_months} ${
            row.age_months === 1 ? "month" : "months"
          } later\n` +
          `${formatNumber(row.customers)} customers, ${formatPercent(row.share, 1)}`,
      }),
      written
        ? Plot.text(cells, {
          x: "age_months",
          y: "cohort",
          text: (row: CohortRetentionRow) => formatPercent(row.share),
          fill: (row: CohortRetentionRow) => (isDark(shade(row)) ? "#ffffff" : INK.strong),
          fontSize: 11,
        })
        : null,
    ],
  }, {
    ...frame,
    description: "Heat map of retention: one row per cohort, one column per month since the " +
      "first purchase.",
    legend: [{
      kind: "ramp",
      label: "share of the cohort that buys in the month",
      colours: SEQUENTIAL,
      from: formatPercent(0),
      to: formatPercent(most),
    }],
  });
}
