import type { CodedTexts } from "../../../frames/coded.ts";

/** In place of a row: an empty text. */
export const NO_ROW = -1;

/**
 * Some rows of a column, with the texts that stand in them and no others.
 *
 * @param column Any column.
 * @param rows Which rows, in the order wanted; {@linkcode NO_ROW} for an empty text.
 * @returns The column of these rows.
 */
export function rowsOf({ codes, values }: CodedTexts, rows: Int32Array): CodedTexts {
  const texts = values.includes("") ? values : [...values, ""];
  const empty = texts.indexOf("");
  const newCode = new Int32Array(texts.length).fill(-1);
  const used: string[] = [];
  const kept = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const code = rows[i] === NO_ROW ? empty : codes[rows[i]];
    if (newCode[code] < 0) newCode[code] = used.push(texts[code]) - 1;
    kept[i] = newCode[code];
  }
  return { codes: kept, values: used };
}
