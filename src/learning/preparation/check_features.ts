import type { Matrix } from "../../numeric/matrix.ts";

/**
 * Refuses a feature matrix of the wrong shape, or with a value that is infinite or missing.
 *
 * @param columns How many columns the fitted model expects; any where omitted.
 * @param allow Whether missing values (NaN) may pass; default false.
 * @throws {TypeError} If the matrix holds another number of values than rows × columns, or of
 *   columns than the model expects.
 * @throws {RangeError} If a value is infinite, or NaN where that may not pass; the message names its row
 *   and column.
 */
export function checkFeatures(
  doing: string,
  X: Matrix,
  columns?: number,
  allow: { readonly missing?: boolean } = {},
): void {
  const { values } = X;
  if (values.length !== X.rows * X.columns) {
    throw new TypeError(
      `${doing}: a matrix of ${X.rows} × ${X.columns} needs ${X.rows * X.columns} values, ` +
        `got ${values.length}.`,
    );
  }
  if (columns !== undefined && X.columns !== columns) {
    throw new TypeError(
      `${doing}: the model was fitted on ${columns} columns, got a matrix of ${X.columns}.`,
    );
  }
  const isMissing = !allow.missing && values.includes(NaN);
  if (!isMissing && !values.includes(Infinity) && !values.includes(-Infinity)) return;
  const i = values.findIndex((value) =>
    !Number.isFinite(value) && !(allow.missing && Number.isNaN(value))
  );
  const row = Math.floor(i / X.columns);
  throw new RangeError(
    `${doing}: the value at row ${row}, column ${i % X.columns} is ${values[i]}.`,
  );
}
