import { Buffer } from "node:buffer";
import type { CodedTexts } from "../coded.ts";
import { InputError } from "../input_error.ts";
import { TextDictionary } from "./text_dictionary.ts";

/** A line with another number of fields than the header. */
export interface RaggedLine {
  /** The physical line, from 1, on which it begins. */
  readonly line: number;
  /** As it stands in the file, without its line end. */
  readonly text: string;
}

/** A delimited text, taken apart. */
export interface ParsedRecords {
  readonly header: readonly string[];
  /** One per header name. */
  readonly columns: readonly CodedTexts[];
  /** The physical line on which each record begins. */
  readonly lines: Int32Array;
  /** Lines that do not fit, which are in no column; blank lines are in neither. */
  readonly ragged: readonly RaggedLine[];
}

const NUL = 0, NEWLINE = 10, RETURN = 13, SPACE = 32, QUOTE = 34;
/** Bytes in which a binary file shows what it is. */
const HEAD = 1 << 16;

/**
 * Takes a delimited text (RFC 4180) apart, in one walk over its bytes: every field as the text that
 * stands there, each text held once.
 *
 * A field is quoted where a quote is its first character, spaces aside; quotes elsewhere stand for
 * themselves.
 *
 * @param bytes The text, in an encoding in which ASCII characters are single bytes.
 * @param source The file's name, for messages.
 * @param options `delimiter`: one ASCII character between fields, a comma if not given; `encoding`: of
 * the bytes, UTF-8 if not given; `check` looks at the header before the long part, and throws what is
 * wrong with it.
 * @returns The header, the columns, where each record stands, and the lines that do not fit.
 * @throws {InputError} If the text is empty, binary or no table, or a quote is never closed.
 *
 * @example
 * ```ts
 * import { parseRecords } from "./parse_records.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const text = 'id,name\n1,"two\nlines"\n2\n3,"a ""lamp"""\n';
 * const { header, columns, lines, ragged } = parseRecords(new TextEncoder().encode(text), "names.csv");
 * assertEquals(header, ["id", "name"]);
 * assertEquals(columns[1].values, ["two\nlines", 'a "lamp"']);
 * assertEquals(lines, Int32Array.of(2, 5));
 * assertEquals(ragged, [{ line: 4, text: "2" }]);
 * ```
 */
export function parseRecords(
  bytes: Uint8Array,
  source: string,
  options: {
    readonly delimiter?: string;
    readonly encoding?: string;
    readonly check?: (header: readonly string[]) => unknown;
  } = {},
): ParsedRecords {
  const { delimiter = ",", encoding = "utf-8", check = () => {} } = options;
  if (isBlank(bytes)) throw new InputError(`${source} is empty.`);
  if (bytes.subarray(0, HEAD).includes(NUL)) throw noText(source);
  if (!bytes.includes(NEWLINE) && bytes.includes(RETURN)) {
    throw new InputError(
      `${source} ends its lines with carriage returns alone: save it with the line ends of today.`,
    );
  }
  const walk = new Walk(bytes, source, delimiter.charCodeAt(0), encoding);
  const header = walk.header();
  if (header.length < 2) {
    throw new InputError(
      `${source} is no table with separated fields: its first line is ` +
        `"${header[0].slice(0, 60)}".`,
    );
  }
  check(header);
  const { columns, lines, ragged } = walk.records(header.length);
  if (ragged.length === 0 && lines.length === 0) {
    throw new InputError(`${source} has a header but no lines below it.`);
  }
  if (ragged.length > lines.length + 1) {
    throw new InputError(
      `${source}: most lines have another number of fields than the ${header.length} of the header, ` +
        `first line ${ragged[0].line}; is it damaged?`,
    );
  }
  return { header, columns, lines, ragged };
}

/** What a field ended with. */
type End = typeof AT_DELIMITER | typeof AT_LINE_END;
const AT_DELIMITER = 0, AT_LINE_END = 1;

/** The place that a walk over the bytes has reached. */
class Walk {
  private readonly view: DataView;
  private readonly delimiters: number;
  private at = 0;
  private line = 1;
  /** Where the record begins that is being read, for messages. */
  private recordLine = 1;
  private ended: End = AT_LINE_END;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly source: string,
    private readonly delimiter: number,
    private readonly encoding: string,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.delimiters = fourTimes(delimiter);
  }

  header(): string[] {
    const names: string[] = [];
    do {
      const dictionary = new TextDictionary();
      const code = this.field(dictionary, 0);
      names.push(dictionary.texts(this.encoding)[code].trim());
    } while (this.ended === AT_DELIMITER);
    return names;
  }

  records(fields: number) {
    const { bytes } = this;
    const dictionaries = Array.from({ length: fields }, () => new TextDictionary());
    let codes = dictionaries.map(() => new Int32Array(this.expectedRecords()));
    let lines = new Int32Array(codes[0].length);
    const last = new Int32Array(fields), beyond = new TextDictionary();
    const ragged: RaggedLine[] = [];
    let records = 0;
    while (this.at < bytes.length) {
      const start = this.at;
      this.recordLine = this.line;
      if (records === lines.length) {
        lines = longer(lines);
        codes = codes.map(longer);
      }
      let found = 0;
      do {
        last[found] = this.field(dictionaries[found], last[found]);
        codes[found][records] = last[found];
      } while (++found < fields && this.ended === AT_DELIMITER);
      if (found === fields && this.ended === AT_LINE_END) lines[records++] = this.recordLine;
      else {
        while (this.ended === AT_DELIMITER) this.field(beyond, 0);
        const record = bytes.subarray(start, this.at);
        if (!isBlank(record)) {
          const text = new TextDecoder(this.encoding).decode(record).trimEnd();
          ragged.push({ line: this.recordLine, text });
        }
      }
    }
    const columns = dictionaries.map((dictionary, i) => {
      const column = {
        codes: codes[i].subarray(0, records),
        values: dictionary.texts(this.encoding),
      };
      // Those of lines that do not fit say nothing of the column.
      return ragged.length === 0 ? column : withoutUnused(column);
    });
    return { columns, lines: lines.subarray(0, records), ragged };
  }

  /**
   * Reads a field and moves behind it. Most say what the one above says, which is looked at first.
   *
   * @returns Its code in the dictionary.
   */
  private field(dictionary: TextDictionary, above: number): number {
    const { bytes, view, at } = this;
    const isQuoted = bytes[at] === QUOTE;
    const start = isQuoted ? at + 1 : at;
    const size = dictionary.sizeOf(above), end = start + size;
    if (end <= bytes.length && dictionary.isText(above, view, start, size)) {
      if (!isQuoted) {
        if (this.endsAt(end)) return above;
      } else if (
        bytes[end] === QUOTE && !this.hasQuote(start, end) && this.endsAt(end + 1)
      ) {
        this.countLines(start, end);
        return above;
      }
    }
    if (isQuoted) return this.quotedField(dictionary, start);
    if (bytes[at] === SPACE) {
      let behind = at + 1;
      while (bytes[behind] === SPACE) behind++;
      if (bytes[behind] === QUOTE) return this.quotedField(dictionary, behind + 1);
    }
    return this.plainField(dictionary, at);
  }

  private plainField(dictionary: TextDictionary, start: number): number {
    const end = this.endOfPlain(start);
    const isLast = end === this.bytes.length || this.bytes[end] === NEWLINE;
    const stop = isLast && end > start && this.bytes[end - 1] === RETURN ? end - 1 : end;
    const code = dictionary.codeOf(this.view, start, stop - start);
    this.endsAt(end);
    return code;
  }

  private quotedField(dictionary: TextDictionary, start: number): number {
    const { bytes } = this;
    const parts: Uint8Array[] = [];
    let from = start, end = start;
    for (;; end++) {
      const byte = bytes[end];
      if (byte === QUOTE) {
        if (bytes[end + 1] !== QUOTE) break;
        parts.push(bytes.subarray(from, ++end)); // the quote that is written twice
        from = end + 1;
      } else if (byte === NUL) {
        throw noText(this.source);
      } else if (end >= bytes.length) {
        throw new InputError(
          `${this.source}, line ${this.recordLine}: a quote is opened and never closed.`,
        );
      }
    }
    this.countLines(start, end);
    if (this.endsAt(end + 1)) {
      if (parts.length === 0) return dictionary.codeOf(this.view, start, end - start);
      parts.push(bytes.subarray(from, end));
    } else {
      const rest = this.endOfPlain(end + 1);
      parts.push(bytes.subarray(from, end), bytes.subarray(end + 1, rest));
      this.endsAt(rest);
    }
    const text = Buffer.concat(parts);
    return dictionary.codeOf(
      new DataView(text.buffer, text.byteOffset, text.length),
      0,
      text.length,
    );
  }

  /** Moves behind the end of a field, if there is one. */
  private endsAt(end: number): boolean {
    const { bytes } = this;
    const byte = bytes[end];
    if (byte === this.delimiter) {
      this.at = end + 1;
      this.ended = AT_DELIMITER;
      return true;
    }
    const lineEnd = byte === RETURN ? end + 1 : end;
    if (lineEnd < bytes.length && bytes[lineEnd] !== NEWLINE) return false;
    this.at = lineEnd + 1;
    this.line++;
    this.ended = AT_LINE_END;
    return true;
  }

  /**
   * Where a field without quotes ends: at a delimiter, a newline, or the end of the text. Four bytes
   * are looked at in one go (Mycroft's test for zero bytes in a word, exact for every byte).
   */
  private endOfPlain(start: number): number {
    const { bytes, view, delimiters } = this;
    let at = start;
    for (; at + 4 <= bytes.length; at += 4) {
      const word = view.getInt32(at, true);
      const marks = ~(nonZero(word ^ delimiters) & nonZero(word ^ NEWLINES) & nonZero(word)) &
        HIGH_BITS;
      if (marks === 0) continue;
      at += (31 - Math.clz32(marks & -marks)) >> 3;
      if (bytes[at] === NUL) throw noText(this.source);
      return at;
    }
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === this.delimiter || byte === NEWLINE) break;
      if (byte === NUL) throw noText(this.source);
    }
    return at;
  }

  private hasQuote(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (this.bytes[at] === QUOTE) return true;
    return false;
  }

  private countLines(from: number, to: number): void {
    for (let at = from; at < to; at++) if (this.bytes[at] === NEWLINE) this.line++;
  }

  /** By the length of the first lines, and a tenth more. */
  private expectedRecords(): number {
    const sample = this.bytes.subarray(this.at, this.at + SAMPLE);
    const lines = sample.reduce((count, byte) => count + Number(byte === NEWLINE), 1);
    return Math.ceil(1.1 * lines * (this.bytes.length - this.at) / Math.max(1, sample.length)) + 1;
  }
}

/** Bytes in which lines are counted to guess their number. */
const SAMPLE = 1 << 14;

const NEWLINES = fourTimes(NEWLINE);
const LOW_BITS = fourTimes(0x7f), HIGH_BITS = fourTimes(0x80);

/** The highest bit of each of a word's four bytes tells whether the byte is another than 0. */
function nonZero(word: number): number {
  return ((word & LOW_BITS) + LOW_BITS) | word;
}

/** The word that holds a byte four times. */
function fourTimes(byte: number): number {
  return Math.imul(byte, 0x01010101);
}

function withoutUnused({ codes, values }: CodedTexts): CodedTexts {
  const newCode = new Int32Array(values.length).fill(-1);
  const used: string[] = [];
  const kept = codes.map((code) => {
    if (newCode[code] < 0) newCode[code] = used.push(values[code]) - 1;
    return newCode[code];
  });
  return { codes: kept, values: used };
}

function noText(source: string): InputError {
  return new InputError(`${source} is not a text table: save it as CSV, Parquet or Excel.`);
}

function isBlank(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte > SPACE);
}

function longer(values: Int32Array): Int32Array<ArrayBuffer> {
  const half = new Int32Array(Math.ceil(1.5 * values.length));
  half.set(values);
  return half;
}
