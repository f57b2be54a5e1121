import { knownNames } from "./known_names.ts";

/** Rows in which a header is looked for. */
export const HEADER_WITHIN = 30;

/** Known names that make a row a header without a look at the rows below. */
const ENOUGH_NAMES = 2;

/** Where the header of a table stands. */
export interface HeaderRow {
  /** Its place among the rows looked at, from 0. */
  readonly row: number;
  /** How many known columns it names. */
  readonly names: number;
}

/**
 * Finds the header below the titles of a report: the first rows' one that names most known columns;
 * where none is known, the first filled row of texts above rows of data.
 *
 * @param rows The texts of the first rows; what is empty stays empty.
 * @returns Its place, the first row where nothing tells.
 */
export function headerRow(rows: readonly (readonly string[])[]): HeaderRow {
  let best: HeaderRow = { row: 0, names: 0 };
  let mostFilled = 0;
  rows.forEach((cells, row) => {
    const names = knownNames(cells), filled = filledIn(cells);
    if (names < best.names || (names === best.names && (row > 0 && filled <= mostFilled))) return;
    best = { row, names };
    mostFilled = filled;
  });
  return best.names >= ENOUGH_NAMES ? best : { row: firstAboveData(rows), names: best.names };
}

/** The first row of texts that is as wide as the table, above a row with a number or a date. */
function firstAboveData(rows: readonly (readonly string[])[]): number {
  const width = mostCommon(rows.map(filledIn).filter((filled) => filled > 1));
  const found = rows.findIndex((cells, row) =>
    filledIn(cells) > 1 && filledIn(cells) >= width && !cells.some(isData) &&
    rows.slice(row + 1, row + 4).some((below) => filledIn(below) > 1 && below.some(isData))
  );
  return Math.max(0, found);
}

function filledIn(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== "").length;
}

/** A number, an amount or a date: what stands below a header, not in it. */
function isData(cell: string): boolean {
  return /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell);
}

/** The most common number, the larger of two. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  let best = 0;
  for (const [number, count] of counts) {
    const most = counts.get(best) ?? 0;
    if (count > most || (count === most && number > best)) best = number;
  }
  return best;
}
