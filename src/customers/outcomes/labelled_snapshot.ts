import type { DataFrame } from "nodejs-polars";
import { customerFeatures } from "../features/customer_features.ts";
import { type HorizonOutcomes, horizonOutcomes } from "./horizon_outcomes.ts";
import { type SnapshotSource, takeSnapshot } from "../snapshot.ts";
import { textColumn } from "../../frames/columns.ts";

/** Customers as they were at a snapshot, and what they did in the horizon after it. */
export interface LabelledSnapshot {
  readonly asOf: string;
  readonly features: DataFrame;
  readonly outcomes: HorizonOutcomes;
}

/**
 * Features before a date and outcomes after it, of the same customers.
 *
 * @param source Purchases and returns, those after the date among them.
 * @param asOf ISO date of the snapshot.
 * @param horizonDays Days of the horizon.
 * @param featuresAt Where the features at a date come from, if they have been computed already.
 * @returns Features from lines before `asOf`, outcomes from `[asOf, asOf + horizonDays)`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { labelledSnapshot } from "./labelled_snapshot.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7", "7"], invoice_id: ["1", "2"], product_id: ["A", "A"], country: ["UK", "UK"],
 *   quantity: [2, 4], revenue: [20, 40],
 *   invoice_date: [new Date("2024-05-01T10:00:00Z"), new Date("2024-05-03T10:00:00Z")],
 * });
 * const source = { transactions, returns: transactions.head(0) };
 * const { features, outcomes } = labelledSnapshot(source, "2024-05-02", 30);
 * assertEquals([features.height, outcomes.spend[0]], [1, 40]);
 * ```
 */
export function labelledSnapshot(
  source: SnapshotSource,
  asOf: string,
  horizonDays: number,
  featuresAt: (date: string) => DataFrame = (date) => customerFeatures(takeSnapshot(source, date)),
): LabelledSnapshot {
  const features = featuresAt(asOf);
  const customers = textColumn(features, "customer_id");
  return {
    asOf,
    features,
    outcomes: horizonOutcomes(customers, source.transactions, asOf, horizonDays),
  };
}
