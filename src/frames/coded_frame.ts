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
 * @param columns By name: the code of every line, and a series of the values.
 * @returns A function of the lines wanted, in the order wanted, and of the columns wanted: the name
 * that each gets, and its name here. One row per line wanted.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { frameWriter } from "./coded_frame.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const id = { codes: Int32Array.of(0, 1, 0), values: pl.Series("id", ["b", "a"], pl.Utf8) };
 * const write = frameWriter({ id });
 * assertEquals(write(Int32Array.of(2, 1), { who: "id" }).toRecords(), [{ who: "b" }, { who: "a" }]);
 * ```
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
