import type { Matrix } from "../../numeric/matrix.ts";
import { quantileSorted } from "../../numeric/quantile.ts";
import { checkFeatures } from "./check_features.ts";

/** Treatments of a few extreme values before distances are computed. */
export const OUTLIER_TREATMENTS = ["log1p", "winsorise", "none"] as const;

/** Learned treatment of the outliers of a matrix's columns. */
export type OutlierTreatment =
  | { readonly kind: "log1p"; readonly columns: number }
  | { readonly kind: "none"; readonly columns: number }
  | {
    readonly kind: "winsorise";
    readonly columns: number;
    /** Lowest value kept of each column, in the column's unit. */
    readonly low: readonly number[];
    /** Highest value kept of each column, in the column's unit. */
    readonly high: readonly number[];
  };

/** Options of {@linkcode fitOutlierTreatment}. */
export interface OutlierTreatmentOptions {
  /** Shares between which values are kept when winsorising; default [0.01, 0.99]. */
  readonly quantiles?: readonly [low: number, high: number];
}

/**
 * Learns how to tame the extreme values of each column.
 *
 * `log1p` takes log(1 + x), which suits long-tailed amounts and counts; `winsorise` moves what lies
 * outside two quantiles of the fitted rows onto them (Tukey 1962; quantiles of type 7, as NumPy's);
 * `none` leaves all values as they are.
 *
 * @param X Features in their own units, rows × columns, at least one row.
 * @param kind One of {@linkcode OUTLIER_TREATMENTS}.
 * @param options Which quantiles to keep.
 * @returns The treatment, to be applied to these and to later rows.
 * @throws {RangeError} If there is no row, a value is NaN or infinite, at most −1 where its logarithm
 *   is asked for, or the quantiles are not 0 ≤ low < high ≤ 1.
 *
 * @example
 * ```ts
 * import { fitOutlierTreatment } from "./outlier_treatment.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[1], [2], [3], [4], [900]]);
 * const treatment = fitOutlierTreatment(X, "winsorise", { quantiles: [0, 0.75] });
 * assertEquals(treatment, { kind: "winsorise", columns: 1, low: [1], high: [4] });
 * ```
 */
export function fitOutlierTreatment(
  X: Matrix,
  kind: OutlierTreatment["kind"],
  options: OutlierTreatmentOptions = {},
): OutlierTreatment {
  const doing = "Fitting an outlier treatment";
  const { quantiles: [low, high] = [0.01, 0.99] } = options;
  checkFeatures(doing, X);
  if (X.rows === 0) throw new RangeError(`${doing}: the matrix has no rows.`);
  if (!OUTLIER_TREATMENTS.includes(kind)) {
    throw new RangeError(`${doing}: there is no treatment "${kind}".`);
  }
  if (!(low >= 0 && low < high && high <= 1)) {
    throw new RangeError(
      `${doing}: the quantiles must be 0 ≤ low < high ≤ 1, got ${low}, ${high}.`,
    );
  }
  const { columns } = X;
  if (kind === "log1p") checkLogarithms(doing, X);
  if (kind !== "winsorise") return { kind, columns };
  const sorted = Array.from({ length: columns }, (_, column) => sortedColumn(X, column));
  return {
    kind,
    columns,
    low: sorted.map((values) => quantileSorted(values, low)),
    high: sorted.map((values) => quantileSorted(values, high)),
  };
}

/**
 * Treats the outliers of any rows as learned.
 *
 * @param model What {@linkcode fitOutlierTreatment} learned.
 * @param X Features in their own units, rows × the model's columns.
 * @returns A new matrix of the same shape.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is NaN or infinite, or at most −1 where its logarithm is asked for.
 *
 * @example
 * ```ts
 * import { applyOutlierTreatment, fitOutlierTreatment } from "./outlier_treatment.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const past = matrixFromRows([[0], [10]]);
 * const treatment = fitOutlierTreatment(past, "winsorise", { quantiles: [0.1, 0.9] });
 * assertEquals([...applyOutlierTreatment(treatment, matrixFromRows([[-5], [5], [70]])).values], [1, 5, 9]);
 * ```
 */
export function applyOutlierTreatment(model: OutlierTreatment, X: Matrix): Matrix {
  const doing = "Treating outliers";
  const { rows, columns } = X;
  checkFeatures(doing, X, model.columns);
  if (model.kind === "none") return { rows, columns, values: X.values.slice() };
  if (model.kind === "log1p") {
    checkLogarithms(doing, X);
    return { rows, columns, values: X.values.map((value) => Math.log1p(value)) };
  }
  const { low, high } = model;
  const values = X.values.map((value, i) =>
    Math.min(Math.max(value, low[i % columns]), high[i % columns])
  );
  return { rows, columns, values };
}

function checkLogarithms(doing: string, { columns, values }: Matrix): void {
  const wrong = values.findIndex((value) => value <= -1);
  if (wrong < 0) return;
  throw new RangeError(
    `${doing}: log(1 + x) needs values above −1; at row ${Math.floor(wrong / columns)}, ` +
      `column ${wrong % columns} is ${values[wrong]}.`,
  );
}

function sortedColumn({ rows, columns, values }: Matrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]).sort();
}
