import { formatNumber } from "../../../words/numbers.ts";
import { Buffer } from "node:buffer";
import type { CodedTexts } from "../../../frames/coded.ts";
import { InputError } from "../../../frames/errors.ts";
import { TextDictionary } from "../text_dictionary.ts";

/** A line with another number of fields than the header. */
export interface RaggedLine {
  /** The physical line, from 1, on which it begins. */
  readonly line: number;
  /** As it stands in the file, without its line end. */
  readonly text: string;
}

/** Records, taken apart. */
export interface Records {
  /** One per field of a record. */
  readonly columns: readonly CodedTexts[];
  /** The physical line on which each record begins. */
  readonly lines: Int32Array;
  /** Lines that do not fit, which are in no column; blank lines are in neither. */
  readonly ragged: readonly RaggedLine[];
}

/** A delimited text. */
interface RecordText {
  /** In an encoding in which ASCII characters are single bytes. */
  readonly bytes: Uint8Array;
  /** The file's name, for messages. */
  readonly source: string;
  /** One ASCII character between fields. */
  readonly delimiter: string;
  readonly encoding: string;
  /** Where its first record begins; default: at the beginning. */
  readonly start?: RecordStart;
}

/** Where a record begins: the place of its first byte, and its physical line, from 1. */
export interface RecordStart {
  readonly at: number;
  readonly line: number;
}

/** Columns of a table; Excel ends at 16,384. */
const MOST_FIELDS = 100_000;

const NUL = 0, NEWLINE = 10, RETURN = 13, SPACE = 32, QUOTE = 34;

/** What a field ended with. */
type End = typeof AT_DELIMITER | typeof AT_LINE_END;
const AT_DELIMITER = 0, AT_LINE_END = 1;

/** A walk over the bytes of a delimited text (RFC 4180), from record to record. */
export class RecordWalk {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly source: string;
  private readonly encoding: string;
  private readonly delimiter: number;
  private readonly delimiters: number;
  private at = 0;
  private line = 1;
  /** Where the record begins that is being read, for messages. */
  private recordLine = 1;
  private ended: End = AT_LINE_END;

  constructor({ bytes, source, delimiter, encoding, start }: RecordText) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.source = source;
    this.encoding = encoding;
    this.delimiter = delimiter.charCodeAt(0);
    this.delimiters = fourTimes(this.delimiter);
    if (start) ({ at: this.at, line: this.line } = start);
  }

  /**
   * Reads the first records, without a look at how many fields they have.
   *
   * @param most How many at most.
   * @returns Their fields, and where each record begins.
   */
  head(most: number): { readonly fields: readonly string[]; readonly start: RecordStart }[] {
    const found: { fields: string[]; start: RecordStart }[] = [];
    while (this.at < this.bytes.length && found.length < most) {
      const start = { at: this.at, line: this.line };
      this.recordLine = this.line;
      found.push({ fields: this.header(), start });
    }
    return found;
  }

  /** Reads one record as the names of columns. */
  header(): string[] {
    const codes: number[] = [], dictionary = new TextDictionary();
    do {
      codes.push(this.field(dictionary, 0));
      if (codes.length > MOST_FIELDS) {
        throw new InputError(
          `${this.source} has more than ${formatNumber(MOST_FIELDS)} fields in its first ` +
            `line: save it as a table (CSV, Parquet or Excel).`,
        );
      }
    } while (this.ended === AT_DELIMITER);
    const texts = this.textsOf(dictionary);
    return codes.map((code) => texts[code].trim());
  }

  /**
   * Reads all records that are left.
   *
   * @param fields How many fields a record has that fits.
   * @throws {InputError} If a quote is never closed, or there are bytes that no text has.
   */
  records(fields: number): Records {
    const { bytes } = this;
    const dictionaries = Array.from({ length: fields }, () => new TextDictionary());
    let lines = new Int32Array(this.expectedRecords());
    let codes = dictionaries.map(() => new Int32Array(lines.length));
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
        values: this.textsOf(dictionary),
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

  private textsOf(dictionary: TextDictionary): string[] {
    try {
      return dictionary.texts(this.encoding);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new InputError(
        `${this.source} has a field of more than 500 million characters: check its quotes.`,
      );
    }
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
          `${this.source}, line ${this.recordLine}: a quote is never closed. Close or remove it.`,
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
    let lines = 1;
    for (const byte of sample) if (byte === NEWLINE) lines++;
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

/** What is said of a file with bytes that no text has. */
export function noText(source: string): InputError {
  return new InputError(`${source} is not a text table: save it as CSV, Parquet or Excel.`);
}

/** Whether there is nothing but white space. */
export function isBlank(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte > SPACE);
}

function longer(values: Int32Array): Int32Array<ArrayBuffer> {
  const half = new Int32Array(Math.ceil(1.5 * values.length));
  half.set(values);
  return half;
}
