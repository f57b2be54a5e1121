import { InputError } from "./input_error.ts";

/** The shape of a delimited text: its header, and where each record stands. */
export interface ScannedRecords {
  readonly header: readonly string[];
  /** The physical line, from 1, on which each record after the header begins; 0 for a blank one. */
  readonly lines: Int32Array;
}

const NEWLINE = 10, SPACE = 32, QUOTE = 34, COMMA = 44;

/**
 * Walks once over a comma-separated text (RFC 4180) to learn its header and line numbers, and to
 * refuse what a parser would silently bend: rows with too many or too few fields, an unclosed quote.
 *
 * @param bytes The text in UTF-8.
 * @param source The file's name, for messages.
 * @returns The header's names and the line number of each record.
 * @throws {InputError} If the text is empty, has no table, or a row does not fit the header.
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
export function scanRecords(bytes: Uint8Array, source: string): ScannedRecords {
  if (isBlank(bytes)) throw new InputError(`${source} is empty.`);
  if (bytes.subarray(0, 4096).includes(0)) {
    throw new InputError(`${source} is not a text table: save it as CSV or Parquet.`);
  }
  const headerEnd = endOfRecord(bytes, 0);
  const header = splitRecord(new TextDecoder().decode(bytes.subarray(0, headerEnd)));
  if (header.length < 2) {
    throw new InputError(
      `${source} is no comma-separated table: its first line is "${header[0].slice(0, 60)}".`,
    );
  }
  const lines = recordLines(bytes, header.length, source);
  if (!lines.some((line) => line > 0)) {
    throw new InputError(`${source} has a header but no lines below it.`);
  }
  return { header, lines };
}

/** The line on which each record begins; only a record that does not fit is looked at twice. */
function recordLines(bytes: Uint8Array, fields: number, source: string): Int32Array {
  let lines = new Int32Array(1 << 16);
  let records = 0, line = 1, start = 0;
  while (start < bytes.length) {
    const startLine = line;
    let commas = 0, quoted = false, end = start;
    for (; end < bytes.length; end++) {
      const byte = bytes[end];
      if (byte > COMMA) continue; // most bytes
      if (byte === COMMA) {
        if (!quoted) commas++;
      } else if (byte === QUOTE) {
        quoted = !quoted;
      } else if (byte === NEWLINE) {
        line++;
        if (!quoted) break;
      }
    }
    if (quoted) {
      throw new InputError(`${source}, line ${startLine}: a quote is opened and never closed.`);
    }
    const fits = commas + 1 === fields;
    if (!fits && !isBlank(bytes.subarray(start, end))) {
      throw new InputError(
        `${source}, line ${startLine}: ${commas + 1} fields where the header has ${fields}; ` +
          `quote texts that hold a comma.`,
      );
    }
    if (records === lines.length) lines = twiceAsLong(lines);
    lines[records++] = fits ? startLine : 0;
    start = end + 1;
  }
  return lines.slice(1, records); // without the header
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

function splitRecord(record: string): string[] {
  const fields = [""];
  let quoted = false;
  for (const character of record.replace(/\r$/, "")) {
    if (character === '"') quoted = !quoted;
    else if (character === "," && !quoted) fields.push("");
    else fields[fields.length - 1] += character;
  }
  return fields.map((field) => field.trim());
}
