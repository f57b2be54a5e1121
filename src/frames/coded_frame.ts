import pl, { type DataFrame, type Series } from "nodejs-polars";
import type { Coded } from "./coded.ts";

/** Writes columns of some lines out as a dataframe, see {@linkcode frameWriter}. */
export type FrameWriter = (
  lines: Int32Array,
  names: Readonly<Record<string, string>>,
) => DataFrame;

/**
 * Makes dataframes of coded columns; texts share the memory of the distinct ones.
 *
 * @returns A function of the lines wanted, in the order wanted, and of the columns wanted: the name
 * that each gets, and its name here. One row per line wanted.
 */
export function frameWriter(columns: Readonly<Record<string, Coded<Series>>>): FrameWriter {
  // Columns that tell different things of the same values have their codes in common.
  const places = new Map<Int32Array, string>();
  for (const [name, { codes }] of Object.entries(columns)) places.set(codes, name);
  const codes = pl.DataFrame([...places].map(([codes, name]) => integers(name, codes)));
  return (lines, names) => {
    const line = integers("line", lines);
    return codes.select(
      ...Object.entries(names).map(([as, name]) => {
        const { codes, values } = columns[name];
        const place = pl.col(places.get(codes)!).gather(line);
        return pl.lit(values).explode().gather(place).alias(as); // a literal becomes a list
      }),
    );
  };
}

/** As Polars counts rows, or it converts them; its types know only lists of these. */
function integers(name: string, values: Int32Array): Series {
  const places = new Uint32Array(values.buffer, values.byteOffset, values.length);
  return pl.Series(name, places as unknown as number[], pl.UInt32);
}
