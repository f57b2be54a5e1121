import type { TextTable } from "../text_table.ts";

/**
 * The rows in which no column has a text.
 *
 * @param table Any table.
 * @returns The rows, ascending.
 */
export function blankRows(table: TextTable): number[] {
  return rowsWhereAll(table, () => (text) => text.trim() === "");
}

/**
 * The rows that repeat the names of the columns, as reports do on every page.
 *
 * @param table Any table.
 * @returns The rows, ascending.
 */
export function repeatedHeaders(table: TextTable): number[] {
  if (table.header.filter((name) => name !== "").length < 2) return [];
  return rowsWhereAll(table, (name) => (text) => text.trim() === name);
}

/** Looks at the columns one after the other, and each time only at the rows that are left. */
function rowsWhereAll(table: TextTable, test: (name: string) => (text: string) => boolean) {
  let rows: number[] | undefined;
  for (const name of table.header) {
    if (table.holds?.(name)) return [];
    const { codes, values } = table.column(name);
    const isTrue = Uint8Array.from(values, (text) => Number(test(name)(text)));
    if (!isTrue.includes(1)) return [];
    const all: number[] = rows ?? [];
    if (rows) rows = rows.filter((row) => isTrue[codes[row]] === 1);
    else {
      for (let row = 0; row < codes.length; row++) if (isTrue[codes[row]] === 1) all.push(row);
      rows = all;
    }
    if (rows.length === 0) return [];
  }
  return rows ?? [];
}
