import type { DataFrame } from "nodejs-polars";
import { memoize } from "../../numeric/memoize.ts";
import { customerFeatures } from "./customer_features.ts";
import { type SnapshotSource, takeSnapshot } from "../snapshot.ts";

/**
 * Computes customer features at any date, and each date once, however many stages ask for it.
 *
 * @param source Purchases and returns.
 * @returns A function from an ISO date to the features of its snapshot.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { rememberFeatures } from "./remember_features.ts";
 * import { assert } from "@std/assert";
 *
 * const transactions = pl.DataFrame({
 *   customer_id: ["7"], invoice_id: ["1"], product_id: ["A"], country: ["UK"], quantity: [2],
 *   revenue: [20], invoice_date: [new Date("2024-05-01T10:00:00Z")],
 * });
 * const featuresAt = rememberFeatures({ transactions, returns: transactions.head(0) });
 * assert(featuresAt("2024-05-11") === featuresAt("2024-05-11"));
 * ```
 */
export function rememberFeatures(source: SnapshotSource): (asOf: string) => DataFrame {
  return memoize((asOf: string) => customerFeatures(takeSnapshot(source, asOf)));
}
