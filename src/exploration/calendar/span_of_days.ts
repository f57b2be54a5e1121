import pl, { type DataFrame } from "nodejs-polars";
import { dateColumn } from "../../frames/columns.ts";

/**
 * The first and the last day of some lines.
 *
 * @param lines At least one transaction line.
 * @returns Two ISO dates.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { spanOfDays } from "./span_of_days.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({
 *   invoice_date: ["2024-05-03T09:30Z", "2024-05-01T10:00Z"].map((time) => new Date(time)),
 * });
 * assertEquals(spanOfDays(lines), ["2024-05-01", "2024-05-03"]);
 * ```
 */
export function spanOfDays(lines: DataFrame): [string, string] {
  const date = pl.col("invoice_date");
  const ends = lines.select(date.min().alias("first"), date.max().alias("last"));
  const day = (end: string) => new Date(dateColumn(ends, end)[0]).toISOString().slice(0, 10);
  return [day("first"), day("last")];
}
