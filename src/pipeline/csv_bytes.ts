import type { Buffer } from "node:buffer";
import pl, { type DataFrame } from "nodejs-polars";
import { textColumn } from "../frames/columns.ts";

/** Rows that are written at once, so that no text outgrows what a text can hold. */
const ROWS = 65_536;

/**
 * Writes a dataframe as CSV that is inert in a spreadsheet of any locale.
 *
 * Every text is quoted. An apostrophe goes before what a spreadsheet would run as a formula (`=cmd|…`,
 * `@SUM(…)`, also in full width or after spaces) at the start of a text, and after a `;`, a tab or a
 * line break in it, where a spreadsheet of another locale begins a new cell. Where apostrophes stand
 * there already one more is added, so that a reader gets the text back by taking one away. Numbers stay
 * numbers, `-2` in a column of texts among them.
 *
 * Source: OWASP, "CSV Injection".
 *
 * @returns The CSV in UTF-8, with a header; a missing text is empty without quotes.
 */
export function csvBytes(frame: DataFrame): Uint8Array {
  const parts = [line(frame.columns.map(quoted))];
  for (let from = 0; from < frame.height; from += ROWS) {
    parts.push(records(frame.slice(from, ROWS)).map(line).join(""));
  }
  const bytes = parts.map((part) => new TextEncoder().encode(part));
  const all = new Uint8Array(bytes.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of bytes) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The fields of each row as they are written. */
function records(frame: DataFrame): string[][] {
  const columns = frame.columns.map((name) =>
    frame.getColumn(name).dtype.equals(pl.String) ? quotedTexts(frame, name) : bare(frame, name)
  );
  return Array.from({ length: frame.height }, (_, row) => columns.map((column) => column[row]));
}

function line(fields: readonly string[]): string {
  return `${fields.join(",")}\n`;
}

function quotedTexts(frame: DataFrame, name: string): string[] {
  const isMissing = frame.getColumn(name).isNull().toArray() as boolean[];
  const written = new Map<string, string>();
  return textColumn(frame, name).map((text, row) => {
    if (isMissing[row]) return "";
    const known = written.get(text) ?? quoted(text);
    written.set(text, known);
    return known;
  });
}

/** Numbers, dates and truth values hold nothing to quote. */
function bare(frame: DataFrame, name: string): string[] {
  const text = (frame.select(name).writeCSV({ includeHeader: false }) as Buffer).toString("utf8");
  return text.replaceAll('"', "").split("\n");
}

/** Spreadsheets pass over these before a formula: spaces, what is not seen, and quotes of their own. */
const SKIPPED = '[\\p{Z}\\p{Cf}"\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]*';
const SIGN = "[=+\\-@＝＋－＠﹦﹢﹣﹫]";
/** Where a cell may begin, with what would be run there. */
const FORMULA = new RegExp(`(^|[;\\t\\r\\n])('*)(?=${SKIPPED}${SIGN})`, "gu");
/** Some spreadsheets cut these off, and look at what follows. */
const CUT_OFF = /^('*)(?=[\t\r\n])/;

/** A text that is nothing but a number with its sign is run by no spreadsheet. */
const NUMBER = /^[+-](\d+([.,]\d+)*|[.,]\d+)(e[+-]?\d+)?$/i;

function quoted(text: string): string {
  const harmless = NUMBER.test(text)
    ? text
    : text.replace(FORMULA, "$1$2'").replace(CUT_OFF, "$1'");
  return `"${harmless.replaceAll('"', '""')}"`;
}
