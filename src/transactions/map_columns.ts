import {
  COLUMN_SYNONYMS,
  OPTIONAL_COLUMNS,
  TRANSACTION_COLUMNS,
  type TransactionColumn,
} from "./column_synonyms.ts";
import { InputError } from "./input_error.ts";

/** Which header each transaction column comes from; `undefined` where an optional one is missing. */
export type ColumnMapping = Readonly<Record<TransactionColumn, string | undefined>>;

/**
 * Finds the transaction columns in a header by name, whatever the order, case and punctuation.
 *
 * @param header The file's column names.
 * @param source The file's name, for messages.
 * @returns For each transaction column the header name that holds it.
 * @throws {InputError} If essential columns are missing (all are named) or names are repeated.
 *
 * @example
 * ```ts
 * import { mapColumns } from "./map_columns.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const header = ["Invoice", "StockCode", "Quantity", "InvoiceDate", "Price", "Customer ID"];
 * const mapping = mapColumns(header, "shop.csv");
 * assertEquals(mapping.customer_id, "Customer ID");
 * assertEquals(mapping.country, undefined);
 * ```
 */
export function mapColumns(header: readonly string[], source: string): ColumnMapping {
  const repeated = header.filter((name, i) => header.indexOf(name) !== i);
  if (repeated.length > 0) {
    throw new InputError(
      `${source} names the column ${listed(repeated)} more than once: rename or remove the copies.`,
    );
  }
  const byPlainName = new Map(header.map((name) => [plain(name), name]));
  const found = (column: TransactionColumn) =>
    COLUMN_SYNONYMS[column].map((name) => byPlainName.get(plain(name))).find((name) => name);
  const mapping = Object.fromEntries(TRANSACTION_COLUMNS.map((c) => [c, found(c)]));
  const missing = TRANSACTION_COLUMNS.filter((c) => !mapping[c] && !OPTIONAL_COLUMNS.includes(c));
  if (missing.length > 0) {
    throw new InputError(
      `${source} has no column for ${listed(missing)} (found: ${listed(header)}): ` +
        `rename the columns, for example ${missing[0]} as "${COLUMN_SYNONYMS[missing[0]][1]}".`,
    );
  }
  return mapping as ColumnMapping;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => `"${name}"`).join(", ");
  return names.length > 20 ? `${shown} and ${names.length - 20} more` : shown;
}
