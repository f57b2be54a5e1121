import { encodeTexts } from "../../../frames/coded.ts";
import { tableOf, type TextTable } from "../text_table.ts";

/**
 * Makes a table of rows that name their own columns.
 *
 * @param rows Texts by the columns' names; a column may be missing in a row.
 * @returns All columns in the order in which they come first, empty where a row has none.
 */
export function recordTable(rows: readonly ReadonlyMap<string, string>[]): TextTable {
  const names = new Set<string>();
  for (const row of rows) for (const name of row.keys()) names.add(name);
  const header = names.size > 0 ? [...names] : [""];
  return tableOf(
    header,
    header.map((name) => encodeTexts(rows.map((row) => row.get(name) ?? ""))),
  );
}
