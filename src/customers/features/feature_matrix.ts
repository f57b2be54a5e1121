import type { DataFrame } from "nodejs-polars";
import type { Matrix } from "../../numeric/matrix.ts";
import { numberColumn } from "../../frames/columns.ts";

/** Options of {@linkcode featureMatrix}. */
export interface FeatureMatrixOptions {
  /** Whether to take `log(1 + x)` of every feature, which tames the long tails of spend. */
  readonly log?: boolean;
}

/**
 * Puts numeric columns of a dataframe side by side as a matrix.
 *
 * @param frame One row per customer.
 * @param features Column names.
 * @param options See {@linkcode FeatureMatrixOptions}.
 * @returns `rows × features` numbers.
 * @throws {RangeError} If a value is missing, or negative where the logarithm is asked for.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { featureMatrix } from "./feature_matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const customers = pl.DataFrame({ frequency: [1, 2], monetary_value: [10, 20] });
 * const X = featureMatrix(customers, ["frequency", "monetary_value"]);
 * assertEquals(X.values, Float64Array.of(1, 10, 2, 20));
 * ```
 */
export function featureMatrix(
  frame: DataFrame,
  features: readonly string[],
  options: FeatureMatrixOptions = {},
): Matrix {
  const values = new Float64Array(frame.height * features.length);
  features.forEach((feature, j) => {
    numberColumn(frame, feature).forEach((value, i) => {
      if (!Number.isFinite(value) || (options.log && value < 0)) {
        throw new RangeError(`Making a feature matrix: ${feature} of row ${i} is ${value}.`);
      }
      values[i * features.length + j] = options.log ? Math.log1p(value) : value;
    });
  });
  return { rows: frame.height, columns: features.length, values };
}
