import type { CodedNumbers } from "../../frames/coded.ts";
import { DAY } from "../../frames/days.ts";

/** Dates further apart than this do not belong together. */
const FAR = Math.round(5 * 365.25);
/** How many times further from the others than these are from one another, in sparse files. */
const FAR_APART = 100;
/** A mistake is made on a handful of days, or on one in a hundred. */
const FEW_DAYS = 5, SHARE_OF_DAYS = 0.01;
/** More lines than one in ten are no mistake. */
const SHARE_OF_LINES = 0.1;

/** Neighbouring days without a long gap between them. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly days: number;
  readonly lines: number;
}

/**
 * Finds days so far from all others that they must be mistyped: a file of 2023 with one line of 2090.
 *
 * What belongs together has no gap of more than five years. A part of the file of at most five days (or
 * one day in a hundred) is a mistake where it lies more than five years, and more than a hundred times
 * the usual distance between two days, from every larger part, as long as all such parts together hold
 * at most one line in ten. So a shop may pause for years, and few lines may lie years apart.
 *
 * @param dates The dates of all lines, in milliseconds since 1970.
 * @param counts Which dates count; those left out are neither a mistake nor evidence of one.
 * @returns The mistaken days, since 1970.
 */
export function strayDays(
  { codes, values }: CodedNumbers,
  counts: (instant: number) => boolean,
): ReadonlySet<number> {
  const lines = linesOfDays({ codes, values }, counts);
  const days = [...lines.keys()].sort((a, b) => a - b);
  const few = Math.max(FEW_DAYS, SHARE_OF_DAYS * days.length);
  const runs = runsOf(days, lines);
  const large = runs.filter((run) => run.days > few);
  const between = sum(large, (run) => run.last - run.first) / sum(large, (run) => run.days - 1);
  const far = Math.max(FAR, FAR_APART * between);
  const strays = large.length === 0 ? [] : runs.filter((run) =>
    run.days <= few &&
    large.every((other) => run.first - other.last > far || other.first - run.last > far)
  );
  if (sum(strays, (run) => run.lines) > SHARE_OF_LINES * sum(runs, (run) => run.lines)) {
    return new Set();
  }
  return new Set(
    days.filter((day) => strays.some(({ first, last }) => day >= first && day <= last)),
  );
}

/** The days that count, with the number of their lines. */
function linesOfDays(
  { codes, values }: CodedNumbers,
  counts: (instant: number) => boolean,
): Map<number, number> {
  const linesOfValue = new Int32Array(values.length);
  for (let line = 0; line < codes.length; line++) linesOfValue[codes[line]]++;
  const lines = new Map<number, number>();
  values.forEach((instant, code) => {
    if (Number.isNaN(instant) || linesOfValue[code] === 0 || !counts(instant)) return;
    const day = Math.floor(instant / DAY);
    lines.set(day, (lines.get(day) ?? 0) + linesOfValue[code]);
  });
  return lines;
}

function runsOf(days: readonly number[], lines: ReadonlyMap<number, number>): Run[] {
  const starts = days.flatMap((day, i) => i === 0 || day - days[i - 1] > FAR ? [i] : []);
  return starts.map((start, i) => {
    const own = days.slice(start, starts[i + 1]);
    return {
      first: own[0],
      last: own[own.length - 1],
      days: own.length,
      lines: sum(own, (day) => lines.get(day)!),
    };
  });
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}
