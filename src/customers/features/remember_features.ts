import type { DataFrame } from "nodejs-polars";
import { memoize } from "../../numeric/memoize.ts";
import { customerFeatures } from "./customer_features.ts";
import { type SnapshotSource, takeSnapshot } from "../snapshot.ts";

/**
 * Computes customer features at any date, and each date once, however many stages ask for it.
 *
 * @returns A function from an ISO date to the features of its snapshot.
 */
export function rememberFeatures(source: SnapshotSource): (asOf: string) => DataFrame {
  return memoize((asOf: string) => customerFeatures(takeSnapshot(source, asOf)));
}
