import { assertEquals } from "@std/assert";
import { labelDots } from "../../../src/figures/drawing/label_dots.ts";

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
