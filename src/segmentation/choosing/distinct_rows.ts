import type { Matrix } from "../../numeric/matrix.ts";

/** Counts the rows that differ from one another: no more clusters than that can be found. */
export function distinctRows({ rows, columns, values }: Matrix): number {
  const seen = new Set<string>();
  for (let row = 0; row < rows; row++) {
    seen.add(values.subarray(row * columns, (row + 1) * columns).join());
  }
  return seen.size;
}
