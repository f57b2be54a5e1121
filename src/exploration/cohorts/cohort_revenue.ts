import type { DataFrame } from "nodejs-polars";
import { numberColumn } from "../../frames/columns.ts";
import { exactTotal } from "../../frames/exact_total.ts";
import { MOST_YEARS } from "../../frames/days.ts";
import { monthName } from "../calendar/calendar_month.ts";
import { customerMonths } from "../calendar/customer_months.ts";

/** Spend of a cohort's customers some months after their first purchase. */
export interface CohortRevenueRow {
  /** Month of the first purchase, `2010-12`. */
  readonly cohort: string;
  /** Calendar months since then; 0 is the first month itself. */
  readonly age_months: number;
  /** What the cohort spent in that month. */
  readonly revenue: number;
  /** The same relative to the cohort's first month; above 1 where it spent more than then. */
  readonly share: number;
}

/**
 * Revenue retention: of what a cohort spent in its first month, how much it spends in later ones.
 *
 * Those who stay may spend more than before, so it can rise where {@linkcode cohortRetention}, the
 * same by number of customers, falls.
 *
 * @param transactions Purchases of known customers.
 * @returns One row per cohort and month of the file not before it, cohorts in order of time; where the
 * file is longer, the cohorts of its last ten years.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { cohortRevenue } from "./cohort_revenue.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "8", "7"], revenue: [1, 3, 6],
 *   invoice_date: ["2024-01-05", "2024-01-09", "2024-02-01"].map((day) => new Date(day)),
 * });
 * assertEquals(cohortRevenue(transactions), [
 *   { cohort: "2024-01", age_months: 0, revenue: 4, share: 1 },
 *   { cohort: "2024-01", age_months: 1, revenue: 6, share: 1.5 },
 * ]);
 * ```
 */
export function cohortRevenue(transactions: DataFrame): CohortRevenueRow[] {
  const spent = customerMonths(transactions)
    .groupBy(["first_month", "month"])
    .agg(exactTotal("revenue"))
    .sort(["first_month", "month"]);
  const [cohorts, months, revenues] = ["first_month", "month", "revenue"]
    .map((name) => numberColumn(spent, name));
  const revenueOf = new Map(Array.from(revenues, (revenue, row) => [
    `${cohorts[row]} ${months[row]}`,
    revenue,
  ]));
  const last = months.reduce((a, b) => Math.max(a, b), -Infinity);
  const shown = [...new Set(cohorts)].filter((cohort) => cohort > last - 12 * MOST_YEARS);
  return shown.flatMap((cohort) =>
    Array.from({ length: last - cohort + 1 }, (_, age) => {
      const revenue = revenueOf.get(`${cohort} ${cohort + age}`) ?? 0;
      const share = revenue / revenueOf.get(`${cohort} ${cohort}`)!;
      return { cohort: monthName(cohort), age_months: age, revenue, share };
    })
  );
}
