import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import type { CohortRow } from "../../exploration/cohorts/cohort_retention.ts";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { renderNoData } from "../drawing/render.ts";
import { cohortHeatMap } from "./cohort_heat_map.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** What the figure can be told beside its rows. */
export interface CohortRetentionOptions extends FigureOptions {
  /** The month (`YYYY-MM`) that the file covers only in part: the caption leaves it out. */
  readonly incompleteMonth?: string;
  /** The first month of the file, `YYYY-MM`; the caption says so where cohorts begin later. */
  readonly firstMonth?: string;
}

/**
 * Retention of monthly cohorts as a heat map, the share written in each cell.
 *
 * The month of the first purchase is 100 % by definition: it is not drawn, the size of the cohort
 * stands beside its name instead.
 *
 * @param rows One row per cohort and age in months, in any order.
 * @param options Title, width, and which months the file covers.
 * @returns A figure, with the caption: how many come back one month later, and half a year later.
 *
 * @example
 * ```ts
 * import { cohortRetentionFigure } from "./cohort_retention.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   cohortRetentionFigure([
 *     { cohort: "2011-01", age_months: 0, customers: 100, share: 1 },
 *     { cohort: "2011-01", age_months: 1, customers: 30, share: 0.3 },
 *     { cohort: "2011-02", age_months: 0, customers: 100, share: 1 },
 *     { cohort: "2011-02", age_months: 1, customers: 20, share: 0.2 },
 *   ]).caption,
 *   "Of all new customers, 25.0\u00a0% buy again one month after their first purchase; the cohort " +
 *     "of Jan 2011 does best (30.0\u00a0%).",
 * );
 * ```
 */
export function cohortRetentionFigure(
  rows: readonly CohortRow[],
  options: CohortRetentionOptions = {},
): Figure {
  return figure({
    title: "Customers who come back, by month of first purchase",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.incompleteMonth) + older(rows, options.firstMonth),
    rows,
  }, options);
}

function draw(rows: readonly CohortRow[], frame: Drawing<CohortRetentionOptions>): string {
  const known = finiteRows(rows, "age_months", "share");
  const cells = known.filter((row) => row.age_months > 0);
  if (cells.length === 0) return renderNoData(frame, "no data: no month after a first purchase");
  const first = new Map(
    known.filter((row) => row.age_months === 0).map((row) => [row.cohort, row.customers]),
  );
  const cohorts = [...new Set(known.map((row) => row.cohort))].sort();
  const tip = (row: CohortRow) =>
    `${formatMonth(row.cohort)}, ${row.age_months} ${row.age_months === 1 ? "month" : "months"} ` +
    `later\n${formatNumber(row.customers)} customers, ${formatPercent(row.share, 1)}`;
  return cohortHeatMap(cells.map((row) => ({ ...row, tip: tip(row) })), {
    ...frame,
    sizes: new Map(cohorts.map((cohort) => {
      const customers = first.get(cohort);
      return [cohort, customers === undefined ? "" : formatNumber(customers)];
    })),
    meaning: "share of the cohort that buys in the month",
  });
}

/** Says which customers the cohorts leave out, where the file is long. */
function older(rows: readonly CohortRow[], firstMonth?: string): string {
  const [first] = rows.map(({ cohort }) => cohort).sort();
  return first === undefined || firstMonth === undefined || firstMonth >= first
    ? ""
    : ` The file begins in ${formatMonth(firstMonth)}; cohorts of its last ten years are shown.`;
}

function captionOf(rows: readonly CohortRow[], incompleteMonth?: string): string {
  const cells = finiteRows(rows, "age_months", "share", "customers")
    .filter((row) => row.age_months > 0 && monthAfter(row) !== incompleteMonth);
  const first = pooled(cells, 1);
  if (first === undefined) return NO_DATA;
  const later = pooled(cells, 6);
  const best = cells.filter((row) => row.age_months === 1)
    .reduce((a, b) => (b.share > a.share ? b : a));
  return `Of all new customers, ${formatPercent(first, 1)} buy again one month after their first ` +
    `purchase` +
    (later === undefined ? "" : `, and ${formatPercent(later, 1)} in the sixth month`) +
    `; the cohort of ${formatMonth(best.cohort)} does best (${formatPercent(best.share, 1)})` +
    (incompleteMonth ? `; ${formatMonth(incompleteMonth)} is incomplete and not counted.` : ".");
}

/** Retention of all cohorts of one age together: customers who came back by customers at all. */
function pooled(cells: readonly CohortRow[], age: number): number | undefined {
  const own = cells.filter((row) => row.age_months === age && row.share > 0);
  const size = own.reduce((sum, row) => sum + row.customers / row.share, 0);
  return size > 0 ? own.reduce((sum, row) => sum + row.customers, 0) / size : undefined;
}

function monthAfter(row: CohortRow): string {
  const months = Number(row.cohort.slice(0, 4)) * 12 + Number(row.cohort.slice(5, 7)) - 1 +
    row.age_months;
  return `${Math.floor(months / 12)}-${String(months % 12 + 1).padStart(2, "0")}`;
}
