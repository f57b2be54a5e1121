import pl, { type DataFrame } from "nodejs-polars";
import { InputError } from "../../input_error.ts";
import type { ExcelLimits } from "./limits.ts";
import { columnLetters, type SheetRow } from "./read_sheet_rows.ts";

/** A table as it stands in a sheet. */
export interface SheetTable {
  readonly table: DataFrame;
  /** The row number in the sheet of each row of the table. */
  readonly lines: Int32Array;
}

/** Builds the table of one sheet from its rows. */
export interface SheetTableBuilder {
  add(row: SheetRow): void;
  /** The table, or in words what the sheet is instead. */
  finish(): SheetTable | string;
}

/** How much of the limits is left for this sheet and the next ones. */
export interface ExcelAllowance {
  cells: number;
  characters: number;
}

/** Rows held as JavaScript texts, before Polars takes them over in a tenth of the memory. */
const BLOCK = 1 << 15;

/**
 * Makes a table of a sheet's rows: the first row with two or more filled cells is the header, a
 * title above it is passed over, empty rows are left out.
 *
 * Cells beside the header are kept, in columns named `(column K)`.
 *
 * @param source The file's and the sheet's name, for messages.
 * @param limits The limits, for messages.
 * @param left What is left of them; it is used up.
 * @returns A builder that takes the rows one after the other.
 * @throws {InputError} While building: if headers are repeated or a limit is reached.
 *
 * @example
 * ```ts
 * import { EXCEL_LIMITS } from "./limits.ts";
 * import { buildSheetTable } from "./sheet_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const builder = buildSheetTable("a.xlsx", EXCEL_LIMITS, { cells: 100, characters: 100 });
 * builder.add({ number: 1, columns: [0], texts: ["My orders"] });
 * builder.add({ number: 3, columns: [0, 1], texts: ["id", "name"] });
 * builder.add({ number: 4, columns: [1], texts: ["lamp"] });
 * const built = builder.finish();
 * if (typeof built === "string") throw new Error(built);
 * assertEquals(built.table.toRecords(), [{ id: null, name: "lamp" }]);
 * assertEquals(built.lines, Int32Array.of(4));
 * ```
 */
export function buildSheetTable(
  source: string,
  limits: ExcelLimits,
  left: ExcelAllowance,
): SheetTableBuilder {
  const names = new Map<number, string>(); // by column; empty until the header is found
  const taken = new Set<string>();
  const block = new Map<number, (string | null)[]>();
  const blocks: DataFrame[] = [], lines: number[] = [];
  let rowsInBlock = 0, hasNotes = false;

  const nameColumn = (index: number, header: string) => {
    const name = header.trim() || `(column ${columnLetters(index)})`;
    if (taken.has(name)) {
      throw new InputError(
        `${source} names the column "${name}" more than once: rename or remove the copies.`,
      );
    }
    taken.add(name);
    names.set(index, name);
  };
  const column = (index: number): (string | null)[] => {
    let texts = block.get(index);
    if (!texts) {
      if (!names.has(index)) nameColumn(index, "");
      checkCells(lines.length + 1);
      block.set(index, texts = []);
    }
    return texts;
  };
  const checkCells = (rows: number) => {
    if (rows * names.size <= left.cells) return;
    throw new InputError(
      `${source} is refused: with the empty ones it has more than ` +
        `${limits.cells.toLocaleString("en")} cells; save the table alone as CSV.`,
    );
  };
  const flush = () => {
    blocks.push(pl.DataFrame(
      [...names].map(([index, name]) =>
        pl.Series(name, filled(column(index), rowsInBlock), pl.Utf8)
      ),
    ));
    block.clear();
    rowsInBlock = 0;
  };
  return {
    add({ number, columns, texts }) {
      for (const text of texts) left.characters -= text.length;
      if (left.characters < 0) {
        throw new InputError(
          `${source} is refused: its cells hold more than ` +
            `${limits.unpacked.toLocaleString("en")} characters; save the table as CSV.`,
        );
      }
      if (names.size === 0) {
        if (columns.length > 1) columns.forEach((index, i) => nameColumn(index, texts[i]));
        else hasNotes = true;
        return;
      }
      for (let i = 0; i < columns.length; i++) {
        filled(column(columns[i]), rowsInBlock)[rowsInBlock] = texts[i];
      }
      lines.push(number);
      checkCells(lines.length);
      if (++rowsInBlock === BLOCK) flush();
    },
    finish() {
      if (lines.length === 0) {
        if (names.size > 0) return "it has a header but no rows";
        return hasNotes ? "it holds notes, no table" : "it is empty";
      }
      if (rowsInBlock > 0) flush();
      left.cells -= lines.length * names.size;
      const inOrder = [...names].sort(([a], [b]) => a - b).map(([, name]) => name);
      const table = pl.concat(blocks, { how: "diagonal" }).select(...inOrder);
      return { table, lines: Int32Array.from(lines) };
    },
  };
}

/** Lengthens a column to the given rows; cells that the sheet does not have are null. */
function filled(texts: (string | null)[], rows: number): (string | null)[] {
  while (texts.length < rows) texts.push(null);
  return texts;
}
