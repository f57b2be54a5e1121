import type { ReadingNote } from "../../interpretation/reading_note.ts";
import { countOf, formatNumber } from "../../../words/numbers.ts";
import { shorten } from "../../../words/sentences.ts";
import type { MendedLines } from "./mend_utf8.ts";

const SHOWN = 60;

/**
 * Says which line was taken as the header where titles stand above it.
 *
 * @param source The file's name, and the sheet's.
 * @param line The line of the header, or its row in a sheet.
 * @param titles The texts above; without any nothing is said.
 * @param word What a line is called: "line" or "row".
 * @returns A note, or none.
 */
export function titlesNote(
  source: string,
  line: number,
  titles: readonly string[],
  word: "line" | "row" = "line",
): ReadingNote[] {
  if (titles.length === 0) return [];
  return [{
    topic: "table",
    sentence: `${source}: took ${word} ${line} as the header and passed over ` +
      `${countOf(titles.length, "title")} above it ("${shorten(titles[0], SHOWN)}").`,
  }];
}

/**
 * Says which lines were read as Windows-1252.
 *
 * @param source The file's name.
 * @param mended The lines.
 * @returns A note.
 */
export function mendedNote(source: string, { count, first }: MendedLines): ReadingNote {
  const where = count === 1
    ? `line ${formatNumber(first.line)}`
    : `first: line ${formatNumber(first.line)}`;
  return {
    topic: "table",
    sentence: `${source}: ${countOf(count, "line")} of this UTF-8 file ${
      count === 1 ? "is" : "are"
    } not UTF-8 and ${count === 1 ? "was" : "were"} read as Windows-1252 (${where}, "${
      shorten(first.text, SHOWN)
    }").`,
    rows: count,
  };
}
