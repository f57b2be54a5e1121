import { formatNumber } from "../../../words/numbers.ts";
import type { CodedTexts } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { tableOf, type TextTable } from "../text_table.ts";
import type { ExcelLimits } from "./limits.ts";
import { columnLetters, type SheetRow } from "./read_sheet_rows.ts";

/** A table as it stands in a sheet. */
export interface SheetTable {
  readonly table: TextTable;
  /** The row number in the sheet of each row of the table. */
  readonly lines: Int32Array;
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
 * Makes a table of a sheet's rows: the first row with two or more filled cells is the header, a
 * title above it is passed over, empty rows are left out.
 *
 * Cells beside the header are kept, in columns named `(column K)`.
 *
 * @param left What is left of them; it is used up.
 * @returns A builder that takes the rows one after the other.
 * @throws {InputError} While building: if headers are repeated or a limit is reached.
 */
export function buildSheetTable(
  source: string,
  limits: ExcelLimits,
  left: ExcelAllowance,
): SheetTableBuilder {
  const names = new Map<number, string>(); // by column; empty until the header is found
  const taken = new Set<string>();
  const columns = new Map<number, GrowingColumn>();
  const lines: number[] = [];
  let hasNotes = false;

  const nameColumn = (index: number, header: string) => {
    const name = header.trim() || `(column ${columnLetters(index)})`;
    if (taken.has(name)) {
      throw new InputError(
        `${source} has the column "${name}" more than once: rename or remove the copies.`,
      );
    }
    taken.add(name);
    names.set(index, name);
    columns.set(index, growingColumn());
  };
  const checkCells = () => {
    if ((lines.length + 1) * names.size <= left.cells) return;
    throw new InputError(
      `${source} has more than ${formatNumber(limits.cells)} cells, empty ones included: ` +
        `save only the table, as CSV.`,
    );
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
      if (names.size === 0) {
        if (indexes.length > 1) indexes.forEach((index, i) => nameColumn(index, texts[i]));
        else hasNotes = true;
        return;
      }
      for (let i = 0; i < indexes.length; i++) {
        if (!names.has(indexes[i])) {
          nameColumn(indexes[i], "");
          checkCells(); // before there is memory for it
        }
        columns.get(indexes[i])!.set(lines.length, texts[i]);
      }
      checkCells();
      lines.push(number);
    },
    finish() {
      if (lines.length === 0) {
        if (names.size > 0) return "it has a header but no rows";
        return hasNotes ? "it holds notes, no table" : "it is empty";
      }
      left.cells -= lines.length * names.size;
      const inOrder = [...names].sort(([a], [b]) => a - b);
      const table = tableOf(
        inOrder.map(([, name]) => name),
        inOrder.map(([index]) => columns.get(index)!.finish(lines.length)),
      );
      return { table, lines: Int32Array.from(lines) };
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
