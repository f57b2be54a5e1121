import { customerFeatures } from "../../src/customers/features/customer_features.ts";
import { featureMatrix } from "../../src/customers/features/feature_matrix.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../src/learning/preparation/standard_scaler.ts";
import type { Matrix } from "../../src/numeric/matrix.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { SEGMENT_FEATURES } from "../../src/customers/features/feature_sets.ts";
import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { addDays } from "../../src/frames/days.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";

/** Columns of every matrix that a case writes; `customer_matrices.py` reads as many. */
const COLUMNS = 4;

/** The log features that customers are segmented by, standardised. */
export function customerMatrix(transactions: string): Matrix {
  const clean = cleanTransactions(readTransactions([transactions]).lines);
  const customers = customerFeatures(takeSnapshot(clean, addDays(clean.audit.last_date, 1)));
  const logs = featureMatrix(customers, SEGMENT_FEATURES, { log: true });
  return transformStandardScaler(fitStandardScaler(logs), logs);
}

/** Rows of six normal groups that overlap, always the same ones. */
export function mixtureMatrix(rows: number): Matrix {
  const random = createRandom(7, "mixture");
  const centres = Array.from({ length: 6 * COLUMNS }, () => 2 * random.normal());
  const values = new Float64Array(rows * COLUMNS);
  for (let start = 0; start < values.length; start += COLUMNS) {
    const centre = random.integer(6) * COLUMNS;
    for (let j = 0; j < COLUMNS; j++) values[start + j] = centres[centre + j] + random.normal();
  }
  return { rows, columns: COLUMNS, values };
}

/** Writes a matrix as plain 64-bit numbers, row after row. */
export async function writeMatrix(path: string, { values }: Matrix): Promise<void> {
  await Deno.writeFile(path, new Uint8Array(values.slice().buffer));
}

/** Reads what {@linkcode writeMatrix} wrote. */
export async function readMatrix(path: string): Promise<Matrix> {
  const values = new Float64Array((await Deno.readFile(path)).buffer);
  return { rows: values.length / COLUMNS, columns: COLUMNS, values };
}
