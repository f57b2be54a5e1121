import { formatNumber } from "../../../words/numbers.ts";
import type { CodedTexts } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { HEADER_WITHIN, headerRow } from "../rows/header_row.ts";
import { tableOf, type TextTable } from "../text_table.ts";
import type { ExcelLimits } from "./limits.ts";
import { columnLetters, type SheetRow } from "./read_sheet_rows.ts";

/** A table as it stands in a sheet. */
export interface SheetTable {
  readonly table: TextTable;
  /** The row number in the sheet of each row of the table. */
  readonly lines: Int32Array;
  /** The texts of the rows above the header. */
  readonly titles: readonly string[];
  /** The row number in the sheet of the header. */
  readonly headerRow: number;
}

/** Builds the table of one sheet from its rows. */
export interface SheetTableBuilder {
  add(row: SheetRow): void;
  /** The table, or in words what the sheet is instead. */
  finish(): SheetTable | string;
}

/** Allowance left for this sheet and the next ones. */
export interface ExcelAllowance {
  cells: number;
  characters: number;
}

/**
 * Makes a table of a sheet's rows below its header: of the first rows with two or more filled cells the
 * one that `headerRow` finds. Titles above it are passed over, empty rows are left out.
 *
 * Cells beside the header are kept, in columns named `(column K)`.
 *
 * @param left What is left of them; it is used up.
 * @returns A builder that takes the rows one after the other.
 * @throws {InputError} While building: if a limit is reached.
 */
export function buildSheetTable(
  source: string,
  limits: ExcelLimits,
  left: ExcelAllowance,
): SheetTableBuilder {
  const first: SheetRow[] = []; // until the header is looked for among them
  const titles: string[] = [];
  const names = new Map<number, string>(); // by column; empty until the header is found
  const columns = new Map<number, GrowingColumn>();
  const lines: number[] = [];
  let headerNumber = 0;

  const nameColumn = (index: number, header: string) => {
    names.set(index, header.trim() || `(column ${columnLetters(index)})`);
    columns.set(index, growingColumn());
  };
  const checkCells = () => {
    if ((lines.length + 1) * names.size <= left.cells) return;
    throw new InputError(
      `${source} has more than ${formatNumber(limits.cells)} cells, empty ones included: ` +
        `save only the table, as CSV.`,
    );
  };
  const findHeader = () => {
    const rows = first.splice(0);
    const wide = rows.filter(({ columns }) => columns.length > 1);
    const header = wide[headerRow(wide.map(({ texts }) => texts)).row];
    for (const row of rows) {
      if (header === undefined || row.number < header.number) titles.push(row.texts.join(" "));
      else if (row === header) {
        headerNumber = row.number;
        row.columns.forEach((index, i) => nameColumn(index, row.texts[i]));
      } else addLine(row);
    }
  };
  const addLine = ({ number, columns: indexes, texts }: SheetRow) => {
    for (let i = 0; i < indexes.length; i++) {
      if (!names.has(indexes[i])) {
        nameColumn(indexes[i], "");
        checkCells(); // before there is memory for it
      }
      columns.get(indexes[i])!.set(lines.length, texts[i]);
    }
    checkCells();
    lines.push(number);
  };
  return {
    add({ number, columns: indexes, texts }) {
      for (const text of texts) left.characters -= text.length;
      if (left.characters < 0) {
        throw new InputError(
          `${source} holds more than ${formatNumber(limits.unpacked)} characters: ` +
            `save the table as CSV.`,
        );
      }
      const row = { number, columns: indexes, texts };
      if (names.size > 0) addLine(row);
      else {
        first.push({ number, columns: [...indexes], texts: [...texts] });
        if (first.length === HEADER_WITHIN) findHeader();
      }
    },
    finish() {
      if (names.size === 0) findHeader();
      if (lines.length === 0) {
        if (names.size > 0) return "it has a header but no rows";
        return titles.length > 0 ? "it holds notes, no table" : "it is empty";
      }
      left.cells -= lines.length * names.size;
      const inOrder = [...names].sort(([a], [b]) => a - b);
      const table = tableOf(
        inOrder.map(([, name]) => name),
        inOrder.map(([index]) => columns.get(index)!.finish(lines.length)),
      );
      return { table, lines: Int32Array.from(lines), titles, headerRow: headerNumber };
    },
  };
}

/** A column that takes its texts from the top to the bottom; what is passed over stays empty. */
interface GrowingColumn {
  set(row: number, text: string): void;
  finish(height: number): CodedTexts;
}

function growingColumn(): GrowingColumn {
  const codeOf = new Map([["", 0]]);
  let codes = new Int32Array(64);
  return {
    set(row, text) {
      let code = codeOf.get(text);
      if (code === undefined) codeOf.set(text, code = codeOf.size);
      if (row >= codes.length) codes = withLength(codes, Math.ceil(1.5 * row) + 1);
      codes[row] = code;
    },
    finish: (height) => ({ codes: withLength(codes, height), values: [...codeOf.keys()] }),
  };
}

function withLength(codes: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(codes.subarray(0, length));
  return copy;
}
