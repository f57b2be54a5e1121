import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { MOST_YEARS } from "../../frames/days.ts";
import { calendarMonth, monthName } from "../calendar/calendar_month.ts";

/** Number and share of a cohort's customers who bought again some months later. */
export interface CohortRow {
  /** Month of the first purchase, `2010-12`. */
  readonly cohort: string;
  /** Calendar months since then; 0 is the first month itself. */
  readonly age_months: number;
  /** Customers of the cohort who bought in that month. */
  readonly customers: number;
  /** The same as a share of the cohort, 0 to 1. */
  readonly share: number;
}

/**
 * Cohort retention: of the customers who first bought in a month, how many buy in each later one.
 *
 * The first month of a file also holds customers who had bought before the file began.
 *
 * @param transactions Purchases of known customers.
 * @returns One row per cohort and month of the file not before it, cohorts in order of time; where the
 * file is longer, the cohorts of its last ten years.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { cohortRetention } from "./cohort_retention.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "8", "7"],
 *   invoice_date: ["2024-01-05", "2024-01-09", "2024-02-01"].map((day) => new Date(day)),
 * });
 * assertEquals(cohortRetention(transactions), [
 *   { cohort: "2024-01", age_months: 0, customers: 2, share: 1 },
 *   { cohort: "2024-01", age_months: 1, customers: 1, share: 0.5 },
 * ]);
 * ```
 */
export function cohortRetention(transactions: DataFrame): CohortRow[] {
  const months = monthsOfCustomers(transactions);
  const active = new Map<number, Map<number, number>>(); // cohort → age → customers
  let last = -Infinity;
  for (const bought of months.values()) {
    const cohort = Math.min(...bought);
    const ages = active.get(cohort) ?? new Map<number, number>();
    active.set(cohort, ages);
    for (const month of bought) {
      ages.set(month - cohort, (ages.get(month - cohort) ?? 0) + 1);
      last = Math.max(last, month);
    }
  }
  const shown = [...active].filter(([cohort]) => cohort > last - 12 * MOST_YEARS);
  return shown.sort(([a], [b]) => a - b).flatMap(([cohort, ages]) =>
    Array.from({ length: last - cohort + 1 }, (_, age) => ({
      cohort: monthName(cohort),
      age_months: age,
      customers: ages.get(age) ?? 0,
      share: (ages.get(age) ?? 0) / ages.get(0)!,
    }))
  );
}

/** The months in which each customer bought. */
function monthsOfCustomers(transactions: DataFrame): Map<string, number[]> {
  const active = transactions.lazy()
    .select(pl.col("customer_id"), calendarMonth(pl.col("invoice_date")).alias("month"))
    .unique()
    .collectSync();
  const monthOfRow = numberColumn(active, "month");
  const months = new Map<string, number[]>();
  textColumn(active, "customer_id").forEach((customer, row) => {
    const bought = months.get(customer);
    if (bought) bought.push(monthOfRow[row]);
    else months.set(customer, [monthOfRow[row]]);
  });
  return months;
}
