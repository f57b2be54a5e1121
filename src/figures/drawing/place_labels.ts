/** A label that wants to stand at a place of a drawing, in pixels. */
export interface Label {
  /** Left end and middle line of the text. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle, such as a drawing or a label, in pixels. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Places labels one after another, each inside the bounds and as near as possible above or below
 * where it wants to be without touching an earlier one.
 *
 * @returns The labels at their places; one for which there is no room stays where it wanted to be.
 */
export function placeLabels(labels: readonly Label[], bounds: Bounds): Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    const x = Math.max(bounds.left, Math.min(bounds.right - label.width, label.x));
    const half = label.height / 2;
    const inside = (y: number) => Math.max(bounds.top + half, Math.min(bounds.bottom - half, y));
    const tried = distances(bounds.bottom - bounds.top)
      .map((distance) => ({ ...label, x, y: inside(label.y + distance) }));
    placed.push(
      tried.find((here) => !placed.some((other) => touch(boxAt(here), boxAt(other)))) ?? tried[0],
    );
  }
  return placed;
}

/** 0, then a pixel above and below, and so on. */
function distances(farthest: number): number[] {
  return [0, ...Array.from({ length: Math.ceil(farthest) }, (_, i) => [-i - 1, i + 1]).flat()];
}

/** A dot with a name, in pixels. */
export interface NamedDot {
  /** Middle and radius of the dot. */
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Sizes of the ways in which the name may be written, the best first. */
  readonly sizes: readonly NameSize[];
  /** The group whose ground the name may stand on. */
  readonly group?: number;
}

/** Size of a text. */
interface NameSize {
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
  /** Which of the sizes has room there. */
  readonly size: number;
}

/** A straight line between two points. */
export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** The group on whose ground it lies; without one, there is no ground. */
  readonly group?: number;
}

/** What names keep clear of, and where they may be. */
export interface LabelRoom {
  readonly bounds: Bounds;
  /** Lines that names had better not cover. */
  readonly lines?: readonly Line[];
  /** How far the ground of a group reaches to both sides of its lines, in pixels; default 0. */
  readonly ground?: number;
}

/** Air between a dot and its name, in pixels. */
const AIR = 3;
/** How far names above and below dots may stand to a side, in widths of the name. */
const SHIFTS = [0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4, 0.5, -0.5];

/**
 * Finds places beside dots for their names, one after another: of those to the right, to the left,
 * below, above and at the corners that touch neither a dot nor an earlier name nor the ground of
 * another group, the one that covers the fewest lines.
 *
 * @param room Where names may be, and what they keep clear of.
 * @returns A place for each name; `undefined` where there is no room for one.
 */
export function labelDots(
  dots: readonly NamedDot[],
  { bounds, lines = [], ground = 0 }: LabelRoom,
): (DotLabel | undefined)[] {
  const taken = dots.map(({ x, y, r }): Bounds => (
    { left: x - r, right: x + r, top: y - r, bottom: y + r }
  ));
  return dots.map((dot) => {
    const grounds = lines.filter(({ group }) => group !== undefined && group !== dot.group);
    const free = (box: Bounds) =>
      inside(box, bounds) && !taken.some((other) => touch(box, other)) &&
      !grounds.some((line) => crosses(line, wider(box, ground)));
    for (let size = 0; size < dot.sizes.length; size++) {
      const places = candidates(dot, size)
        .map((place) => ({ place, box: boxOf(place, dot.sizes[size]) }))
        .filter(({ box }) => free(box))
        .map((there) => ({ ...there, covered: lines.filter((l) => crosses(l, there.box)).length }));
      if (places.length === 0) continue;
      const { place, box } = places.reduce((a, b) => (b.covered < a.covered ? b : a));
      taken.push(box);
      return place;
    }
    return undefined;
  });
}

/** The places to try, the best first. */
function candidates({ x, y, r, sizes }: NamedDot, size: number): DotLabel[] {
  const { width, height } = sizes[size];
  const [right, left] = [x + r + AIR, x - r - AIR];
  const [above, below] = [y - r - AIR - height / 2, y + r + AIR + height / 2];
  return [
    { x: right, y, anchor: "start", size },
    { x: left, y, anchor: "end", size },
    ...SHIFTS.flatMap((shift): DotLabel[] => [
      { x: x + shift * width, y: below, anchor: "middle", size },
      { x: x + shift * width, y: above, anchor: "middle", size },
    ]),
    ...[0.25, -0.25, 0.5, -0.5].flatMap((shift): DotLabel[] => [
      { x: right, y: y + shift * (height + r), anchor: "start", size },
      { x: left, y: y + shift * (height + r), anchor: "end", size },
    ]),
  ];
}

function boxAt({ x, y, width, height }: Label): Bounds {
  return { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 };
}

function boxOf({ x, y, anchor }: DotLabel, { width, height }: NameSize): Bounds {
  return boxAt({ x: x - width * { start: 0, middle: 0.5, end: 1 }[anchor], y, width, height });
}

function wider({ left, right, top, bottom }: Bounds, by: number): Bounds {
  return { left: left - by, right: right + by, top: top - by, bottom: bottom + by };
}

function inside(box: Bounds, bounds: Bounds): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top &&
    box.bottom <= bounds.bottom;
}

function touch(a: Bounds, b: Bounds): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether some of a line is in a box: what the four sides leave of it (Liang and Barsky 1984). */
function crosses({ x1, y1, x2, y2 }: Line, { left, right, top, bottom }: Bounds): boolean {
  let [from, to] = [0, 1];
  const [across, down] = [x2 - x1, y2 - y1];
  const sides = [
    [-across, x1 - left],
    [across, right - x1],
    [-down, y1 - top],
    [down, bottom - y1],
  ];
  for (const [towards, room] of sides) {
    if (towards === 0 && room < 0) return false;
    if (towards < 0) from = Math.max(from, room / towards);
    if (towards > 0) to = Math.min(to, room / towards);
  }
  return from < to;
}
