import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import type { CohortRevenueRow } from "../../exploration/cohorts/cohort_revenue.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { renderNoData } from "../drawing/render.ts";
import { cohortHeatMap } from "./cohort_heat_map.ts";
import { NO_DATA } from "../../words/sentences.ts";

/**
 * What monthly cohorts spend later, relative to their first month, as a heat map.
 *
 * The first month itself is 100 % by definition: it is not drawn, what was spent in it stands beside
 * the cohort's name instead. Shades end at 100 %, so that one rich month does not bleach the rest.
 *
 * @param rows One row per cohort and age in months, in any order.
 * @param options Title and width.
 * @returns A figure, with the caption: what cohorts spend one month after the first.
 *
 * @example
 * ```ts
 * import { cohortRevenueFigure } from "./cohort_revenue.ts";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { svg, caption } = cohortRevenueFigure([
 *   { cohort: "2010-12", age_months: 0, revenue: 1000, share: 1 },
 *   { cohort: "2010-12", age_months: 1, revenue: 400, share: 0.4 },
 * ]);
 * assert(svg().includes("Dec 2010 (1K)"));
 * assertEquals(
 *   caption,
 *   "One month after their first, cohorts spend 40.0\u00a0% of what they spent in the first.",
 * );
 * ```
 */
export function cohortRevenueFigure(
  rows: readonly CohortRevenueRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Revenue that comes back, by month of first purchase",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

function draw(rows: readonly CohortRevenueRow[], frame: Drawing): string {
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

    darkest: 1,
  });
}

function captionOf(rows: readonly CohortRevenueRow[]): string {
  const later = finiteRows(rows, "revenue", "share").filter((row) => row.age_months === 1);
  const cohorts = new Set(later.map(({ cohort }) => cohort));
  const first = rows.filter((row) => row.age_months === 0 && cohorts.has(row.cohort));
  const spent = (some: readonly CohortRevenueRow[]) =>
    some.reduce((sum, { revenue }) => sum + revenue, 0);
  const share = spent(later) / spent(first);
  return Number.isFinite(share)
    ? `One month after their first, cohorts spend ${
      formatPercent(share, 1)
    } of what they spent in the first.`
    : NO_DATA;
}
