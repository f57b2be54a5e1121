/**
 * All rows of a table.
 *
 * @returns 0, 1, 2 …
 */
export function allRows(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** The rows that have a value; `filter` of a typed array is much slower. */
export function rowsWith(
  valueOf: Int32Array | Uint8Array,
  value: number,
  rows?: Int32Array,
): Int32Array {
  const chosen = new Int32Array(rows ? rows.length : valueOf.length);
  let count = 0;
  for (let i = 0; i < chosen.length; i++) {
    const row = rows ? rows[i] : i;
    if (valueOf[row] === value) chosen[count++] = row;
  }
  return chosen.subarray(0, count);
}
