import type { DataFrame } from "nodejs-polars";

/**
 * Writes transaction lines as the text of a CSV file: a header, comma-separated fields, quotes only
 * where needed, missing values empty, lines ended by LF.
 */
export function transactionsToCsv(lines: DataFrame): string {
  return lines.writeCSV().toString("utf8");
}
