import { InputError } from "../../../frames/errors.ts";
import { isBlank, noText, type Records, type RecordStart, RecordWalk } from "./record_walk.ts";

/** A delimited text, taken apart. */
export interface ParsedRecords extends Records {
  /** The names of the columns. */
  readonly header: readonly string[];
}

const NUL = 0, NEWLINE = 10, RETURN = 13;
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
 * @param options `delimiter`: one ASCII character between fields, a comma if not given; `encoding`: of
 * the bytes, UTF-8 if not given; `start`: where the header begins, the beginning if not given.
 * @returns The header, the columns, where each record stands, and the lines that do not fit.
 * @throws {InputError} If the text is empty, binary or no table, or a quote is never closed.
 */
export function parseRecords(
  bytes: Uint8Array,
  source: string,
  options: {
    readonly delimiter?: string;
    readonly encoding?: string;
    readonly start?: RecordStart;
  } = {},
): ParsedRecords {
  const { delimiter = ",", encoding = "utf-8", start } = options;
  if (bytes.subarray(0, HEAD).includes(NUL)) throw noText(source);
  if (isBlank(bytes)) throw new InputError(`${source} is empty.`);
  if (!bytes.includes(NEWLINE) && bytes.includes(RETURN)) {
    throw new InputError(
      `${source} uses old Mac line ends (carriage returns only): save it with Unix or Windows line ends.`,
    );
  }
  const walk = new RecordWalk({ bytes, source, delimiter, encoding, start });
  const header = walk.header();
  if (header.length < 2) {
    throw new InputError(
      `${source} is not a delimited table: its first line is ` +
        `"${header[0].slice(0, 60)}". Save it as CSV, Parquet or Excel.`,
    );
  }
  const { columns, lines, ragged } = walk.records(header.length);
  if (ragged.length === 0 && lines.length === 0) {
    throw new InputError(`${source} has a header but no lines below it.`);
  }
  if (ragged.length > lines.length + 1) {
    throw new InputError(
      `${source}: most lines do not have the ${header.length} fields of the header (first: line ` +
        `${ragged[0].line}). Check the delimiter and the quotes.`,
    );
  }
  return { header, columns, lines, ragged };
}
