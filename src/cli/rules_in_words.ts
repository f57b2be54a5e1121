import type { Audit } from "../transactions/cleaning/audit.ts";
import { formatNumber } from "../words/numbers.ts";
import { plainTable } from "../words/plain_table.ts";
import { OPTIONAL_RULES } from "../transactions/cleaning/transaction_rules.ts";

/**
 * Says what each rule did with the lines of a file.
 *
 * @returns A table of the rules that found lines, with their number and revenue, which adds up; and
 * which rules are switched off, or can be.
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
