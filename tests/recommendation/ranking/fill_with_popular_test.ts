import { fillWithPopular } from "../../../src/recommendation/ranking/fill_with_popular.ts";
import { assertEquals } from "@std/assert";

Deno.test("fillWithPopular: makes a list as long as wanted", () => {
  const popularity = { customers: Int32Array.of(2, 9, 4, 3), order: Int32Array.of(1, 2, 3, 0) };
  assertEquals(fillWithPopular([2], 3, popularity, new Set([1])), [2, 3, 0]);
  assertEquals(fillWithPopular([2, 0], 1, popularity), [2]);
});
