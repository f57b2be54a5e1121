import pl, { type DataFrame, type Series } from "nodejs-polars";

/**
 * Reads a numeric column of a dataframe as a typed array.
 *
 * Polars panics on Boolean and Datetime columns and throws on nulls, so everything is cast and
 * nulls become NaN.
 *
 * @param frame Any dataframe.
 * @param name A numeric or Boolean column (true is 1).
 * @returns One number per row.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { numberColumn } from "./columns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(numberColumn(pl.DataFrame({ n: [1, 2] }), "n"), Float64Array.of(1, 2));
 * ```
 */
export function numberColumn(frame: DataFrame, name: string): Float64Array {
  return typedArray(frame.getColumn(name).cast(pl.Float64));
}

/**
 * Reads a Datetime column as milliseconds since 1970, the wall clock of the shop taken as UTC.
 *
 * @param frame Any dataframe.
 * @param name A `Datetime` column in milliseconds.
 * @returns One number of milliseconds per row.
 *
 * @example
 * ```ts
 * import { dateColumn, dateSeries } from "./columns.ts";
 * import { assertEquals } from "@std/assert";
 * import pl from "nodejs-polars";
 *
 * const frame = pl.DataFrame({ day: dateSeries("day", Float64Array.of(0, 86_400_000)) });
 * assertEquals(dateColumn(frame, "day")[1], 86_400_000);
 * ```
 */
export function dateColumn(frame: DataFrame, name: string): Float64Array {
  const milliseconds = frame.select(pl.col(name).cast(pl.Int64).cast(pl.Float64));
  return typedArray(milliseconds.getColumn(name));
}

/**
 * Reads a text column as an array of strings; a missing text becomes the empty string.
 *
 * @param frame Any dataframe.
 * @param name A `Utf8` column.
 * @returns One string per row.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { textColumn } from "./columns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(textColumn(pl.DataFrame({ id: ["a", null] }), "id"), ["a", ""]);
 * ```
 */
export function textColumn(frame: DataFrame, name: string): string[] {
  return Array.from(frame.getColumn(name).toArray() as (string | null)[], (text) => text ?? "");
}

/**
 * Makes a Datetime column from milliseconds since 1970.
 *
 * @param milliseconds One number per row, in milliseconds.
 * @returns A `Datetime` series in milliseconds without time zone.
 */
export function dateSeries(name: string, milliseconds: Float64Array): Series {
  return pl.Series(name, milliseconds, pl.Float64).cast(pl.Int64).cast(pl.Datetime("ms")) as Series;
}

function typedArray(series: Series): Float64Array {
  if (series.nullCount() === 0) return series.toTypedArray() as Float64Array;
  const filled = pl.DataFrame({ filled: series }).select(pl.col("filled").fillNull(pl.lit(NaN)));
  return filled.getColumn("filled").toTypedArray() as Float64Array;
}
