import { refuseMissing } from "./essential_columns.ts";
import { type ColumnChoices, type ColumnMapping, findColumns } from "./find_columns.ts";
import type { TextTable } from "../reading/text_table.ts";

export type { ColumnChoices, ColumnMapping } from "./find_columns.ts";

/**
 * As {@linkcode findColumns}, and refuses a table without what is essential: a customer, a date and one
 * amount.
 *
 * @returns For each column the header name that holds it.
 * @throws {InputError} If essential columns are missing (all are named), needed names are repeated, or a
 * chosen column is not there.
 */
export function mapColumns(
  header: readonly string[],
  source: string,
  choices: ColumnChoices = {},
  table?: TextTable,
): ColumnMapping {
  const found = findColumns(header, source, choices);
  refuseMissing(found, header, source, table);
  return found.mapping;
}
