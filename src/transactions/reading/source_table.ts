import type { ReadingNote } from "../interpretation/reading_note.ts";
import type { RaggedLine } from "./text/record_walk.ts";
import type { TextTable } from "./text_table.ts";

/** One table of a file, as it stands there. */
export interface SourceTable {
  /** The file's path, and the sheet's name where there are several. */
  readonly source: string;
  /** Of a workbook: the sheet's name. */
  readonly sheet?: string;
  /** Columns under the file's own names. */
  readonly table: TextTable;
  /** Line, row of the sheet, or row number of each row, from 1. */
  readonly lines: Int32Array;
  /** Lines that do not fit the header. */
  readonly ragged: readonly RaggedLine[];
  /** Lines that are no lines of the table: totals and repeated headers. */
  readonly apart?: readonly ApartLine[];
  /** What was found out about it, and what was done. */
  readonly notes?: readonly ReadingNote[];
}

/** A row that is no line of the table, and what it is. */
export interface ApartLine {
  readonly line: number;
  /** Its filled cells, a comma between them. */
  readonly text: string;
  readonly reason: "repeated_header" | "total_row";
}
