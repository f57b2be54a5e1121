import { decodeText } from "./decode_text.ts";
import type { MendedLines } from "./mend_utf8.ts";
import { namedColumns } from "./named_columns.ts";
import { SPACED_LAYOUTS } from "../../mapping/file_layouts.ts";
import { parseRecords } from "./parse_records.ts";
import type { RaggedLine, RecordStart } from "./record_walk.ts";
import { tableStart } from "./table_start.ts";
import { tableOf, type TextTable } from "../text_table.ts";

/** A text file's table, and what the file was like. */
export interface TextFile {
  readonly table: TextTable;
  /** The physical line of each row. */
  readonly lines: Int32Array;
  /** Lines with too many or too few fields, which are not in the table. */
  readonly ragged: readonly RaggedLine[];
  readonly encoding: string;
  readonly delimiter: string;
  /** The lines above the header that are no part of the table; none in most files. */
  readonly titles: readonly string[];
  /** The physical line of the header. */
  readonly headerLine: number;
  /** The lines of UTF-8 that were read as Windows-1252; absent where there are none. */
  readonly mended?: MendedLines;
}

const BEGINNING: RecordStart = { at: 0, line: 1 };
/** How much of the text the delimiter is looked for in. */
const SAMPLE_BYTES = 1 << 16;

/**
 * Reads a delimited text: any of comma, semicolon, tab and bar; UTF-8, UTF-16 or Windows-1252;
 * quoted fields with newlines; below a line `sep=;` or the titles of a report; or one of the tables in
 * `SPACED_LAYOUTS`.
 *
 * The bytes are used up (their memory is given back), so that a large file is not held beside its
 * table.
 *
 * @returns The table, line numbers, lines that do not fit, and what the text was like.
 * @throws {InputError} If the text is empty, binary or no table, or a quote is never closed.
 */
export function readTextTable(
  bytes: Uint8Array<ArrayBuffer>,
  source: string,
): TextFile {
  const decoded = decodeText(bytes);
  const { text, encoding, delimiter, isSpaced, shift, titles, start } = delimited(decoded);
  const parsed = parseRecords(text, source, { delimiter, encoding, start });
  for (const used of [bytes, text]) if (used.byteLength > 0) used.buffer.transfer(0);
  const { lines, ragged } = parsed;
  const { header, columns } = namedColumns(parsed);
  return {
    table: tableOf(header, columns),
    lines: shift === 0 ? lines : lines.map((line) => line + shift),
    ragged: ragged.map(({ line, text }) => ({ line: line + shift, text })),
    encoding: decoded.from,
    delimiter: isSpaced ? "white space" : delimiter,
    titles,
    headerLine: start.line,
    ...(decoded.mended && { mended: decoded.mended }),
  };
}

/** The text with its delimiter; a table without header gets one, which shifts its lines by one. */
function delimited({ bytes, encoding }: ReturnType<typeof decodeText>) {
  const decoder = new TextDecoder(encoding);
  const sample = decoder.decode(bytes.subarray(0, SAMPLE_BYTES));
  const firstLine = sample.slice(0, sample.search(/\r?\n|$/));
  const layout = SPACED_LAYOUTS.find(({ line, title }) =>
    line.test(firstLine) || title?.test(firstLine)
  );
  if (!layout) {
    const found = tableStart(bytes, encoding);
    return { text: bytes, encoding, isSpaced: false, shift: 0, ...found };
  }
  const body = decoder.decode(bytes).replace(/^[ \t]+|[ \t]+(?=\r?$)/gm, "")
    .replace(/[ \t]+/g, ",");
  const hasTitle = !layout.line.test(firstLine);
  const rows = hasTitle ? body.slice(body.indexOf("\n") + 1) : body;
  const text = new TextEncoder().encode(`${layout.header.join(",")}\n${rows}`);
  return {
    text,
    encoding: "utf-8",
    delimiter: ",",
    isSpaced: true,
    shift: hasTitle ? 0 : -1,
    titles: [],
    start: BEGINNING,
  };
}
