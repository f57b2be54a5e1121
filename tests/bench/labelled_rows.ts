import type { Matrix } from "../../src/numeric/matrix.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

/** Features and one class, 0 or 1, per row. */
export interface LabelledRows {
  readonly X: Matrix;
  readonly y: Float64Array;
}

/**
 * Rows whose class depends on counts, amounts, an interaction and chance; always the same ones.
 *
 * @param rows How many.
 * @param columns How many features, 5 or more; those after the fifth tell little.
 * @param stream Which rows: others of the same kind by another name.
 */
export function labelledRows(rows: number, columns: number, stream: string): LabelledRows {
  const random = createRandom(11, stream);
  const values = new Float64Array(rows * columns);
  const y = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const features = values.subarray(row * columns, (row + 1) * columns);
    for (let j = 0; j < columns; j++) features[j] = random.normal();
    let logOdds = features[0] - 0.7 * features[1] + features[2] * features[3] - 0.4;
    for (let j = 4; j < columns; j++) logOdds += 0.1 * features[j];
    features[0] = Math.round(4 * features[0]) / 4; // many ties, as in counts
    features[4] = Math.round(Math.exp(features[4] + 4)) / 10; // skewed, as amounts are
    y[row] = random.next() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  }
  return { X: { rows, columns, values }, y };
}

/** Writes rows as plain 64-bit numbers, each row's features before its class. */
export async function writeLabelledRows(path: string, { X, y }: LabelledRows): Promise<void> {
  const width = X.columns + 1;
  const numbers = new Float64Array(X.rows * width);
  for (let row = 0; row < X.rows; row++) {
    numbers.set(X.values.subarray(row * X.columns, (row + 1) * X.columns), row * width);
    numbers[row * width + X.columns] = y[row];
  }
  await Deno.writeFile(path, new Uint8Array(numbers.buffer));
}

/** Reads what {@linkcode writeLabelledRows} wrote. */
export async function readLabelledRows(path: string, columns: number): Promise<LabelledRows> {
  const numbers = new Float64Array((await Deno.readFile(path)).buffer);
  const width = columns + 1;
  const rows = numbers.length / width;
  const values = new Float64Array(rows * columns);
  const y = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    values.set(numbers.subarray(row * width, row * width + columns), row * columns);
    y[row] = numbers[row * width + columns];
  }
  return { X: { rows, columns, values }, y };
}
