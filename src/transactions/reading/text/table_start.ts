import { InputError } from "../../../frames/errors.ts";
import { HEADER_WITHIN, headerRow } from "../rows/header_row.ts";
import { DELIMITERS, detectDelimiter } from "./detect_delimiter.ts";
import { type RecordStart, RecordWalk } from "./record_walk.ts";

/** Where the table of a text begins, and what stands between its fields. */
export interface TableStart {
  readonly delimiter: string;
  readonly start: RecordStart;
  /** The lines above the header, without the one that names the delimiter. */
  readonly titles: readonly string[];
}

/** How much of the text is looked at. */
const SAMPLE_BYTES = 1 << 16;
const BEGINNING: RecordStart = { at: 0, line: 1 };

/**
 * Finds where the table of a text begins: below Excel's line `sep=;`, which names the delimiter, and
 * below the titles of a report.
 *
 * @param bytes The text.
 * @param encoding Of the bytes.
 * @returns See {@linkcode TableStart}.
 */
export function tableStart(bytes: Uint8Array, encoding: string): TableStart {
  const sample = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE_BYTES));
  const [said, delimiter] = /^"?sep=([^"\r\n])"?[,;\t| ]*(?:\r?\n|$)/i.exec(sample) ?? [];
  // A line of ASCII, so that characters are bytes.
  const first = said === undefined ? BEGINNING : { at: said.length, line: 2 };
  const isAscii = delimiter !== undefined && delimiter.charCodeAt(0) < 128;
  const detected = isAscii ? delimiter : detectDelimiter(sample.slice(said?.length ?? 0));
  const candidates = isAscii
    ? [delimiter]
    : [...new Set([...(detected ? [detected] : []), ...DELIMITERS])];
  const found = candidates.map((delimiter) => lookedAt(bytes, encoding, delimiter, first));
  const named = found.toSorted((a, b) => b.names - a.names)[0];
  const best = named.names > found[0].names && named.names > 1
    ? named
    : detected === undefined
    ? found.find(({ titles }) => titles.length > 0) ?? found[0]
    : found[0];
  return best;
}

function lookedAt(bytes: Uint8Array, encoding: string, delimiter: string, first: RecordStart) {
  const walk = new RecordWalk({ bytes, source: "", delimiter, encoding, start: first });
  let records: ReturnType<RecordWalk["head"]> = [];
  try {
    records = walk.head(HEADER_WITHIN);
  } catch (error) {
    // What is wrong with the text is said where it is read.
    if (!(error instanceof InputError)) throw error;
  }
  const filled = records.filter(({ fields }) => fields.some((field) => field !== ""));
  if (filled.length === 0) return { delimiter, start: first, titles: [], names: 0 };
  const { row, names } = headerRow(filled.map(({ fields }) => fields));
  const titles = filled.slice(0, row).map(({ fields }) => fields.filter(Boolean).join(" "));
  return { delimiter, start: filled[row].start, titles, names };
}
