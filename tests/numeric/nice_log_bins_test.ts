import { assert, assertEquals, assertThrows } from "@std/assert";
import { preferredEdges } from "../../src/numeric/nice_log_bins.ts";

Deno.test("preferredEdges: Renard's series R5 (ISO 3)", () => {
  assertEquals(preferredEdges(1, 10), [1, 1.6, 2.5, 4, 6.3, 10, 16]);
  assertEquals(preferredEdges(0.03, 0.11), [0.025, 0.04, 0.063, 0.1, 0.16]);
});

Deno.test("preferredEdges: the first is at or below the least, the last above the most", () => {
  for (const least of [1e-300, 0.00063, 0.9999999, 1, 1.6, 15.999, 1000, 6.3e200]) {
    for (const factor of [1, 1.0000001, 3, 1e9]) {
      const edges = preferredEdges(least, least * factor);
      assert(edges[0] <= least && edges[1] > least, `${least}: ${edges[0]}, ${edges[1]}`);
      assert(edges.at(-1)! > least * factor && edges.at(-2)! <= least * factor);
      edges.slice(1).forEach((edge, i) =>
        assert(Math.abs(Math.log10(edge / edges[i]) - 0.2) < 0.01)
      );
    }
  }
});

Deno.test("preferredEdges: refuses what has no logarithm", () => {
  for (const [least, most] of [[0, 1], [-1, 1], [2, 1], [1, Infinity], [NaN, 1], [1, NaN]]) {
    assertThrows(() => preferredEdges(least, most), RangeError, `got ${least} to ${most}`);
  }
});
