import { assert, assertEquals } from "@std/assert";
import { placeLabels } from "../../../src/figures/drawing/place_labels.ts";

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
