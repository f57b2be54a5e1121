import pl, { type DataFrame } from "nodejs-polars";

/**
 * Takes evenly spaced rows of a table, where there are more than needed.
 *
 * @param most Rows to keep at most.
 * @returns The rows, in their order, and where they stood.
 */
export function evenlyDrawn(
  frame: DataFrame,
  most: number,
): { readonly drawn: DataFrame; readonly rows: readonly number[] } {
  const { height } = frame; // which Polars counts each time
  const size = Math.min(most, height);
  const rows = Array.from({ length: size }, (_, k) => Math.floor(k * height / size));
  if (size === height) return { drawn: frame, rows };
  const wanted = new Set(rows);
  const kept = Array.from({ length: height }, (_, i) => wanted.has(i));
  return { drawn: frame.filter(pl.Series("kept", kept)), rows };
}
