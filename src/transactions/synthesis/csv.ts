import type { DataFrame } from "nodejs-polars";

/**
 * Writes transaction lines as the text of a CSV file: a header, comma-separated fields, quotes only
 * where needed, missing values empty, lines ended by LF.
 *
 * @param lines Transaction lines, all columns text.
 * @returns The file's text.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { transactionsToCsv } from "./csv.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({ StockCode: ["00123", null], Description: ["TIN, SMALL", "MUG"] });
 * assertEquals(transactionsToCsv(lines), 'StockCode,Description\n00123,"TIN, SMALL"\n,MUG\n');
 * ```
 */
export function transactionsToCsv(lines: DataFrame): string {
  return lines.writeCSV().toString("utf8");
}
