import type { CohortRetentionRow } from "../figures/sales/cohort_retention_chart.ts";
import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatMonth } from "../words/dates.ts";
import { formatPercent } from "../words/numbers.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the retention of cohorts: how many come back one month later, and half a year later.
 *
 * @param rows One row per cohort and age in months, in any order.
 * @param incompleteMonth The month (`YYYY-MM`) that the file covers only in part: it is left out.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readCohorts } from "./read_cohorts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readCohorts([
 *     { cohort: "2011-01", age_months: 0, customers: 100, share: 1 },
 *     { cohort: "2011-01", age_months: 1, customers: 30, share: 0.3 },
 *     { cohort: "2011-02", age_months: 0, customers: 100, share: 1 },
 *     { cohort: "2011-02", age_months: 1, customers: 20, share: 0.2 },
 *   ]),
 *   "Of all new customers, 25.0\u00a0% buy again one month after their first purchase; the cohort " +
 *     "of Jan 2011 does best (30.0\u00a0%).",
 * );
 * ```
 */
export function readCohorts(
  rows: readonly CohortRetentionRow[],
  incompleteMonth?: string,
): string {
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
function pooled(cells: readonly CohortRetentionRow[], age: number): number | undefined {
  const own = cells.filter((row) => row.age_months === age && row.share > 0);
  const size = own.reduce((sum, row) => sum + row.customers / row.share, 0);
  return size > 0 ? own.reduce((sum, row) => sum + row.customers, 0) / size : undefined;
}

function monthAfter(row: CohortRetentionRow): string {
  const months = Number(row.cohort.slice(0, 4)) * 12 + Number(row.cohort.slice(5, 7)) - 1 +
    row.age_months;
  return `${Math.floor(months / 12)}-${String(months % 12 + 1).padStart(2, "0")}`;
}
