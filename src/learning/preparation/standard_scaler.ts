import type { Matrix } from "../../numeric/matrix.ts";
import { checkFeatures } from "./check_features.ts";

/** Learned means and scales of the columns of a matrix. */
export interface StandardScalerModel {
  readonly kind: "standard_scaler";
  /** Mean of each column, in the column's unit. */
  readonly means: readonly number[];
  /** Population standard deviation of each column, 1 where the column is constant. */
  readonly scales: readonly number[];
}

/**
 * Learns the mean and the population standard deviation of each column, as scikit-learn's
 * `StandardScaler` does.
 *
 * @param X Features, rows × columns.
 * @returns The model; a constant column gets the scale 1, so it becomes 0.
 * @throws {RangeError} If there is no row, or a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { fitStandardScaler } from "./standard_scaler.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = fitStandardScaler(matrixFromRows([[1, 7], [3, 7]]));
 * assertEquals(model, { kind: "standard_scaler", means: [2, 7], scales: [1, 1] });
 * ```
 */
export function fitStandardScaler(X: Matrix): StandardScalerModel {
  const doing = "Fitting a standard scaler";
  checkFeatures(doing, X);
  if (X.rows === 0) throw new RangeError(`${doing}: the matrix has no rows.`);

  const means = columnMeans(X, (value) => value);
  const variances = columnMeans(X, (value, column) => (value - means[column]) ** 2);
  const scales = variances.map((variance, column) =>
    isConstant(variance, means[column], X.rows) ? 1 : Math.sqrt(variance)
  );
  return { kind: "standard_scaler", means, scales };
}

/**
 * Subtracts each column's learned mean and divides by its learned scale.
 *
 * @param model What {@linkcode fitStandardScaler} learned.
 * @param X Features, rows × the model's columns.
 * @returns A new matrix of the same shape, in standard deviations from the mean.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { fitStandardScaler, transformStandardScaler } from "./standard_scaler.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const past = matrixFromRows([[1], [3]]);
 * const future = matrixFromRows([[5]]);
 * assertEquals([...transformStandardScaler(fitStandardScaler(past), future).values], [3]);
 * ```
 */
export function transformStandardScaler(model: StandardScalerModel, X: Matrix): Matrix {
  checkFeatures("Scaling features", X, model.means.length);
  const values = new Float64Array(X.values.length);
  for (let i = 0; i < values.length;) {
    for (let column = 0; column < X.columns; column++, i++) {
      values[i] = (X.values[i] - model.means[column]) / model.scales[column];
    }
  }
  return { rows: X.rows, columns: X.columns, values };
}

function columnMeans(X: Matrix, of: (value: number, column: number) => number): number[] {
  const sums = new Array<number>(X.columns).fill(0);
  for (let i = 0; i < X.values.length;) {
    for (let column = 0; column < X.columns; column++, i++) sums[column] += of(X.values[i], column);
  }
  return sums.map((sum) => sum / X.rows);
}

/** Whether a variance is no more than rounding can make of equal values (scikit-learn's bound). */
function isConstant(variance: number, mean: number, rows: number): boolean {
  return variance <= rows * Number.EPSILON * variance + (rows * mean * Number.EPSILON) ** 2;
}
