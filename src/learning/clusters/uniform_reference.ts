import type { Matrix } from "../../numeric/matrix.ts";
import type { Random } from "../../numeric/random/random.ts";
import {
  fitPrincipalComponents,
  transformPrincipalComponents,
} from "../linear/principal_components.ts";

/**
 * Creates a source of rows without clusters: spread evenly over the box that the rows fill along
 * their principal components (Tibshirani, Walther and Hastie 2001, section 3, choice b).
 *
 * @param X Features, rows × columns, at least two rows.
 * @returns A function that draws one matrix of the same shape per call.
 * @throws {RangeError} If there are fewer than two rows, or a value is NaN or infinite.
 */
export function createUniformReference(X: Matrix): (random: Random) => Matrix {
  const { rows, columns } = X;
  const model = fitPrincipalComponents(X);
  const scores = transformPrincipalComponents(model, X);
  const axes = model.components.map((loadings, i) => {
    let low = Infinity, high = -Infinity;
    for (let row = 0; row < rows; row++) {
      low = Math.min(low, scores.values[row * scores.columns + i]);
      high = Math.max(high, scores.values[row * scores.columns + i]);
    }
    return { loadings, low, width: high - low };
  });

  return (random) => {
    const values = new Float64Array(rows * columns);
    for (let start = 0; start < values.length; start += columns) {
      for (let j = 0; j < columns; j++) values[start + j] = model.means[j];
      for (const { loadings, low, width } of axes) {
        const score = low + width * random.next();
        for (let j = 0; j < columns; j++) values[start + j] += score * loadings[j];
      }
    }
    return { rows, columns, values };
  };
}
