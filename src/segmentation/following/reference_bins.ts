import type { DataFrame } from "nodejs-polars";
import { featureMatrix } from "../../customers/features/feature_matrix.ts";

/** Distribution of one feature among the customers of a fit. */
export interface ReferenceBins {
  readonly feature: string;
  /** Ascending edges, values of the fit; a value lies in the bin of the first edge not below it. */
  readonly edges: readonly number[];
  /** Share of the fit's customers in each of the `edges.length + 1` bins, none of them 0. */
  readonly shares: readonly number[];
  /** Customers of the fit. */
  readonly customers: number;
}

const BINS = 10;

/**
 * Cuts each feature at the deciles of the customers at hand, and counts who is in each bin.
 *
 * Deciles are values that occur (the inverse of the distribution function, Hyndman and Fan's type
 * 1), so that no bin is empty; deciles that coincide, as those of order counts do, make one edge.
 * A feature that is the same for everyone has one bin: nothing can be told of it later.
 *
 * @param customers One row per customer, at least one.
 * @returns Edges and shares of each feature, in the order of `features`.
 * @throws {RangeError} If there is no customer, or a value is missing.
 */
export function referenceBins(customers: DataFrame, features: readonly string[]): ReferenceBins[] {
  if (customers.height === 0) throw new RangeError("Cutting features at deciles: no customers.");
  return features.map((feature) => {
    const sorted = featureMatrix(customers, [feature]).values.sort();
    const n = sorted.length;
    const deciles = Array.from(
      { length: BINS - 1 },
      (_, i) => sorted[Math.ceil(((i + 1) * n) / BINS) - 1],
    );
    // Beyond the largest value there would be nobody.
    const edges = [...new Set(deciles)].filter((edge) => edge < sorted[n - 1]);
    return {
      feature,
      edges,
      shares: countInBins(sorted, edges).map((count) => count / n),
      customers: n,
    };
  });
}

/**
 * Counts values between edges.
 *
 * @param values Any numbers, none of them NaN.
 * @param edges Ascending edges; a value lies in the bin of the first edge that is not below it.
 * @returns How many values are in each of the `edges.length + 1` bins.
 */
export function countInBins(values: ArrayLike<number>, edges: readonly number[]): number[] {
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (let i = 0; i < values.length; i++) {
    let bin = 0;
    while (bin < edges.length && edges[bin] < values[i]) bin++;
    counts[bin]++;
  }
  return counts;
}
