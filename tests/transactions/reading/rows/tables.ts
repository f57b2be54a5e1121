import { encodeTexts } from "../../../../src/frames/coded.ts";
import type { SourceTable } from "../../../../src/transactions/reading/source_table.ts";
import { tableOf, type TextTable } from "../../../../src/transactions/reading/text_table.ts";

/** A table of comma-separated lines, the header first. */
export function table(...lines: readonly string[]): TextTable {
  const [header, ...rows] = lines.map((line) => line.split(","));
  return tableOf(header, header.map((_, i) => encodeTexts(rows.map((row) => row[i] ?? ""))));
}

/** The same as it stands in a file. */
export function sourceTable(source: string, ...lines: readonly string[]): SourceTable {
  const texts = table(...lines);
  const numbers = Int32Array.from({ length: texts.height }, (_, row) => row + 2);
  return { source, table: texts, lines: numbers, ragged: [] };
}

/** A column's texts, line by line. */
export function textsIn({ column }: TextTable, name: string): string[] {
  const { codes, values } = column(name);
  return Array.from(codes, (code) => values[code]);
}
