import { assertEquals } from "@std/assert";
import { createRandom } from "../../src/numeric/random/random.ts";
import { radixOrder } from "../../src/frames/radix_order.ts";

Deno.test("radixOrder: orders as a stable comparison sort does, keys of any width", () => {
  const random = createRandom(3);
  for (const widths of [[1, 3], [40, 70_000], [2 ** 31 - 1, 2, 5], [1, 1]]) {
    const keys = widths.map((width) =>
      Int32Array.from({ length: 2000 }, () => random.integer(width))
    );
    const rows = Int32Array.from(random.shuffle([...Array(2000).keys()]).slice(0, 1500));
    const frozen = [...rows];
    const compared = [...rows].sort((a, b) =>
      keys.map((key) => key[a] - key[b]).find((difference) => difference !== 0) ?? 0
    );
    assertEquals([...radixOrder(rows, keys)], compared);
    assertEquals([...rows], frozen);
  }
});

Deno.test("radixOrder: no rows, one row", () => {
  assertEquals(radixOrder(new Int32Array(0), [new Int32Array(0)]), new Int32Array(0));
  assertEquals(radixOrder(Int32Array.of(2), [Int32Array.of(9, 9, 9)]), Int32Array.of(2));
});
