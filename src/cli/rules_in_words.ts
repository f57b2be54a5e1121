import type { Audit } from "../transactions/cleaning/audit.ts";
import { inUnit } from "../words/money.ts";
import { formatNumber } from "../words/numbers.ts";
import { plainTable } from "../words/plain_table.ts";
import { OPTIONAL_RULES } from "../transactions/cleaning/transaction_rules.ts";

/** Options of {@linkcode rulesInWords}. */
export interface RulesInWordsOptions {
  /** Rules that are switched off. */
  readonly without?: readonly string[];
  /** Sign or code of the currency. */
  readonly currency?: string;
}

/**
 * Says what each rule did with the lines of a file.
 *
 * @returns A table of the rules that found lines, with their number and revenue, which adds up; and
 * which of them can be switched off, or are.
 */
export function rulesInWords(
  audit: Audit,
  { without = [], currency }: RulesInWordsOptions = {},
): string[] {
  const rows = [
    ["lines read", audit.rows_read, audit.revenue_read, ""] as const,
    ...audit.rejected.map(({ reason, rows, revenue, description }) =>
      [`– ${reason}`, rows, revenue, description] as const
    ),
    ["lines kept", audit.rows_kept, audit.revenue_kept, ""] as const,
  ];
  // To the cent, so that the reader can add it up.
  const revenue = rows.map(([, , revenue]) => formatNumber(revenue, 2));
  const table = plainTable([
    { cells: rows.map(([name]) => name) },
    { title: "lines", cells: rows.map(([, lines]) => formatNumber(lines)), right: true },
    { title: inUnit("revenue", currency), cells: revenue, right: true },
    { cells: rows.map(([, , , description]) => description), whole: true },
  ]);
  return [...table, ...optionalInWords(audit, without)];
}

function optionalInWords({ rejected }: Audit, without: readonly string[]): string[] {
  const optional = rejected.map(({ reason }) => reason)
    .filter((reason) => OPTIONAL_RULES.includes(reason));
  return [
    `  ${rejected.length === 0 ? "No rule" : "No other rule"} rejected a line; ` +
    "inspect lists them all.",
    ...(optional.length === 0 ? [] : [`  --without can switch off: ${optional.join(", ")}.`]),
    ...(without.length === 0 ? [] : [`  Switched off: ${without.join(", ")}.`]),
  ];
}
