import type { Bounds } from "./place_labels.ts";

/** A dot with a name, in pixels. */
export interface NamedDot {
  /** Middle and radius of the dot. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Size of the name as it would be written. */
  readonly width: number;
  readonly height: number;
}

/** Where a name stands. */
export interface DotLabel {
  /** Where the text starts, ends or has its middle, as `anchor` says. */
  readonly x: number;
  /** Middle of the text, from top to bottom. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

/** A straight line between two points: x and y of the one, then of the other. */
export type Line = readonly [number, number, number, number];

/** Air between a dot and its name, in pixels. */
const AIR = 3;
/** How far names above and below dots may stand to a side, in widths of the name. */
const SHIFTS = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4, 0.5, -0.5];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Finds places beside dots for their names, one after another: of those to the right, to the left,
 * below, above and at the corners that touch neither a dot nor an earlier name, the one that covers
 * the fewest lines.
 *
 * @param dots The most important first.
 * @param bounds Where names may be.
 * @param lines Lines of the drawing.
 * @returns A place for each name; `undefined` where there is no room for one.
 *
 * @example
 * ```ts
 * import { labelDots } from "./label_dots.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const dot = { x: 10, y: 50, r: 5, width: 40, height: 12 };
 * const bounds = { left: 0, right: 100, top: 0, bottom: 100 };
 * const places = labelDots([dot, { ...dot, x: 80 }], bounds);
 * // The second has no room to its right, and not enough to its left.
 * assertEquals(places, [{ x: 18, y: 50, anchor: "start" }, { x: 80, y: 64, anchor: "middle" }]);
 * ```
 */
export function labelDots(
  dots: readonly NamedDot[],
  bounds: Bounds,
  lines: readonly Line[] = [],
): (DotLabel | undefined)[] {
  const taken = dots.map(({ x, y, r }): Box => (
    { left: x - r, right: x + r, top: y - r, bottom: y + r }
  ));
  return dots.map((dot) => {
    const free = candidates(dot).map((place) => ({ place, box: boxOf(place, dot) }))
      .filter(({ box }) => inside(box, bounds) && !taken.some((other) => touch(box, other)))
      .map((there) => ({ ...there, covered: lines.filter((l) => crosses(l, there.box)).length }));
    if (free.length === 0) return undefined;
    const { place, box } = free.reduce((a, b) => (b.covered < a.covered ? b : a));
    taken.push(box);
    return place;
  });
}

/** The places to try, the best first. */
function candidates({ x, y, r, width, height }: NamedDot): DotLabel[] {
  const [right, left] = [x + r + AIR, x - r - AIR];
  const [above, below] = [y - r - AIR - height / 2, y + r + AIR + height / 2];
  return [
    { x: right, y, anchor: "start" },
    { x: left, y, anchor: "end" },
    ...SHIFTS.flatMap((shift): DotLabel[] => [
      { x: x + shift * width, y: below, anchor: "middle" },
      { x: x + shift * width, y: above, anchor: "middle" },
    ]),
    ...[0.5, -0.5].flatMap((shift): DotLabel[] => [
      { x: right, y: y + shift * (height + r), anchor: "start" },
      { x: left, y: y + shift * (height + r), anchor: "end" },
    ]),
  ];
}

function boxOf({ x, y, anchor }: DotLabel, { width, height }: NamedDot): Box {
  const left = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

function inside(box: Box, bounds: Bounds): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top &&
    box.bottom <= bounds.bottom;
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether some of a line is in a box: what the four sides leave of it (Liang and Barsky 1984). */
function crosses([x1, y1, x2, y2]: Line, { left, right, top, bottom }: Box): boolean {
  let [from, to] = [0, 1];
  const sides = [[x1 - x2, x1 - left], [x2 - x1, right - x1], [y1 - y2, y1 - top], [
    y2 - y1,
    bottom - y1,
  ]];
  for (const [towards, room] of sides) {
    if (towards === 0 && room < 0) return false;
    if (towards < 0) from = Math.max(from, room / towards);
    if (towards > 0) to = Math.min(to, room / towards);
  }
  return from < to;
}
