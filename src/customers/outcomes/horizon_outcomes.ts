import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { exactTotal } from "../../frames/exact_total.ts";
import { linesWithin } from "../../frames/days.ts";

/** Outcomes of the customers of a snapshot in the days after it. */
export interface HorizonOutcomes {
  /** Total spend in the horizon, one per customer in the order asked for. */
  readonly spend: Float64Array;
  /** Purchase invoices in the horizon. */
  readonly purchases: Float64Array;
}

/**
 * Looks up what customers did in `[asOf, asOf + horizonDays)`: the source of every label.
 *
 * @param customers Customer ids, as in a feature table of the snapshot at `asOf`.
 * @param transactions All purchases, those after the snapshot among them.
 * @param asOf ISO date of the snapshot.
 * @param horizonDays Length of the horizon in days.
 * @returns Spend and number of purchases per customer, 0 for those who did not come back.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { horizonOutcomes } from "./horizon_outcomes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "7"], invoice_id: ["1", "2"], revenue: [10, 5],
 *   invoice_date: [new Date("2024-05-01"), new Date("2024-05-03")],
 * });
 * const { spend, purchases } = horizonOutcomes(["7", "8"], transactions, "2024-05-02", 91);
 * assertEquals([[...spend], [...purchases]], [[5, 0], [1, 0]]);
 * ```
 */
export function horizonOutcomes(
  customers: readonly string[],
  transactions: DataFrame,
  asOf: string,
  horizonDays: number,
): HorizonOutcomes {
  const outcomes = linesWithin(transactions, asOf, horizonDays)
    .groupBy("customer_id")
    .agg(exactTotal("revenue"), pl.col("invoice_id").nUnique().alias("purchases"));
  const row = new Map(textColumn(outcomes, "customer_id").map((id, i) => [id, i]));
  const revenue = numberColumn(outcomes, "revenue");
  const invoices = numberColumn(outcomes, "purchases");
  const lookUp = (values: Float64Array) =>
    Float64Array.from(customers, (id) => values[row.get(id) ?? -1] ?? 0);
  return { spend: lookUp(revenue), purchases: lookUp(invoices) };
}
