import { refuseMissing } from "./essential_columns.ts";
import { type ColumnChoices, type ColumnMapping, findColumns } from "./find_columns.ts";
import type { TextTable } from "../reading/text_table.ts";

export type { ColumnChoices, ColumnMapping } from "./find_columns.ts";

/**
 * As {@linkcode findColumns}, and refuses a table without what is essential: a customer, a date and one
 * amount.
 *
 * @param header The file's column names.
 * @param source The file's name, for messages.
 * @param choices Columns named by the user.
 * @param table The table, if its content is known: what fits by content is proposed.
 * @returns For each column the header name that holds it.
 * @throws {InputError} If essential columns are missing (all are named), names are repeated, or a
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
