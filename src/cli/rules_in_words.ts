import type { Audit } from "../transactions/cleaning/audit.ts";
import { formatNumber } from "../words/numbers.ts";
import { plainTable } from "../words/plain_table.ts";
import { OPTIONAL_RULES } from "../transactions/cleaning/transaction_rules.ts";

/**
 * Says what each rule did with the lines of a file.
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
 * assertEquals(rulesInWords(audit, ["out_of_range"])[2], "  – cancellation      1    −1.10  Cancelled or " +
 *   'returned (invoice "C" and digits, or a negative quantity): counted as a return.');
 * ```
 */
export function rulesInWords(audit: Audit, without: readonly string[] = []): string[] {
  const rows = [
    ["lines read", audit.rows_read, audit.revenue_read, ""] as const,
    ...audit.rejected.map(({ reason, rows, revenue, description }) =>
      [`– ${reason}`, rows, revenue, description] as const
    ),
    ["lines kept", audit.rows_kept, audit.revenue_kept, ""] as const,
  ];
  const table = plainTable([
    { cells: rows.map(([name]) => name) },
    { title: "lines", cells: rows.map(([, lines]) => formatNumber(lines)), right: true },
    // To the cent, so that the reader can add it up.
    { title: "revenue", cells: rows.map(([, , revenue]) => formatNumber(revenue, 2)), right: true },
    { cells: rows.map(([, , , description]) => description), whole: true },
  ]);
  return [...table, ...optionalInWords(without)];
}

function optionalInWords(without: readonly string[]): string[] {
  const on = OPTIONAL_RULES.filter((rule) => !without.includes(rule));
  return [
    "  No other rule rejected a line; inspect lists them all.",
    ...(without.length === 0 ? [] : [`  Switched off: ${without.join(", ")}.`]),
    ...(on.length === 0 ? [] : [`  Rules that --without can switch off: ${on.join(", ")}.`]),
  ];
}
