import type { Audit } from "../transactions/cleaning/audit.ts";
import { OPTIONAL_RULES } from "../transactions/cleaning/transaction_rules.ts";

/**
 * Tells in words what each rule did with the lines of a file.
 *
 * @param audit The account of the file.
 * @param without The rules that were switched off.
 * @returns A table of the rules that found lines, with their number and revenue, which adds up; and
 * which rules are switched off, or can be.
 *
 * @example
 * ```ts
 * import { cleanTransactions } from "../transactions/cleaning/clean_transactions.ts";
 * import { transactionLines } from "../transactions/mapping/transaction_lines.ts";
 * import { rulesInWords } from "./rules_in_words.ts";
 * import { assertEquals } from "@std/assert";
 * import pl from "nodejs-polars";
 *
 * const { audit } = cleanTransactions(transactionLines(pl.DataFrame({
 *   invoice_id: ["1", "C2"], invoice_date: ["2024-05-01", "2024-05-02"], quantity: ["2", "-1"],
 *   unit_price: ["1.10", "1.10"], customer_id: ["7", "7"],
 * }), "example"));
 * assertEquals(rulesInWords(audit, ["out_of_range"])[2], "  – cancellation      1    -1.10  Cancelled or " +
 *   'returned (invoice "C" and digits, or a negative quantity): counted as a return.');
 * ```
 */
export function rulesInWords(audit: Audit, without: readonly string[] = []): string[] {
  const rows = [
    ["", "lines", "revenue", ""],
    ["lines read", count(audit.rows_read), money(audit.revenue_read), ""],
    ...audit.rejected.map(({ reason, rows, revenue, description }) => [
      `– ${reason}`,
      count(rows),
      money(revenue),
      description,
    ]),
    ["lines kept", count(audit.rows_kept), money(audit.revenue_kept), ""],
  ];
  const width = (column: number) => Math.max(...rows.map((row) => row[column].length));
  return [
    ...rows.map(([name, lines, revenue, description]) =>
      `  ${name.padEnd(width(0))}  ${lines.padStart(width(1))}  ${revenue.padStart(width(2))}  ` +
      description
    ).map((line) => line.trimEnd()),
    ...optionalInWords(without),
  ];
}

function optionalInWords(without: readonly string[]): string[] {
  const on = OPTIONAL_RULES.filter((rule) => !without.includes(rule));
  return [
    "  The other rules found nothing; inspect lists them all.",
    ...(without.length === 0 ? [] : [`  Switched off: ${without.join(", ")}.`]),
    ...(on.length === 0 ? [] : [`  To switch off with --without: ${on.join(", ")}.`]),
  ];
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}

/** To the cent, so that the reader can add it up. */
function money(value: number): string {
  return value.toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
