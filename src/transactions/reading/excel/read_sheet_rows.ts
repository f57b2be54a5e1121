import { cellTexts } from "./cell_text.ts";
import { readXmlPart } from "./read_xml_part.ts";
import { createRichText } from "./rich_text.ts";
import type { Workbook } from "./workbook.ts";
import { damaged } from "../zip/zip_directory.ts";

/** The filled cells of one row of a sheet; the same object for all rows, so copy what is kept. */
export interface SheetRow {
  /** The row's number in the sheet, from 1. */
  number: number;
  /** The columns of the filled cells, A is 0, mostly ascending. */
  readonly columns: number[];
  /** Their texts; empty where the sheet shows an error. */
  readonly texts: string[];
}

const MOST_ROWS = 2 ** 20, MOST_COLUMNS = 2 ** 14; // Excel's own

/**
 * Reads the rows of a sheet that have filled cells (ECMA-376 part 1, §18.3.1.73).
 *
 * Of a formula only the value that was stored with it is looked at; nothing is computed.
 *
 * @param receive What to do with each row.
 * @throws {InputError} If the part is damaged.
 */
export function readSheetRows(
  workbook: Workbook,
  part: string,
  receive: (row: SheetRow) => void,
): void {
  const cellText = cellTexts(workbook);
  const inline = createRichText();
  const row: SheetRow = { number: 0, columns: [], texts: [] };
  let inData = false, inValue = false, inInline = false;
  let column = -1, type: string | undefined, style: string | undefined, value = "";

  const finishCell = () => {
    const stored = type === "inlineStr" ? inline.take() : value;
    if (stored === "") return;
    const text = cellText(type, style, stored);
    if (text === "" && type !== "e") return;
    if (row.columns.length === MOST_COLUMNS) throw damaged(workbook.archive.source, part);
    row.columns.push(column);
    row.texts.push(text);
  };
  readXmlPart(workbook.archive, part, {
    open(name, attributes) {
      if (name === "sheetData") inData = true;
      if (!inData) return;
      if (name === "c") {
        column = columnOf(attributes.r) ?? Math.min(column + 1, MOST_COLUMNS - 1);
        ({ t: type, s: style } = attributes);
        value = "";
      } else if (name === "v") inValue = true;
      else if (name === "row") {
        row.number = rowNumber(attributes.r) ?? row.number + 1;
        row.columns.length = row.texts.length = 0;
        column = -1;
      } else if (name === "is") inInline = true;
      else if (inInline) inline.open(name);
    },
    text(text) {
      if (inValue) value += text;
      else if (inInline) inline.text(text);
    },
    close(name) {
      if (!inData) return;
      if (name === "c") finishCell();
      else if (name === "v") inValue = false;
      else if (name === "row") {
        if (row.columns.length > 0) receive(row);
      } else if (name === "is") inInline = false;
      else if (name === "sheetData") inData = false;
      else if (inInline) inline.close(name);
    },
  });
}

/**
 * Writes a column's number as its letters.
 *
 * @param column Column A is 0.
 */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + column % 26);
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** The 2 of `C12`; `undefined` where a cell does not say where it is, which it need not. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) & 0xdf; // in upper case
    if (letter < 65 || letter > 90) break;
    column = 26 * column + letter - 64;
    if (column > MOST_COLUMNS) return undefined;
  }
  return column > 0 ? column - 1 : undefined;
}

function rowNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 && number <= MOST_ROWS ? number : undefined;
}
