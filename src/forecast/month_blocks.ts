import type { DataFrame } from "nodejs-polars";
import { purchaseDays } from "../customers/features/purchase_days.ts";
import { numberColumn, textColumn } from "../frames/columns.ts";
import { DAY, instantOf } from "../frames/days.ts";

/** Revenue in months that are counted back from a date, so that the last one is whole. */
export interface MonthBlocks {
  /** Edges of the months in milliseconds, one more than there are months. */
  readonly edges: Float64Array;
  /** Revenue of each month per day, all customers. */
  readonly rates: Float64Array;
  /** `cohorts[c][m]`: revenue per day in month m of those who first bought in month c. */
  readonly cohorts: readonly Float64Array[];
  /** Customers who first bought in each month. */
  readonly arrivals: Float64Array;
  /** What each customer spent in the last three months. */
  readonly recent: ReadonlyMap<string, number>;
}

/**
 * Sums revenue by months that end on a date: with `asOf` the 9th they run from the 9th to the 8th.
 * Days before the first whole month count only for who is new.
 *
 * @param transactions Purchases; those on `asOf` or later are not looked at.
 * @param asOf ISO date at which the last month ends.
 * @param firstDate ISO date of the first purchase.
 * @returns Rates in money per day, see {@linkcode MonthBlocks}.
 */
export function monthBlocks(transactions: DataFrame, asOf: string, firstDate: string): MonthBlocks {
  const first = instantOf(firstDate);
  const back: number[] = [];
  for (let k = 0; monthsLater(asOf, -k) >= first; k++) back.push(monthsLater(asOf, -k));
  const edges = Float64Array.from(back.reverse());
  const months = Math.max(0, edges.length - 1);
  const daily = purchaseDays(transactions, null, asOf).sort(["day", "customer_id"]);
  const ids = textColumn(daily, "customer_id");
  const days = numberColumn(daily, "day").map((day) => day * DAY);
  const revenue = numberColumn(daily, "revenue");

  const rates = new Float64Array(months);
  const arrivals = new Float64Array(months);
  // The first row holds those who were there before the first whole month.
  const sums = Array.from({ length: months + 1 }, () => new Float64Array(months));
  const born = new Map<string, number>();
  const recent = new Map<string, number>();
  let month = -1;
  for (let i = 0; i < ids.length; i++) {
    while (month + 1 < months && days[i] >= edges[month + 1]) month++;
    if (!born.has(ids[i])) {
      born.set(ids[i], month);
      if (month >= 0) arrivals[month]++;
    }
    if (month < 0) continue;
    const perDay = revenue[i] / ((edges[month + 1] - edges[month]) / DAY);
    rates[month] += perDay;
    sums[born.get(ids[i])! + 1][month] += perDay;
    if (month >= months - 3) recent.set(ids[i], (recent.get(ids[i]) ?? 0) + revenue[i]);
  }
  // Whoever bought before the first whole month is of its cohort.
  const [before, ...cohorts] = sums;
  cohorts[0]?.forEach((value, m) => cohorts[0][m] = value + before[m]);
  return { edges, rates, cohorts, arrivals, recent };
}

/**
 * The same day of another month, or that month's last day.
 *
 * @param date ISO date.
 * @returns Milliseconds at midnight.
 */
export function monthsLater(date: string, months: number): number {
  const start = new Date(instantOf(date));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(start.getUTCDate(), last));
}
