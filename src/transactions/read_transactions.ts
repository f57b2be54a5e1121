import { createHash } from "node:crypto";
import { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { decodeText } from "./decode_text.ts";
import { InputError } from "./input_error.ts";
import { mapColumns } from "./map_columns.ts";
import { scanRecords } from "./scan_records.ts";
import { transactionLines } from "./transaction_lines.ts";

/** Where transaction lines came from. */
export interface TransactionInput {
  /** The path as given. */
  readonly path: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
  /** Transaction lines in the file. */
  readonly rows: number;
}

/** The lines of one or more files, as text, and where they came from. */
export interface RawTransactions {
  /** `input, line` and the eight transaction columns, all text; see {@linkcode transactionLines}. */
  readonly lines: DataFrame;
  readonly inputs: readonly TransactionInput[];
}

/**
 * Reads files of transaction lines (CSV or Parquet), every value as the text that stands there.
 *
 * Nothing is converted here, so that `00123` stays `00123` and every line can be accounted for.
 *
 * @param paths One or more files; CSV in UTF-8, Windows-1252 or Latin-1, or Parquet.
 * @returns The lines in file order.
 * @throws {InputError} If a file is missing, a folder, empty, no table, or lacks columns.
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
export function readTransactions(paths: readonly string[]): RawTransactions {
  if (paths.length === 0) throw new InputError("No input file was named: give at least one.");
  const files = paths.map(readFile);
  return {
    lines: files.length === 1 ? files[0].lines : pl.concat(files.map((file) => file.lines)),
    inputs: files.map((file) => file.input),
  };
}

function readFile(path: string): { lines: DataFrame; input: TransactionInput } {
  const bytes = readBytes(path);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const lines = isParquet(bytes) ? readParquet(bytes, path) : readCsv(bytes, path);
  return { lines, input: { path, sha256, rows: lines.height } };
}

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    if (Deno.statSync(path).isDirectory) {
      throw new InputError(`${path} is a folder: name the file of transaction lines in it.`);
    }
    return Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new InputError(`There is no file ${path}: check the path given with --input.`);
    }
    if (error instanceof Deno.errors.PermissionDenied) {
      throw new InputError(`${path} cannot be read: check its permissions.`);
    }
    throw error;
  }
}

function isParquet(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 4)) === "PAR1";
}

function readParquet(bytes: Uint8Array, path: string): DataFrame {
  let table: DataFrame;
  try {
    table = pl.readParquet(Buffer.from(bytes.buffer));
  } catch {
    throw new InputError(`${path} begins like a Parquet file but cannot be read: write it again.`);
  }
  if (table.height === 0) throw new InputError(`${path} has columns but no rows.`);
  return transactionLines(table, path);
}

/** Uses the bytes up, so that a large file is not held three times over. */
function readCsv(bytes: Uint8Array<ArrayBuffer>, path: string): DataFrame {
  const text = decodeText(bytes).bytes;
  if (text.buffer !== bytes.buffer) release(bytes);
  const { header, lines } = scanRecords(text, path);
  mapColumns(header, path); // refuses a wrong header before the long part
  const table = pl.readCSV(Buffer.from(text.buffer, text.byteOffset, text.byteLength), {
    // Positional, which is safe because these are the file's own names in their order.
    schema: Object.fromEntries(header.map((name) => [name, pl.Utf8])),
    truncateRaggedLines: false,
    missingIsNull: false, // an empty field is empty text, here as everywhere
    rechunk: true, // or every column is copied once more when the line numbers join
  });
  release(text);
  const blank = lines.indexOf(0) >= 0;
  const frame = transactionLines(table, path, lines);
  return blank ? frame.filter(pl.col("line").gt(0)) : frame;
}

/** Gives memory back at once; the garbage collector does not see how much Polars has taken. */
function release(bytes: Uint8Array<ArrayBuffer>): void {
  bytes.buffer.transfer(0);
}
