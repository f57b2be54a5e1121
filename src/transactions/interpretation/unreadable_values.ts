import type { CodedTexts } from "../../frames/coded.ts";
import { InputError } from "../../frames/errors.ts";
import { formatNumber } from "../../words/numbers.ts";
import { plainLine, shorten } from "../../words/sentences.ts";
import { saysNoValue } from "./no_value.ts";

/** More lines than this share are not left out in silence. */
const MOST = 0.01;
/** Values shown. */
const SAMPLES = 3, LENGTH = 30;

/** A column of which some values cannot be read. */
export interface PartlyRead {
  readonly texts: CodedTexts;
  /** Whether the value at a place of `texts.values` was read. */
  readonly isRead: (code: number) => boolean;
  /** The line number of each line in its file. */
  readonly line: Int32Array;
  /** The file, and the column's name there. */
  readonly source: string;
  readonly header: string;
  /** What the values should be, in the singular: "date". */
  readonly what: string;
  /** Names what stands there in place of it, such as "a percentage". */
  readonly otherwise?: (text: string) => string | undefined;
  /** The forms that are known, short. */
  readonly forms: string;
  /** What helps, beginning with a verb: "say --date-order …". */
  readonly cure: string;
}

/**
 * Refuses a column of which more than one line in a hundred cannot be read, of those that have a value.
 *
 * @param column See {@linkcode PartlyRead}.
 * @throws {InputError} With the number of lines, three values with their lines, and what helps.
 */
export function refuseUnreadable(column: PartlyRead): void {
  const { texts: { codes, values }, isRead } = column;
  const isFault = Uint8Array.from(
    values,
    (text, code) => Number(!isRead(code) && !saysNoValue(text)),
  );
  if (!isFault.includes(1)) return;
  const hasValue = Uint8Array.from(
    values,
    (text, code) => Number(isRead(code) || !saysNoValue(text)),
  );
  let faults = 0, all = 0;
  const rowOf = new Map<number, number>();
  codes.forEach((code, row) => {
    all += hasValue[code];
    if (isFault[code] === 0) return;
    faults++;
    if (rowOf.size < SAMPLES && !rowOf.has(code)) rowOf.set(code, row);
  });
  if (faults <= MOST * all) return;
  throw new InputError(sentence(column, faults, all, rowOf));
}

function sentence(
  { texts: { values }, line, source, header, what, otherwise, forms, cure }: PartlyRead,
  faults: number,
  all: number,
  rowOf: ReadonlyMap<number, number>,
): string {
  const samples = [...rowOf].map(([code, row]) => {
    const kind = otherwise?.(values[code]);
    return `"${shorten(plainLine(values[code]), LENGTH)}" on line ${line[row]}` +
      (kind === undefined ? "" : `, which is ${kind}`);
  });
  const lines = faults === all
    ? `no ${what} can be read in the column "${header}"`
    : `no ${what} can be read on ${formatNumber(faults)} of ${
      formatNumber(all)
    } lines with a value in ` +
      `the column "${header}"`;
  return `${source}: ${lines} (${
    samples.join("; ")
  }); ${what}s are read as ${forms}: ${cure}, or leave ` +
    `these lines out with --skip-unreadable.`;
}
