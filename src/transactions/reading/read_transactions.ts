import { InputError } from "../../frames/errors.ts";
import { inputNames } from "./input_names.ts";
import type { DecimalMark } from "../interpretation/amounts/parse_numbers.ts";
import type { ReadingNote } from "../interpretation/reading_note.ts";
import type { ColumnChoices } from "../mapping/find_columns.ts";
import { refuseUnknownSheets, sheetsNote } from "./excel/sheet_notes.ts";
import { listInputs } from "./inputs/list_inputs.ts";
import { prepareTables } from "./prepare_tables.ts";
import { readTables, type SourceTable } from "./read_tables.ts";
import {
  joinLines,
  type TransactionLines,
  transactionLines,
} from "../mapping/transaction_lines.ts";

/** Source of transaction lines. */
export interface TransactionInput {
  /** The path as given. */
  readonly path: string;
  /** What the file is called in what a run leaves, the same on every machine; see `inputNames`. */
  readonly name: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Transaction lines in the file. */
  readonly rows: number;
  /** Sheets of a workbook that hold no transactions, and why; absent if there are none. */
  readonly skipped?: readonly { readonly sheet: string; readonly reason: string }[];
}

/** The lines of one or more files, as text, and where they came from. */
export interface RawTransactions {
  readonly lines: TransactionLines;
  readonly inputs: readonly TransactionInput[];
}

/** Options of {@linkcode readTransactions}. */
export interface ReadOptions {
  /** Which of the file's columns hold what, where the names do not tell. */
  readonly columns?: ColumnChoices;
  /** Sheets of workbooks to take; default: all with transactions that are not hidden. */
  readonly sheets?: readonly string[];
  /** Columns by which tables that belong together are joined, where it is not clear. */
  readonly join?: readonly string[];
  /** How numbers are written, where they do not tell. */
  readonly decimalMark?: DecimalMark;
  /** "customers" or "amounts" where the files have none, among rules that are switched off. */
  readonly without?: readonly string[];
}

/**
 * Reads files of transaction lines, every value as the text that stands there.
 *
 * Nothing is converted here, so that `00123` stays `00123` and every line can be accounted for.
 *
 * @param paths One or more files: delimited text (see `readTextTable`), JSON, Parquet, or Excel, each as
 * it is, gzipped or the only table in a zip archive; folders and patterns, see `listInputs`. Files that
 * belong together are joined, see `joinTables`.
 * @param options See {@linkcode ReadOptions}.
 * @returns The lines in file order.
 * @throws {InputError} If a file is missing, empty, no table, lacks columns, or is named twice.
 *
 * @example
 * ```ts
 * import { readTransactions } from "./read_transactions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const path = Deno.makeTempFileSync({ suffix: ".csv" });
 * Deno.writeTextFileSync(path, "Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n1,A,2,2024-05-01,1.50,7\n");
 * const { lines, inputs } = readTransactions([path]);
 * assertEquals([lines.height, inputs[0].rows], [1, 1]);
 * ```
 */
export function readTransactions(
  paths: readonly string[],
  options: ReadOptions = {},
): RawTransactions {
  if (paths.length === 0) throw new InputError("No input file is named: name at least one.");
  const { columns = {}, sheets } = options;
  const listed = listInputs(paths);
  const names = inputNames(listed.paths);
  const files = listed.paths.map((path) => ({ path, ...readTables(path, { columns, sheets }) }));
  refuseTwice(files);
  const tables = files.flatMap((file, number) => file.tables.map((table) => ({ table, number })));
  const numbers = tables.map(({ number }) => number);
  if (tables.length > 1) refuseUnseen(columns, tables.map(({ table }) => table));
  refuseUnknownSheets(sheets, files);
  const prepared = prepareTables(tables.map(({ table }) => table), numbers, options);
  const lines = prepared.tables.map(({ place, table, found }, i) => {
    const number = numbers[place], { path } = files[number];
    const notes = nameFiles([
      ...(i === 0 ? listed.notes : []),
      ...(i === 0 ? files.flatMap((_, file) => sheetNotes(file)) : []),
      ...table.notes ?? [],
    ]);
    const { lines, ragged, apart } = table;
    // Messages name the file as it was given, what a run leaves as it is called everywhere.
    const name = names[number] + table.source.slice(path.length);
    return {
      number,
      lines: transactionLines(table.table, name, { lines, found, ragged, apart, notes }),
    };
  });
  /** What a run leaves names files the same on every machine. */
  function nameFiles(notes: readonly ReadingNote[]): ReadingNote[] {
    return notes.map((note) => ({
      ...note,
      sentence: files.reduce(
        (sentence, { path }, number) => sentence.replaceAll(path, names[number]),
        note.sentence,
      ),
    }));
  }
  function skippedOf(file: number) {
    const others = prepared.skipped.filter(({ place }) => numbers[place] === file)
      .map(({ place, reason }) => ({ sheet: tables[place].table.sheet ?? "", reason }));
    return [...files[file].skipped, ...others];
  }
  function sheetNotes(file: number): ReadingNote[] {
    const taken = prepared.tables.filter(({ place }) => numbers[place] === file)
      .flatMap(({ table }) => table.sheet ?? []);
    return sheetsNote(files[file].path, taken, skippedOf(file));
  }
  return {
    lines: joinLines(lines.map(({ lines }) => lines)),
    inputs: files.map(({ path, sha256 }, number): TransactionInput => {
      const skipped = skippedOf(number);
      const rows = lines.filter((part) => part.number === number)
        .reduce((rows, { lines }) => rows + lines.height, 0);
      const input = { path, name: names[number], sha256, rows };
      return skipped.length > 0 ? { ...input, skipped } : input;
    }),
  };
}

/** A column that no file has is a name written wrongly. */
function refuseUnseen(columns: ColumnChoices, tables: readonly SourceTable[]): void {
  const name = Object.values(columns).find((name) =>
    !tables.some(({ table }) => table.header.includes(name))
  );
  if (name === undefined) return;
  throw new InputError(`No file has the column "${name}" that --map names: check its spelling.`);
}

/** Lines without invoice numbers would be counted twice. */
function refuseTwice(inputs: readonly { readonly path: string; readonly sha256: string }[]): void {
  inputs.forEach(({ path, sha256 }, i) => {
    const first = inputs.findIndex((input) => input.sha256 === sha256);
    if (first === i) return;
    throw new InputError(
      inputs[first].path === path
        ? `${path} is named twice with --input: name it once.`
        : `${path} and ${inputs[first].path} are the same file, byte by byte: name one of them.`,
    );
  });
}
