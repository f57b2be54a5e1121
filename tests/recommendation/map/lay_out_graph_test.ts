import { assert } from "@std/assert";
import { layOutGraph } from "../../../src/recommendation/map/lay_out_graph.ts";

function leastDistance(nodes: readonly { x: number; y: number }[]): number {
  return Math.min(
    ...nodes.flatMap((a, i) => nodes.slice(0, i).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
  );
}

Deno.test("layOutGraph: a square is a square; parts do not touch", () => {
  const ring = (first: number) =>
    [0, 1, 2, 3].map((i) => ({ from: first + i, to: first + (i + 1) % 4, length: 1 }));
  const places = layOutGraph(9, [...ring(0), ...ring(4)]);
  const length = (i: number, j: number) =>
    Math.hypot(places[i].x - places[j].x, places[i].y - places[j].y);
  const sides = [length(0, 1), length(1, 2), length(2, 3), length(3, 0)];
  assert(Math.max(...sides) - Math.min(...sides) < 1e-3, `${sides}`);
  assert(leastDistance([places[8], ...places.slice(0, 4)]) >= 1);
  const across = places.slice(0, 4).flatMap((_, i) => [4, 5, 6, 7].map((j) => length(i, j)));
  assert(Math.min(...across) >= 1, `${across}`);
});

Deno.test("layOutGraph: a clique of many has room for every node", () => {
  const links = Array.from(
    { length: 30 },
    (_, to) => Array.from({ length: to }, (_, from) => ({ from, to, length: 1 })),
  ).flat();
  const places = layOutGraph(30, links);
  assert(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)));
  assert(leastDistance(places) >= 0.79, `${leastDistance(places)}`);
});
