import { refuseMissing } from "../../src/transactions/mapping/essential_columns.ts";
import {
  type ColumnChoices,
  type ColumnMapping,
  findColumns,
} from "../../src/transactions/mapping/find_columns.ts";
import type { TextTable } from "../../src/transactions/reading/text_table.ts";

/** Where the columns of a header are; refuses one without what is essential, as reading a file does. */
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
