import { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { decodeText } from "./decode_text.ts";
import { detectDelimiter } from "./detect_delimiter.ts";
import { SPACED_LAYOUTS } from "./file_layouts.ts";
import { type RaggedRecord, scanRecords } from "./scan_records.ts";

/** A text table, every field as the text that stands there. */
export interface TextTable {
  /**
   * One column per header name, one row per fitting record, null where a field is empty. Texts repeat
   * on many lines, so each is held once (`Categorical`): a sixth of the memory.
   */
  readonly table: DataFrame;
  /** The physical line of each row. */
  readonly lines: Int32Array;
  /** Lines with too many or too few fields, which are not in the table. */
  readonly ragged: readonly { readonly line: number; readonly text: string }[];
  readonly encoding: string;
  readonly delimiter: string;
}

/** How much of the text the delimiter is looked for in. */
const SAMPLE_BYTES = 1 << 16;

/**
 * Reads a delimited text: any of comma, semicolon, tab and bar; UTF-8, UTF-16 or Windows-1252;
 * quoted fields with newlines; or one of the tables in `SPACED_LAYOUTS`.
 *
 * The bytes are used up (their memory is given back), so that a large file is not held twice.
 *
 * @param bytes The file's bytes.
 * @param source The file's name, for messages.
 * @param check Looks at the header before the long part; throws what is wrong with it.
 * @returns The table, line numbers, lines that do not fit, and what the text was like.
 * @throws {InputError} If the text is empty, binary or no table, or a quote is never closed.
 *
 * @example
 * ```ts
 * import { readTextTable } from "./read_text_table.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const bytes = new TextEncoder().encode("id;name\n1;lamp\n2\n3;cup\n");
 * const { table, lines, ragged, delimiter } = readTextTable(bytes, "names.csv");
 * assertEquals(table.getColumn("name").toArray(), ["lamp", "cup"]);
 * assertEquals([...lines, delimiter], [2, 4, ";"]);
 * assertEquals(ragged, [{ line: 3, text: "2" }]);
 * ```
 */
export function readTextTable(
  bytes: Uint8Array<ArrayBuffer>,
  source: string,
  check: (header: readonly string[]) => unknown = () => {},
): TextTable {
  const decoded = decodeText(bytes);
  if (decoded.bytes.buffer !== bytes.buffer) release(bytes);
  const { text, delimiter, isSpaced, shift } = delimited(decoded.bytes);
  const { header, lines, ragged } = scanRecords(text, source, delimiter);
  check(header);
  const fitting = ragged.length === 0 ? text : withoutRecords(text, ragged);
  const parsed = pl.readCSV(Buffer.from(fitting.buffer, fitting.byteOffset, fitting.byteLength), {
    // Positional, which is safe because these are the file's own names in their order.
    schema: Object.fromEntries(header.map((name) => [name, pl.Categorical])),
    sep: delimiter,
    truncateRaggedLines: false,
    rechunk: true, // or every column picked by row costs twice as much
  });
  const misfits = ragged.map(({ line, start, end }) => ({
    line: line + shift,
    text: new TextDecoder().decode(text.subarray(start, end)).trimEnd(),
  }));
  release(text);
  const { table, numbers } = withoutBlanks(parsed, lines);
  return {
    table,
    lines: shift === 0 ? numbers : numbers.map((line) => line + shift),
    ragged: misfits,
    encoding: decoded.encoding,
    delimiter: isSpaced ? "white space" : delimiter,
  };
}

/** The text with its delimiter; a table without header gets one, which shifts its lines by one. */
function delimited(bytes: Uint8Array<ArrayBuffer>) {
  const sample = new TextDecoder().decode(bytes.subarray(0, SAMPLE_BYTES));
  const firstLine = sample.slice(0, sample.search(/\r?\n|$/));
  const layout = SPACED_LAYOUTS.find(({ line, title }) =>
    line.test(firstLine) || title?.test(firstLine)
  );
  if (!layout) {
    return { text: bytes, delimiter: detectDelimiter(sample) ?? ",", isSpaced: false, shift: 0 };
  }
  const body = new TextDecoder().decode(bytes).replace(/^[ \t]+|[ \t]+(?=\r?$)/gm, "")
    .replace(/[ \t]+/g, ",");
  const hasTitle = !layout.line.test(firstLine);
  const rows = hasTitle ? body.slice(body.indexOf("\n") + 1) : body;
  const text = new TextEncoder().encode(`${layout.header.join(",")}\n${rows}`);
  return { text, delimiter: ",", isSpaced: true, shift: hasTitle ? 0 : -1 };
}

function withoutRecords(
  text: Uint8Array<ArrayBuffer>,
  records: readonly RaggedRecord[],
): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { start, end } of records) {
    parts.push(text.subarray(from, start));
    from = end;
  }
  return Buffer.concat([...parts, text.subarray(from)]);
}

function withoutBlanks(table: DataFrame, lines: Int32Array) {
  if (lines.indexOf(0) < 0) return { table, numbers: lines };
  const numbered = table.withColumns(pl.Series(LINE, lines, pl.Int32));
  return {
    table: numbered.filter(pl.col(LINE).gt(0)).drop(LINE),
    numbers: lines.filter((line) => line > 0),
  };
}

/** A name that no header has. */
const LINE = "\u0000line";

/** Gives memory back at once; the garbage collector does not see how much Polars has taken. */
function release(bytes: Uint8Array<ArrayBuffer>): void {
  bytes.buffer.transfer(0);
}
