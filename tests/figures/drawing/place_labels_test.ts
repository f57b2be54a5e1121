import { assert, assertEquals } from "@std/assert";
import { labelDots, placeLabels } from "../../../src/figures/drawing/place_labels.ts";

const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
const label = { x: 20, y: 50, width: 60, height: 10 };

Deno.test("placeLabels: labels that do not touch stay", () => {
  const labels = [label, { ...label, x: 90 }, { ...label, y: 70 }];
  assertEquals(placeLabels(labels, bounds), labels);
});

Deno.test("placeLabels: a later label gives way by as little as possible", () => {
  const [first, second, third] = placeLabels([label, { ...label, y: 52 }, label], bounds);
  assertEquals([first.y, second.y, third.y], [50, 60, 40]);
});

Deno.test("placeLabels: all stay inside the bounds", () => {
  const outside = [{ ...label, x: -9, y: -9 }, { ...label, x: 190, y: 300 }];
  assertEquals(placeLabels(outside, bounds).map(({ x, y }) => [x, y]), [[0, 5], [140, 95]]);
});

Deno.test("placeLabels: without room a label stands where it wanted to", () => {
  const many = Array.from({ length: 30 }, () => label);
  const placed = placeLabels(many, bounds);
  assertEquals(placed.length, 30);
  assert(placed.every(({ y }) => y >= 5 && y <= 95));
});

Deno.test("labelDots: covers no line where it need not, and leaves out a name without room", () => {
  const dot = { x: 100, y: 50, r: 5, sizes: [{ width: 40, height: 12 }], group: 1 };
  const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
  const line = { x1: 100, y1: 50, x2: 180, y2: 50 };
  const left = { x: 92, y: 50, anchor: "end", size: 0 } as const;
  assertEquals(labelDots([dot], { bounds, lines: [line] }), [left]);
  const wide = { width: 300, height: 12 };
  assertEquals(labelDots([{ ...dot, sizes: [wide] }], { bounds }), [undefined]);
  // The second way to write it has room.
  const [either] = labelDots([{ ...dot, sizes: [wide, ...dot.sizes] }], { bounds });
  assertEquals([either?.x, either?.size], [108, 1]);
});

Deno.test("labelDots: keeps off the ground of another group", () => {
  const dot = { x: 100, y: 50, r: 5, sizes: [{ width: 40, height: 12 }], group: 1 };
  const bounds = { left: 0, right: 200, top: 0, bottom: 100 };
  // A wall 10 pixels to the right of where the name would end.
  const lines = [{ x1: 158, y1: 0, x2: 158, y2: 100, group: 2 }];
  const anchors = (group: number, ground: number) =>
    labelDots([{ ...dot, group }], { bounds, lines, ground }).map((place) => place?.anchor);
  assertEquals(anchors(1, 9), ["start"]);
  assertEquals(anchors(1, 11), ["end"]);
  assertEquals(anchors(2, 11), ["start"]);
});
