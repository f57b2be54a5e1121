import { createHash } from "node:crypto";
import { InputError } from "../../frames/errors.ts";
import { fileBytes } from "./file_bytes.ts";
import { readParquet } from "./parquet/read_parquet.ts";
import { readExcelTables } from "./excel/read_excel.ts";
import { readTextTable } from "./text/read_text_table.ts";
import type { RaggedLine } from "./text/record_walk.ts";
import type { TextTable } from "./text_table.ts";
import { unpackTable } from "./unpack_table.ts";

/** One table of a file, as it stands there. */
export interface SourceTable {
  /** The file's path, and the sheet's name where there are several. */
  readonly source: string;
  /** Columns under the file's own names. */
  readonly table: TextTable;
  /** Line, row of the sheet, or row number of each row, from 1. */
  readonly lines: Int32Array;
  /** Lines that do not fit the header. */
  readonly ragged: readonly RaggedLine[];
}

/** What a file is. */
export interface FileFormat {
  readonly format: "text" | "parquet" | "excel";
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
 * Reads the tables of a file, whatever it is: delimited text, Parquet or an Excel workbook, as it is,
 * gzipped, or the only table in a zip archive.
 *
 * @param path The file, or a pipe; `-` is standard input.
 * @param check Looks at each header before the long part, and at the whole table after it; throws what
 * is wrong with it.
 * @returns Its tables, one but for workbooks with several sheets, and what the file is.
 * @throws {InputError} If the file is missing, a folder, empty, damaged or no table.
 */
export function readTables(
  path: string,
  check: Check = () => {},
): SourceFile {
  const packed = fileBytes(path, MOST_BYTES);
  const sha256 = createHash("sha256").update(packed).digest("hex");
  const { bytes, format } = unpackTable(packed, path, MOST_BYTES);
  return { ...READERS[format](bytes, path, check), sha256 };
}

const READERS = { csv: readText, parquet: readParquetTable, excel: readWorkbook };

/** Looks at a header, and at the table below it once that is read. */
type Check = (header: readonly string[], source: string, table?: TextTable) => void;

function readText(bytes: Uint8Array<ArrayBuffer>, path: string, check: Check) {
  const { table, lines, ragged, encoding, delimiter } = readTextTable(
    bytes,
    path,
    (header) => check(header, path),
  );
  check(table.header, path, table);
  const tables = [{ source: path, table, lines, ragged }];
  return { tables, skipped: [], format: "text" as const, encoding, delimiter };
}

function readParquetTable(bytes: Uint8Array, path: string, check: Check) {
  const table = readParquet(bytes, path, MOST_BYTES);
  check(table.header, path, table);
  const lines = Int32Array.from({ length: table.height }, (_, row) => row + 1);
  return {
    tables: [{ source: path, table, lines, ragged: [] }],
    skipped: [],
    format: "parquet" as const,
  };
}

/** Sheets of notes are passed over as long as one sheet holds transactions. */
function readWorkbook(bytes: Uint8Array, path: string, check: Check) {
  const { tables: sheets, skipped: others } = readExcelTables(bytes, path);
  const tables: SourceTable[] = [], skipped = [...others], faults: InputError[] = [];
  for (const { sheet, table, lines } of sheets) {
    const source = sheets.length === 1 ? path : `${path} (${sheet})`;
    try {
      check(table.header, source, table);
      tables.push({ source, table, lines, ragged: [] });
    } catch (fault) {
      if (!(fault instanceof InputError)) throw fault;
      faults.push(fault);
      skipped.push({ sheet, reason: fault.message });
    }
  }
  if (tables.length === 0) throw faults[0];
  return { tables, skipped, format: "excel" as const };
}
