import type { Matrix } from "../../numeric/matrix.ts";
import { symmetricEigen } from "../../numeric/symmetric_eigen.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { sum } from "../../numeric/sums.ts";

/** Learned directions in which rows vary most. */
export interface PrincipalComponentsModel {
  readonly kind: "principal_components";
  /** Mean of each column, in the column's unit. */
  readonly means: readonly number[];
  /** One row of loadings (of length 1) per component, by descending variance. */
  readonly components: readonly (readonly number[])[];
  /** Sample variance (÷ rows − 1) of the rows along each component. */
  readonly explainedVariance: readonly number[];
  /** The share of the total variance along each component; 0 where nothing varies. */
  readonly explainedVarianceRatio: readonly number[];
}

/** Options of {@linkcode fitPrincipalComponents}. */
export interface PrincipalComponentsOptions {
  /** How many to keep, from 1 to the smaller of rows and columns; default as many as there are. */
  readonly components?: number;
}

/**
 * Finds the directions, at right angles to one another, in which rows vary most (Pearson 1901).
 *
 * The result equals scikit-learn's `PCA`, with its rule for signs: the largest loading of each
 * component is positive.
 *
 * @param X Features, rows × columns, best standardised; at least two rows.
 * @param options How many components to keep.
 * @returns Means, loadings and variances.
 * @throws {RangeError} If there are fewer than two rows, a value is NaN or infinite, or so many
 *   components do not exist.
 *
 * @example
 * ```ts
 * import { fitPrincipalComponents } from "./principal_components.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const model = fitPrincipalComponents(matrixFromRows([[0, 0], [3, 4], [6, 8]]));
 * assertAlmostEquals(model.components[0][0], 0.6, 1e-12);
 * assertAlmostEquals(model.components[0][1], 0.8, 1e-12);
 * assertAlmostEquals(model.explainedVariance[0], 25, 1e-12);
 * ```
 */
export function fitPrincipalComponents(
  X: Matrix,
  options: PrincipalComponentsOptions = {},
): PrincipalComponentsModel {
  const doing = "Fitting principal components";
  checkFeatures(doing, X);
  if (X.rows < 2) throw new RangeError(`${doing}: at least 2 rows are needed, got ${X.rows}.`);
  const most = Math.min(X.rows, X.columns);
  const { components: kept = most } = options;
  if (!Number.isInteger(kept) || kept < 1 || kept > most) {
    throw new RangeError(`${doing}: the number of components must be 1 … ${most}, got ${kept}.`);
  }

  const means = columnMeans(X);
  const { values, vectors } = symmetricEigen(covariance(X, means));
  // A variance of nothing may come out as less than nothing by rounding.
  const variances = Array.from(values, (value) => Math.max(0, value));
  const total = sum(variances);
  return {
    kind: "principal_components",
    means,
    components: Array.from(
      { length: kept },
      (_, i) =>
        withLargestPositive(
          Array.from(vectors.values.subarray(i * X.columns, (i + 1) * X.columns)),
        ),
    ),
    explainedVariance: variances.slice(0, kept),
    explainedVarianceRatio: variances.slice(0, kept)
      .map((variance) => total === 0 ? 0 : variance / total),
  };
}

/**
 * Places rows along learned components.
 *
 * @param model What {@linkcode fitPrincipalComponents} learned.
 * @param X Features, rows × the model's columns, scaled as the fitted ones were.
 * @returns Rows × components, in the unit of the features; the fitted rows have mean 0.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { fitPrincipalComponents, transformPrincipalComponents } from "./principal_components.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[0, 0], [3, 4], [6, 8]]);
 * const model = fitPrincipalComponents(X, { components: 1 });
 * assertAlmostEquals(transformPrincipalComponents(model, X).values[2], 5, 1e-12);
 * ```
 */
export function transformPrincipalComponents(model: PrincipalComponentsModel, X: Matrix): Matrix {
  const { means, components } = model;
  checkFeatures("Placing rows along principal components", X, means.length);
  const columns = components.length;
  const values = new Float64Array(X.rows * columns);
  for (let row = 0; row < X.rows; row++) {
    components.forEach((loadings, i) => {
      let score = 0;
      for (let j = 0; j < X.columns; j++) {
        score += (X.values[row * X.columns + j] - means[j]) * loadings[j];
      }
      values[row * columns + i] = score;
    });
  }
  return { rows: X.rows, columns, values };
}

function columnMeans({ rows, columns, values }: Matrix): number[] {
  const sums = new Array<number>(columns).fill(0);
  for (let i = 0; i < values.length; i++) sums[i % columns] += values[i];
  return sums.map((sum) => sum / rows);
}

/** Sample covariances of the columns. */
function covariance({ rows, columns, values }: Matrix, means: readonly number[]): Matrix {
  const products = new Float64Array(columns * columns);
  for (let start = 0; start < values.length; start += columns) {
    for (let a = 0; a < columns; a++) {
      const deviation = values[start + a] - means[a];
      for (let b = 0; b < columns; b++) {
        products[a * columns + b] += deviation * (values[start + b] - means[b]);
      }
    }
  }
  return { rows: columns, columns, values: products.map((sum) => sum / (rows - 1)) };
}

/** Turns a direction round if its largest loading (the first of equal ones) is negative. */
function withLargestPositive(loadings: number[]): number[] {
  const largest = loadings.reduce((a, b) => Math.abs(b) > Math.abs(a) ? b : a);
  return largest < 0 ? loadings.map((loading) => 0 - loading) : loadings;
}
