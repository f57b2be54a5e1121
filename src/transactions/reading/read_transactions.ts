import { InputError } from "../../frames/errors.ts";
import { inputNames } from "./input_names.ts";
import { lacksOf, MissingColumns, refuseMissing } from "../mapping/essential_columns.ts";
import { type ColumnChoices, findColumns } from "../mapping/find_columns.ts";
import { readTables, type SourceFile } from "./read_tables.ts";
import {
  joinLines,
  type TransactionLines,
  transactionLines,
} from "../mapping/transaction_lines.ts";

/** Where transaction lines came from. */
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
  /** "customers" or "amounts" where the files have none, among rules that are switched off. */
  readonly without?: readonly string[];
}

/**
 * Reads files of transaction lines, every value as the text that stands there.
 *
 * Nothing is converted here, so that `00123` stays `00123` and every line can be accounted for.
 *
 * @param paths One or more files: delimited text (see `readTextTable`), Parquet, or Excel, each as it
 * is, gzipped or the only table in a zip archive.
 * @param options See {@linkcode ReadOptions}.
 * @returns The lines in file order.
 * @throws {InputError} If a file is missing, a folder, empty, no table, lacks columns, or is named
 * twice.
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
  const { columns = {}, without } = options;
  const names = inputNames(paths);
  if (paths.length === 1) return joined([readFile(paths[0], names[0], () => columns, without)]);
  const unseen = new Set(Object.values(columns));
  const files = paths.map((path, i) =>
    readFile(path, names[i], (header) => {
      header.forEach((name) => unseen.delete(name));
      return Object.fromEntries(
        Object.entries(columns).filter(([, name]) => header.includes(name)),
      );
    }, without)
  );
  refuseTwice(files.map(({ input }) => input));
  if (unseen.size > 0) {
    const [name] = unseen;
    throw new InputError(`No file has the column "${name}" that --map names: check its spelling.`);
  }
  return joined(files);
}

/** Lines without invoice numbers would be counted twice. */
function refuseTwice(inputs: readonly TransactionInput[]): void {
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

/** Which columns the user named, of those that a header has. */
type ChoicesFor = (header: readonly string[]) => ColumnChoices;

function joined(files: readonly ReturnType<typeof readFile>[]): RawTransactions {
  return {
    lines: joinLines(files.map((file) => file.lines)),
    inputs: files.map((file) => file.input),
  };
}

function readFile(
  path: string,
  name: string,
  choicesFor: ChoicesFor,
  without?: readonly string[],
) {
  const read = (canLack: boolean) =>
    readTables(path, (header, source, table) => {
      const found = findColumns(header, source, choicesFor(header));
      if (!table || (canLack && lacksOf(found, table, without).length > 0)) return;
      refuseMissing(found, header, source, table);
    });
  const { tables, skipped, sha256 } = readOrLack(read);
  const lines = joinLines(tables.map(({ table, source, lines, ragged }) => {
    const found = findColumns(table.header, source, choicesFor(table.header));
    // Messages name the file as it was given, what a run leaves as it is called everywhere.
    return transactionLines(table, name + source.slice(path.length), { lines, found, ragged });
  }));
  const input: TransactionInput = { path, name, sha256, rows: lines.height };
  return { lines, input: skipped.length > 0 ? { ...input, skipped } : input };
}

/** A table without customers or amounts is read only where no other has both. */
function readOrLack(read: (canLack: boolean) => SourceFile): SourceFile {
  try {
    return read(false);
  } catch (fault) {
    if (!(fault instanceof MissingColumns)) throw fault;
    return read(true);
  }
}
