import { poolAdjacentViolators } from "./pool_adjacent_violators.ts";

/** A learned rising curve: straight between its points, level beyond its ends. */
export interface IsotonicRegressionModel {
  readonly kind: "isotonic_regression";
  /** Values of x at the points of the curve, ascending. */
  readonly thresholds: readonly number[];
  /** Values of the curve at these points, never falling, in the unit of y. */
  readonly values: readonly number[];
}

/** Options of {@linkcode fitIsotonicRegression}. */
export interface IsotonicRegressionOptions {
  /** How much each row counts, 0 or more; default 1 for all. */
  readonly weights?: ArrayLike<number>;
}

/**
 * Learns the curve that never falls and lies closest to the rows by weighted least squares:
 * scikit-learn's `IsotonicRegression`.
 *
 * With scores and classes 0 or 1 it is a calibration: the curve gives the probability of class 1 at
 * each score (Zadrozny and Elkan 2002). It makes no assumption on the shape and needs more rows than
 * Platt's scaling, about a thousand.
 *
 * @param x Scores, one per row.
 * @param y Classes or numbers, one per row.
 * @param options Weights.
 * @returns The curve.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a value is NaN or infinite, or a weight is negative or
 *   all are 0.
 *
 * @example
 * ```ts
 * import { fitIsotonicRegression } from "./isotonic_regression.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // 1 before 0 would fall: both become one half.
 * assertEquals(fitIsotonicRegression([0.1, 0.2, 0.3, 0.4], [0, 1, 0, 1]), {
 *   kind: "isotonic_regression",
 *   thresholds: [0.1, 0.2, 0.3, 0.4],
 *   values: [0, 0.5, 0.5, 1],
 * });
 * ```
 */
export function fitIsotonicRegression(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options: IsotonicRegressionOptions = {},
): IsotonicRegressionModel {
  const weights = options.weights ?? new Float64Array(x.length).fill(1);
  checkRows(x, y, weights);
  const points = distinctPoints(x, y, weights);
  const values = poolAdjacentViolators(
    points.map((point) => point.y),
    points.map((point) => point.weight),
  );
  // Within a level stretch only its ends are needed.
  const kept = points.map((_, i) => i).filter((i) =>
    i === 0 || i === points.length - 1 || values[i] !== values[i - 1] || values[i] !== values[i + 1]
  );
  return {
    kind: "isotonic_regression",
    thresholds: kept.map((i) => points[i].x),
    values: kept.map((i) => values[i]),
  };
}

/**
 * Reads the curve at new scores.
 *
 * @param model What {@linkcode fitIsotonicRegression} learned.
 * @param x Scores; one beyond the learned range gets the value at its end.
 * @returns One value per score, in the unit of the fitted y.
 * @throws {RangeError} If a score is NaN.
 *
 * @example
 * ```ts
 * import { fitIsotonicRegression, predictIsotonicRegression } from "./isotonic_regression.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = fitIsotonicRegression([1, 2, 4], [0, 0, 1]);
 * assertEquals([...predictIsotonicRegression(model, [-5, 3, 9])], [0, 0.5, 1]);
 * ```
 */
export function predictIsotonicRegression(
  model: IsotonicRegressionModel,
  x: ArrayLike<number>,
): Float64Array {
  const { thresholds, values } = model;
  const last = thresholds.length - 1;
  return Float64Array.from(x, (score, row) => {
    if (Number.isNaN(score)) {
      throw new RangeError(`Predicting by isotonic regression: the score of row ${row} is NaN.`);
    }
    if (score <= thresholds[0]) return values[0];
    if (score >= thresholds[last]) return values[last];
    const above = firstAbove(thresholds, score);
    const rise = (values[above] - values[above - 1]) / (thresholds[above] - thresholds[above - 1]);
    return values[above - 1] + rise * (score - thresholds[above - 1]);
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** Scores closer than this are the same one, summed in another order (scikit-learn's bound). */
const SAME = 1e-15;

/** Rows by ascending x, those of equal x as one with their mean y, those without weight left out. */
function distinctPoints(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  weights: ArrayLike<number>,
): Point[] {
  const order = Array.from({ length: x.length }, (_, row) => row)
    .filter((row) => weights[row] > 0)
    .sort((a, b) => x[a] - x[b] || y[a] - y[b] || weights[a] - weights[b]);
  const points: Point[] = [];
  for (let i = 0; i < order.length;) {
    const first = x[order[i]];
    let [sum, weight] = [0, 0];
    for (; i < order.length && x[order[i]] - first < SAME; i++) {
      sum += y[order[i]] * weights[order[i]];
      weight += weights[order[i]];
    }
    points.push({ x: first, y: sum / weight, weight });
  }
  return points;
}

/** The first of the ascending thresholds that lies above the score, which lies among them. */
function firstAbove(thresholds: readonly number[], score: number): number {
  let [low, high] = [0, thresholds.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (thresholds[middle] <= score) low = middle;
    else high = middle;
  }
  return high;
}

function checkRows(x: ArrayLike<number>, y: ArrayLike<number>, weights: ArrayLike<number>): void {
  const doing = "Fitting an isotonic regression";
  if (x.length !== y.length || x.length !== weights.length) {
    throw new TypeError(
      `${doing}: x, y and weights differ in length, ${x.length}, ${y.length} and ${weights.length}.`,
    );
  }
  if (x.length === 0) throw new RangeError(`${doing}: there are no rows.`);
  let total = 0;
  for (let row = 0; row < x.length; row++) {
    if (!Number.isFinite(x[row]) || !Number.isFinite(y[row])) {
      throw new RangeError(`${doing}: row ${row} has x ${x[row]} and y ${y[row]}.`);
    }
    if (!(weights[row] >= 0 && weights[row] < Infinity)) {
      throw new RangeError(
        `${doing}: a weight must be 0 or more, that of row ${row} is ${weights[row]}.`,
      );
    }
    total += weights[row];
  }
  if (total === 0) throw new RangeError(`${doing}: all weights are 0.`);
}
