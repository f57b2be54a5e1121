import pl, { type DataFrame } from "nodejs-polars";
import { dateColumn } from "../../frames/columns.ts";

/**
 * The first and the last day of some lines.
 *
 * @param lines At least one transaction line.
 * @returns Two ISO dates.
 */
export function spanOfDays(lines: DataFrame): [string, string] {
  const date = pl.col("invoice_date");
  const ends = lines.select(date.min().alias("first"), date.max().alias("last"));
  const day = (end: string) => new Date(dateColumn(ends, end)[0]).toISOString().slice(0, 10);
  return [day("first"), day("last")];
}
