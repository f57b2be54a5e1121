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
  if (!bytes.some((byte) => byte > 32)) throw new InputError(`${source} is empty.`);
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

function recordLines(bytes: Uint8Array, fields: number, source: string): Int32Array {
  let lines = new Int32Array(1 << 16);
  let records = -1; // the header is record -1
  let line = 1, start = 1, commas = 0, length = 0, quoted = false, ended = true;
  const endRecord = () => {
    const blank = length === 0;
    if (!blank && commas + 1 !== fields) {
      throw new InputError(
        `${source}, line ${start}: ${commas + 1} fields where the header has ${fields}; ` +
          `quote texts that hold a comma.`,
      );
    }
    if (records >= 0) {
      if (records === lines.length) {
        const longer = new Int32Array(2 * lines.length);
        longer.set(lines);
        lines = longer;
      }
      lines[records] = blank ? 0 : start;
    }
    records++;
  };
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === NEWLINE) {
      line++;
      if (quoted) continue;
      endRecord();
      start = line;
      commas = length = 0;
      ended = true;
    } else if (byte === QUOTE) {
      quoted = !quoted;
      length++;
      ended = false;
    } else {
      if (byte > SPACE) length++;
      if (byte === COMMA && !quoted) commas++;
      ended = false;
    }
  }
  if (quoted) throw new InputError(`${source}, line ${start}: a quote is opened and never closed.`);
  if (!ended) endRecord();
  return lines.slice(0, Math.max(records, 0));
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
