import type { Matrix } from "../../numeric/matrix.ts";
import { checkFeatures } from "./check_features.ts";

/**
 * Refuses features and classes that no two-class classifier can learn from.
 *
 * @param y Classes, 0 or 1, one per row.
 * @param allow Whether missing features (NaN) may pass; default false.
 * @throws {TypeError} If there is not one class per row.
 * @throws {RangeError} If a feature is infinite, or NaN where that may not pass, a class is neither 0
 *   nor 1, or all rows are of one class.
 */
export function checkClasses(
  doing: string,
  X: Matrix,
  y: ArrayLike<number>,
  allow: { readonly missing?: boolean } = {},
): void {
  checkShapes(doing, X, y, allow);
  const labels = "every" in y ? y as readonly number[] : Array.from(y);
  if (!labels.every(isClass)) {
    const row = labels.findIndex((label) => !isClass(label));
    throw new RangeError(`${doing}: a class must be 0 or 1, row ${row} is ${y[row]}.`);
  }
  if (!labels.includes(0) || !labels.includes(1)) {
    throw new RangeError(
      `${doing}: both classes are needed, all ${y.length} rows are of class ${y[0]}.`,
    );
  }
}

function isClass(label: number): boolean {
  return label === 0 || label === 1;
}

/**
 * Refuses features and target values that no regression can learn from.
 *
 * @param allow Whether missing features (NaN) may pass; default false.
 * @throws {TypeError} If there is not one target per row.
 * @throws {RangeError} If there are no rows or columns, or a value is NaN or infinite, features that may
 *   be missing aside.
 */
export function checkTargets(
  doing: string,
  X: Matrix,
  y: ArrayLike<number>,
  allow: { readonly missing?: boolean } = {},
): void {
  checkShapes(doing, X, y, allow);
  for (let row = 0; row < y.length; row++) {
    if (!Number.isFinite(y[row])) {
      throw new RangeError(`${doing}: the target of row ${row} is ${y[row]}.`);
    }
  }
}

function checkShapes(
  doing: string,
  X: Matrix,
  y: ArrayLike<number>,
  allow: { readonly missing?: boolean },
): void {
  checkFeatures(doing, X, undefined, allow);
  if (X.rows === 0 || X.columns === 0) {
    throw new RangeError(`${doing}: the matrix is empty, ${X.rows} × ${X.columns}.`);
  }
  if (y.length !== X.rows) {
    throw new TypeError(`${doing}: ${X.rows} rows need as many targets, got ${y.length}.`);
  }
}
