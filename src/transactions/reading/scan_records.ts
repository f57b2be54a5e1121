import { InputError } from "../input_error.ts";
import { findMarks } from "./find_marks.ts";

/** A record with another number of fields than the header. */
export interface RaggedRecord {
  /** The physical line, from 1, on which it begins. */
  readonly line: number;
  /** Where it stands in the bytes, its line end included. */
  readonly start: number;
  readonly end: number;
}

/** The shape of a delimited text: its header, and where each record stands. */
export interface ScannedRecords {
  readonly header: readonly string[];
  /** The physical line on which each fitting record after the header begins; 0 for a blank one. */
  readonly lines: Int32Array;
  /** Records that do not fit, which a parser would silently bend. */
  readonly ragged: readonly RaggedRecord[];
}

const NEWLINE = 10, RETURN = 13, SPACE = 32, QUOTE = 34;
/** Bytes looked at in one go, few enough to stay in the processor's cache. */
const BLOCK = 1 << 16;

/**
 * Walks once over a delimited text (RFC 4180) to learn its header and line numbers, and which rows
 * have too many or too few fields.
 *
 * @param bytes The text in UTF-8.
 * @param source The file's name, for messages.
 * @param delimiter One ASCII character between fields.
 * @returns The header's names, the line number of each record, and the records that do not fit.
 * @throws {InputError} If the text is empty, binary or no table, or a quote is never closed.
 *
 * @example
 * ```ts
 * import { scanRecords } from "./scan_records.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const text = 'id,name\n1,"two\nlines"\n2,plain\n';
 * const { header, lines } = scanRecords(new TextEncoder().encode(text), "names.csv");
 * assertEquals(header, ["id", "name"]);
 * assertEquals(lines, Int32Array.of(2, 4));
 * ```
 */
export function scanRecords(
  bytes: Uint8Array,
  source: string,
  delimiter = ",",
): ScannedRecords {
  if (isBlank(bytes)) throw new InputError(`${source} is empty.`);
  if (!bytes.includes(NEWLINE) && bytes.includes(RETURN)) {
    if (bytes.includes(0)) throw noText(source);
    throw new InputError(
      `${source} ends its lines with carriage returns alone: save it with the line ends of today.`,
    );
  }
  const headerEnd = endOfRecord(bytes, 0);
  const header = splitRecord(new TextDecoder().decode(bytes.subarray(0, headerEnd)), delimiter);
  if (header.length < 2) {
    if (bytes.includes(0)) throw noText(source);
    throw new InputError(
      `${source} is no table with separated fields: its first line is ` +
        `"${header[0].slice(0, 60)}".`,
    );
  }
  const { lines, ragged } = recordLines(bytes, header.length, source, delimiter);
  if (ragged.length === 0 && !lines.some((line) => line > 0)) {
    throw new InputError(`${source} has a header but no lines below it.`);
  }
  if (ragged.length > lines.length) {
    throw new InputError(
      `${source}: most lines have another number of fields than the ${header.length} of the header, ` +
        `first line ${ragged[0].line}; is it damaged?`,
    );
  }
  return { header, lines, ragged };
}

/** The line on which each record begins; only a record that does not fit is looked at twice. */
function recordLines(bytes: Uint8Array, fields: number, source: string, delimiter: string) {
  const separator = delimiter.charCodeAt(0);
  const ragged: RaggedRecord[] = [];
  const marks = new Int32Array(BLOCK);
  let lines = new Int32Array(1 << 16);
  let records = 0, start = 0, startLine = 1, line = 1, separators = 0, quoted = false;

  const endRecord = (end: number) => {
    const fits = separators + 1 === fields;
    if (!fits && !isBlank(bytes.subarray(start, end))) {
      ragged.push({ line: startLine, start, end: Math.min(end + 1, bytes.length) });
    } else {
      if (records === lines.length) lines = twiceAsLong(lines);
      lines[records++] = fits ? startLine : 0;
    }
    start = end + 1;
    startLine = line;
    separators = 0;
  };
  for (let from = 0; from < bytes.length; from += BLOCK) {
    const count = findMarks(bytes, from, Math.min(from + BLOCK, bytes.length), separator, marks);
    for (let i = 0; i < count; i++) {
      const byte = bytes[marks[i]];
      if (byte === separator) {
        if (!quoted) separators++;
      } else if (byte === QUOTE) {
        quoted = !quoted;
      } else if (byte === NEWLINE) {
        line++;
        if (!quoted) endRecord(marks[i]);
      } else {
        throw noText(source);
      }
    }
  }
  if (quoted) {
    throw new InputError(`${source}, line ${startLine}: a quote is opened and never closed.`);
  }
  if (start < bytes.length) endRecord(bytes.length);
  return { lines: lines.slice(1, records), ragged }; // without the header
}

function noText(source: string): InputError {
  return new InputError(`${source} is not a text table: save it as CSV, Parquet or Excel.`);
}

function isBlank(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte > SPACE);
}

function twiceAsLong(lines: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * lines.length);
  longer.set(lines);
  return longer;
}

function endOfRecord(bytes: Uint8Array, from: number): number {
  let quoted = false;
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] === QUOTE) quoted = !quoted;
    else if (bytes[i] === NEWLINE && !quoted) return i;
  }
  return bytes.length;
}

function splitRecord(record: string, delimiter: string): string[] {
  const fields = [""];
  let quoted = false;
  for (const character of record.replace(/\r$/, "")) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) fields.push("");
    else fields[fields.length - 1] += character;
  }
  return fields.map((field) => field.trim());
}
