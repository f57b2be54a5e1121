import { SOURCE_COLUMNS, type SourceColumn } from "../../mapping/column_synonyms.ts";
import { FILE_LAYOUTS } from "../../mapping/file_layouts.ts";
import type { ColumnChoices } from "../../mapping/find_columns.ts";
import { knownColumn } from "./known_names.ts";

/** The headers that may hold each column, the one named by the user first. */
export type ColumnRoles = Readonly<Record<SourceColumn, readonly string[]>>;

/**
 * What the columns of a table hold by their names, also where it is no table of transactions.
 *
 * @param header The file's column names.
 * @param choices Columns named by the user.
 * @returns Per column the headers that may hold it, perhaps none.
 */
export function columnRoles(header: readonly string[], choices: ColumnChoices = {}): ColumnRoles {
  const layout = FILE_LAYOUTS.find(({ columns }) =>
    Object.values(columns).every((name) => header.includes(name))
  );
  const known = header.map(knownColumn);
  return Object.fromEntries(SOURCE_COLUMNS.map((column) => [
    column,
    [
      ...new Set([
        ...[choices[column], layout?.columns[column]].filter((name) =>
          name !== undefined && header.includes(name)
        ),
        ...header.filter((_, i) => known[i] === column),
      ]),
    ],
  ])) as unknown as ColumnRoles;
}
