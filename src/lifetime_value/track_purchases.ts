import type { DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../frames/columns.ts";
import { DAY, instantOf, MOST_YEARS } from "../frames/days.ts";
import { expectedPurchases } from "./models/expected_purchases.ts";
import type { PurchaseModel } from "./models/purchase_model.ts";
import { purchaseDays } from "../customers/features/purchase_days.ts";

/** Repeat purchases of one week. */
export interface TrackingRow {
  /** `actual`, or the model. */
  readonly model: string;
  /** ISO date of the day after the week. */
  readonly until: string;
  /** Whether models had seen the week. */
  readonly seen: boolean;
  /** Repeat purchases in the week, and up to its end. */
  readonly purchases: number;
  readonly cumulative: number;
}

/** The days between which purchases are tracked. */
export interface TrackedPeriod {
  /** ISO date up to which models were fitted: only customers who came before it are tracked. */
  readonly from: string;
  /** ISO date of the end. */
  readonly asOf: string;
}

const WEEK = 7;

/**
 * Follows the repeat purchases of a model's customers week by week, beside what it expects of them
 * from the day on which each first bought.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", figures 2 and 3.
 *
 * @param transactions Lines: `customer_id, invoice_date, revenue`, in any order.
 * @param models Fitted to the lines before `from`, in days.
 * @returns One row per model and whole week, those of `actual` first; of a longer file the weeks of
 * its last ten years.
 */
export function trackPurchases(
  transactions: DataFrame,
  models: readonly PurchaseModel[],
  { from, asOf }: TrackedPeriod,
): TrackingRow[] {
  const [start, end] = [from, asOf].map((date) => instantOf(date) / DAY);
  const purchases = purchaseDays(transactions, null, asOf);
  const ids = textColumn(purchases, "customer_id"), days = numberColumn(purchases, "day");
  const births = days.filter((day, i) => ids[i] !== ids[i - 1] && day < start);
  const firstDay = births.reduce((first, day) => Math.min(first, day), Infinity);
  // Whole weeks, counted so that one of them ends where the holdout begins.
  const weeksSeen = Math.floor((start - firstDay) / WEEK);
  const weeksBefore = Math.min(weeksSeen, Math.floor(MOST_YEARS * 365.25 / WEEK));
  const weeksAfter = Math.floor((end - start) / WEEK);
  // Where older weeks are not told, one more says what had come before those that are.
  const untold = weeksBefore < weeksSeen ? 1 : 0;
  const ends = Array.from(
    { length: untold + weeksBefore + weeksAfter },
    (_, i) => start + (i + 1 - untold - weeksBefore) * WEEK,
  );
  const actual = actualUntil(ids, days, start, ends);
  const bornOn = countByDay(births);
  const series = [
    { model: "actual", cumulative: actual },
    ...models.map((model) => ({
      model: model.kind,
      cumulative: expectedUntil(model, bornOn, ends),
    })),
  ];
  return series.flatMap(({ model, cumulative }) =>
    ends.map((day, i) => ({
      model,
      until: new Date(day * DAY).toISOString().slice(0, 10),
      seen: day <= start,
      purchases: cumulative[i] - (i === 0 ? 0 : cumulative[i - 1]),
      cumulative: cumulative[i],
    })).slice(untold)
  );
}

/** Repeat purchases before each of some days, of customers who first came before the holdout. */
function actualUntil(
  ids: readonly string[],
  days: Float64Array,
  start: number,
  ends: readonly number[],
): number[] {
  const repeats: number[] = [];
  let known = false;
  days.forEach((day, i) => {
    if (ids[i] !== ids[i - 1]) known = day < start;
    else if (known) repeats.push(day);
  });
  repeats.sort((a, b) => a - b);
  let passed = 0;
  return ends.map((end) => {
    while (passed < repeats.length && repeats[passed] < end) passed++;
    return passed;
  });
}

function countByDay(days: Float64Array): [number, number][] {
  const counts = new Map<number, number>();
  for (const day of [...days].sort((a, b) => a - b)) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts];
}

/** What a model expects of customers of whom it knows no more than the day on which they came. */
function expectedUntil(
  model: PurchaseModel,
  bornOn: readonly [number, number][],
  ends: readonly number[],
): number[] {
  const zero = Float64Array.of(0);
  const byAge = new Map<number, number>();
  const expected = (age: number) => {
    const known = byAge.get(age) ?? expectedPurchases(model, zero, zero, zero, age)[0];
    byAge.set(age, known);
    return known;
  };
  return ends.map((end) =>
    bornOn.reduce((sum, [day, count]) => day < end ? sum + count * expected(end - day) : sum, 0)
  );
}
