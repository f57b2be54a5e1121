import { assert, assertEquals } from "@std/assert";
import { spreadApart } from "../../../src/figures/segments/spread_apart.ts";

import fc from "fast-check";

Deno.test("spreadApart: places far enough apart stay", () => {
  assertEquals(spreadApart([10, 90, 40], 20, [0, 100]), [10, 90, 40]);
});

Deno.test("spreadApart: touching ones move apart around their middle, inside the range", () => {
  assertEquals(spreadApart([50, 50, 50], 10, [0, 100]), [40, 50, 60]);
  assertEquals(spreadApart([2, 1], 10, [0, 100]), [10, 0]);
  assertEquals(spreadApart([100, 99], 10, [0, 100]), [100, 90]);
});

Deno.test("spreadApart: none and one", () => {
  assertEquals(spreadApart([], 10, [0, 100]), []);
  assertEquals(spreadApart([120], 10, [0, 100]), [100]);
});

Deno.test("spreadApart: any wishes keep their order, the gap and the range", () => {
  fc.assert(fc.property(
    fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 15 }),
    (wishes) => {
      const places = spreadApart(wishes, 18, [0, 300]);
      const gap = Math.min(18, 300 / Math.max(1, wishes.length - 1));
      const inOrder = [...wishes.keys()].sort((a, b) => wishes[a] - wishes[b] || a - b)
        .map((at) => places[at]);
      inOrder.forEach((place, i) => {
        assert(place >= -1e-9 && place <= 300 + 1e-9);
        assert(i === 0 || place - inOrder[i - 1] >= gap - 1e-9);
      });
    },
  ));
});
