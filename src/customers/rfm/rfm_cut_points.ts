import type { DataFrame } from "nodejs-polars";
import { quantileSorted } from "../../numeric/quantile.ts";
import { numberColumn } from "../../frames/columns.ts";

/** Cut points between the RFM scores; a value equal to a cut point lies in the range below. */
export interface RfmCutPoints {
  /** Days since the last purchase, ascending, one fewer than levels. */
  readonly recency: readonly number[];
  /** Orders, ascending, one fewer than levels. */
  readonly frequency: readonly number[];
  /** Total spend, ascending, one fewer than levels. */
  readonly monetary: readonly number[];
}

/**
 * Cuts recency, frequency and monetary value at their quantiles, so that the ranges hold equally
 * many customers as far as ties allow.
 *
 * Learned at one snapshot, they score later customers by the same yardstick. Where many customers
 * share a value, neighbouring cut points are equal and the level between them stays empty.
 *
 * @param rfm Columns `recency_days, frequency, monetary_value`, at least one row.
 * @param levels How many score levels, at least 2.
 * @returns JSON-able cut points, to be passed to `rfmScores`.
 * @throws {RangeError} If there is no customer, a value is missing, or `levels` is no whole number
 * from 2 on.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { rfmCutPoints } from "./rfm_cut_points.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rfm = pl.DataFrame({
 *   recency_days: [0, 10, 20], frequency: [1, 1, 8], monetary_value: [10, 20, 90],
 * });
 * assertEquals(rfmCutPoints(rfm, 2), { recency: [10], frequency: [1], monetary: [20] });
 * ```
 */
export function rfmCutPoints(rfm: DataFrame, levels = 5): RfmCutPoints {
  checkLevels(levels);
  return {
    recency: quantiles(rfm, "recency_days", levels),
    frequency: quantiles(rfm, "frequency", levels),
    monetary: quantiles(rfm, "monetary_value", levels),
  };
}

/**
 * Refuses a number of score levels that is no whole number from 2 on.
 *
 * @throws {RangeError} If it is not.
 */
export function checkLevels(levels: number): void {
  if (!Number.isInteger(levels) || levels < 2) {
    throw new RangeError(`Scoring RFM: levels must be a whole number from 2 on, got ${levels}.`);
  }
}

/**
 * Refuses cut points that are too few, too many, or not ascending.
 *
 * @throws {RangeError} If they do not fit.
 */
export function checkCutPoints(measure: string, cuts: readonly number[], levels: number): void {
  const got = `got [${cuts.join(", ")}]`;
  if (cuts.length !== levels - 1) {
    throw new RangeError(
      `Scoring RFM: ${levels} levels take ${levels - 1} cut points of ${measure}, ${got}.`,
    );
  }
  if (!cuts.every((cut, i) => Number.isFinite(cut) && (i === 0 || cuts[i - 1] <= cut))) {
    throw new RangeError(
      `Scoring RFM: cut points of ${measure} must be ascending numbers, ${got}.`,
    );
  }
}

function quantiles(rfm: DataFrame, column: string, levels: number): number[] {
  const sorted = numberColumn(rfm, column).slice().sort();
  if (sorted.length === 0) throw new RangeError("Scoring RFM: there are no customers.");
  return Array.from({ length: levels - 1 }, (_, i) => quantileSorted(sorted, (i + 1) / levels));
}
