import type { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";

/**
 * Writes a dataframe as CSV that is safe to open in a spreadsheet.
 *
 * A text that a spreadsheet would run as a formula (`=cmd|…`, `@SUM(…)`) gets an apostrophe in front;
 * numbers such as `-2` stay as they are. Source: OWASP, "CSV Injection".
 *
 * @param frame Any dataframe.
 * @returns The CSV in UTF-8, with a header.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { csvBytes } from "./csv_bytes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const csv = csvBytes(pl.DataFrame({ text: ["=1+1", "-2", "@SUM(A1)", "lamp"] }));
 * assertEquals(new TextDecoder().decode(csv), "text\n'=1+1\n-2\n'@SUM(A1)\nlamp\n");
 * ```
 */
export function csvBytes(frame: DataFrame): Uint8Array {
  const texts = frame.columns.filter((name) => frame.getColumn(name).dtype.equals(pl.String));
  const harmless = frame.withColumns(...texts.map((name) => {
    const text = pl.col(name);
    const isFormula = text.str.contains("^[=+@\\t\\r-]")
      .and(text.str.contains("^[+-][0-9.,]+$").not());
    return pl.when(isFormula).then(pl.concatString([pl.lit("'"), text], "")).otherwise(text)
      .alias(name);
  }));
  return new Uint8Array(harmless.writeCSV() as Buffer);
}
