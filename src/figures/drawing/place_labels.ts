/** A label that wants to stand at a place of a drawing, in pixels. */
export interface Label {
  /** Left end and middle line of the text. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The ends of a drawing, in pixels. */
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
 * @param labels Labels, the most important first.
 * @param bounds Where labels may be.
 * @returns The labels at their places; one for which there is no room stays where it wanted to be.
 *
 * @example
 * ```ts
 * import { placeLabels } from "./place_labels.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const label = { x: 10, y: 50, width: 40, height: 12 };
 * const placed = placeLabels([label, label], { left: 0, right: 100, top: 0, bottom: 100 });
 * assertEquals(placed.map(({ y }) => y), [50, 38]);
 * ```
 */
export function placeLabels(labels: readonly Label[], bounds: Bounds): Label[] {
  const placed: Label[] = [];
  for (const label of labels) {
    const x = Math.max(bounds.left, Math.min(bounds.right - label.width, label.x));
    const half = label.height / 2;
    const inside = (y: number) => Math.max(bounds.top + half, Math.min(bounds.bottom - half, y));
    const tried = distances(bounds.bottom - bounds.top)
      .map((distance) => ({ ...label, x, y: inside(label.y + distance) }));
    placed.push(tried.find((here) => !placed.some((other) => touch(here, other))) ?? tried[0]);
  }
  return placed;
}

/** 0, then a pixel above and below, and so on. */
function distances(farthest: number): number[] {
  return [0, ...Array.from({ length: Math.ceil(farthest) }, (_, i) => [-i - 1, i + 1]).flat()];
}

function touch(a: Label, b: Label): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}
