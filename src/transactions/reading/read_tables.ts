import { createHash } from "node:crypto";
import { fileBytes } from "./file_bytes.ts";
import { readParquet } from "./parquet/read_parquet.ts";
import { readJson } from "./json/read_json.ts";
import { readExcelTables } from "./excel/read_excel.ts";
import { readTextTable } from "./text/read_text_table.ts";
import type { ColumnChoices } from "../mapping/find_columns.ts";
import { tidyTable } from "./rows/tidy_table.ts";
import type { SourceTable } from "./source_table.ts";
import { mendedNote, titlesNote } from "./text/text_notes.ts";
import { unpackTable } from "./unpack_table.ts";

export type { SourceTable } from "./source_table.ts";

/** Options of {@linkcode readTables}. */
export interface ReadTablesOptions {
  /** Columns named by the user, where they are in the file. */
  readonly columns?: ColumnChoices;
  /** Sheets of workbooks to read; default: all that are not hidden. */
  readonly sheets?: readonly string[];
}

/** Format of a file. */
export interface FileFormat {
  readonly format: "text" | "json" | "parquet" | "excel";
  /** Of a text. */
  readonly encoding?: string;
  /** Of a text: what stands between its fields. */
  readonly delimiter?: string;
}

/** The tables of one file. */
export interface SourceFile extends FileFormat {
  readonly tables: readonly SourceTable[];
  /** Sheets of a workbook that are passed over, and why. */
  readonly skipped: readonly { readonly sheet: string; readonly reason: string }[];
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/** Bytes, packed or unpacked, above which a file is refused. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * Reads the tables of a file, whatever it is: delimited text, JSON, Parquet or an Excel workbook, as it
 * is, gzipped, or the only table in a zip archive. What is no line of a table is taken out, see
 * `tidyTable`.
 *
 * @param path The file, or a pipe; `-` is standard input.
 * @param options See {@linkcode ReadTablesOptions}.
 * @returns Its tables, one but for workbooks with several sheets, and what the file is.
 * @throws {InputError} If the file is missing, a folder, empty, damaged or no table.
 */
export function readTables(path: string, options: ReadTablesOptions = {}): SourceFile {
  const packed = fileBytes(path, MOST_BYTES);
  const sha256 = createHash("sha256").update(packed).digest("hex");
  const { bytes, format } = unpackTable(packed, path, MOST_BYTES);
  const file = READERS[format](bytes, path, options.sheets);
  const tables = file.tables.map((table) => tidyTable(table, options.columns));
  return { ...file, tables, sha256 };
}

type Reader = (
  bytes: Uint8Array<ArrayBuffer>,
  path: string,
  sheets?: readonly string[],
) => UntidyFile;

const READERS: Readonly<Record<ReturnType<typeof unpackTable>["format"], Reader>> = {
  csv: readText,
  json: readJsonTable,
  parquet: readParquetTable,
  excel: readWorkbook,
};

type UntidyFile = Omit<SourceFile, "sha256">;

function readText(bytes: Uint8Array<ArrayBuffer>, path: string): UntidyFile {
  const { table, lines, ragged, encoding, delimiter, titles, headerLine, mended } = readTextTable(
    bytes,
    path,
  );
  const notes = [
    ...(mended ? [mendedNote(path, mended)] : []),
    ...titlesNote(path, headerLine, titles),
  ];
  const tables = [{ source: path, table, lines, ragged, notes }];
  return { tables, skipped: [], format: "text", encoding, delimiter };
}

function readJsonTable(bytes: Uint8Array<ArrayBuffer>, path: string): UntidyFile {
  const { table, lines, notes } = readJson(bytes, path);
  return {
    tables: [{ source: path, table, lines, ragged: [], notes }],
    skipped: [],
    format: "json",
  };
}

function readParquetTable(bytes: Uint8Array, path: string): UntidyFile {
  const table = readParquet(bytes, path, MOST_BYTES);
  const lines = Int32Array.from({ length: table.height }, (_, row) => row + 1);
  return {
    tables: [{ source: path, table, lines, ragged: [] }],
    skipped: [],
    format: "parquet",
  };
}

function readWorkbook(
  bytes: Uint8Array,
  path: string,
  sheets?: readonly string[],
): UntidyFile {
  const { tables, skipped } = readExcelTables(bytes, path, { sheets });
  return {
    tables: tables.map(({ sheet, table, lines, titles, headerRow }) => {
      const source = tables.length === 1 ? path : `${path} (${sheet})`;
      const notes = titlesNote(source, headerRow, titles, "row");
      return { source, sheet, table, lines, ragged: [], notes };
    }),
    skipped,
    format: "excel",
  };
}
