import { assertEquals } from "@std/assert";
import { withoutLargeBaskets } from "../../../src/recommendation/matrix/without_large_baskets.ts";
import { basketsOf } from "../baskets.ts";

Deno.test("withoutLargeBaskets: a basket of just as many products stays", () => {
  const baskets = basketsOf(["ABC", "AB", "C", "ABCD"]);
  const { baskets: kept, capped } = withoutLargeBaskets(baskets, 3);
  assertEquals([capped, [...kept.offsets]], [1, [0, 3, 5, 6]]);
  assertEquals(kept.products, ["A", "B", "C", "D"]);
});

Deno.test("withoutLargeBaskets: no limit leaves all, a low one none", () => {
  const baskets = basketsOf(["ABC", "AB"]);
  assertEquals(withoutLargeBaskets(baskets, Infinity), { baskets, capped: 0 });
  assertEquals(withoutLargeBaskets(baskets, 1).baskets.offsets, Int32Array.of(0));
});
