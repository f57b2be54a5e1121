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

/** Left end and middle line of a name. */
export interface DotLabel {
  readonly x: number;
  readonly y: number;
}

/** Air between a dot and its name, in pixels. */
const AIR = 3;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Finds places beside dots for their names: to the right, to the left, below, above or at a corner,
 * the first that touches neither a dot nor an earlier name.
 *
 * @param dots The most important first.
 * @param bounds Where names may be.
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
 * assertEquals(places, [{ x: 18, y: 50 }, { x: 60, y: 64 }]);
 * ```
 */
export function labelDots(
  dots: readonly NamedDot[],
  bounds: Bounds,
): (DotLabel | undefined)[] {
  const taken = dots.map(({ x, y, r }): Box => (
    { left: x - r, right: x + r, top: y - r, bottom: y + r }
  ));
  return dots.map((dot) => {
    const place = candidates(dot).find((at) => {
      const box = boxOf(at, dot);
      return inside(box, bounds) && !taken.some((other) => touch(box, other));
    });
    if (place) taken.push(boxOf(place, dot));
    return place;
  });
}

/** The places to try, the best first. */
function candidates({ x, y, r, width, height }: NamedDot): DotLabel[] {
  const [right, left] = [x + r + AIR, x - r - AIR - width];
  const [above, below] = [y - r - AIR - height / 2, y + r + AIR + height / 2];
  const middle = x - width / 2;
  return [
    { x: right, y },
    { x: left, y },
    { x: middle, y: below },
    { x: middle, y: above },
    ...[0.3, -0.3].flatMap((shift) => [
      { x: middle + shift * width, y: below },
      { x: middle + shift * width, y: above },
    ]),
    ...[0.5, -0.5].flatMap((shift) => [
      { x: right, y: y + shift * height },
      { x: left, y: y + shift * height },
    ]),
  ];
}

function boxOf({ x, y }: DotLabel, { width, height }: NamedDot): Box {
  return { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 };
}

function inside(box: Box, bounds: Bounds): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top &&
    box.bottom <= bounds.bottom;
}

function touch(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
