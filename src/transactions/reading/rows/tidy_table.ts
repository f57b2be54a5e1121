import type { ColumnChoices } from "../../mapping/find_columns.ts";
import type { ReadingNote } from "../../interpretation/reading_note.ts";
import { memoize } from "../../../numeric/memoize.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { shorten } from "../../../words/sentences.ts";
import type { ApartLine, SourceTable } from "../source_table.ts";
import type { TextTable } from "../text_table.ts";
import { blankRows, repeatedHeaders } from "./plain_rows.ts";
import { columnRoles } from "./column_roles.ts";
import { rowsOf } from "./rows_of.ts";
import { totalRows } from "./total_rows.ts";

/**
 * Takes out of a table what is no line of it: rows without any text, the header repeated further down,
 * totals and subtotals.
 *
 * @param source A table as it stands in its file.
 * @param choices Columns named by the user.
 * @returns The table with lines only; what was taken out, other than blanks, stands in `apart`, and a
 * note says it.
 */
export function tidyTable(source: SourceTable, choices: ColumnChoices = {}): SourceTable {
  const { table } = source;
  const blank = blankRows(table), repeated = repeatedHeaders(table);
  const others = new Set([...blank, ...repeated]);
  const totals = totalRows(table, columnRoles(table.header, choices))
    .filter((row) => !others.has(row));
  const out = new Set([...others, ...totals]);
  if (out.size === 0 || out.size === table.height) return source;
  const kept = Int32Array.from(source.lines.keys()).filter((row) => !out.has(row));
  const apart = (rows: readonly number[], reason: ApartLine["reason"]): ApartLine[] =>
    rows.map((row) => ({ line: source.lines[row], text: rowText(table, row), reason }));
  const headers = apart(repeated, "repeated_header"), sums = apart(totals, "total_row");
  return {
    ...source,
    table: pickRows(table, kept),
    lines: kept.map((row) => source.lines[row]),
    apart: [...source.apart ?? [], ...headers, ...sums],
    notes: [
      ...source.notes ?? [],
      ...leftOut(source.source, headers, "repeated header", "repeated headers"),
      ...leftOut(source.source, sums, "row of totals", "rows of totals"),
    ],
  };
}

/**
 * Some rows of a table.
 *
 * @param table Any table.
 * @param rows Which, in the order wanted; `NO_ROW` for a row of empty texts.
 * @returns A table of these rows.
 */
export function pickRows(table: TextTable, rows: Int32Array): TextTable {
  return {
    ...table,
    height: rows.length,
    column: memoize((name: string) => rowsOf(table.column(name), rows)),
  };
}

function rowText(table: TextTable, row: number): string {
  return table.header.map((name) => {
    const { codes, values } = table.column(name);
    return values[codes[row]];
  }).filter((text) => text !== "").join(", ");
}

function leftOut(
  source: string,
  lines: readonly ApartLine[],
  one: string,
  many: string,
): ReadingNote[] {
  if (lines.length === 0) return [];
  const [{ line, text }] = lines;
  return [{
    topic: "table",
    sentence: `${source}: left out ${countOf(lines.length, one, many)} (${
      lines.length > 1 ? "first: " : ""
    }line ${formatNumber(line)}, "${shorten(text, 60)}").`,
    rows: lines.length,
  }];
}
