import { assertEquals } from "@std/assert";
import { memoize } from "../../src/numeric/memoize.ts";

Deno.test("memoize: computes each value once, an undefined one too", () => {
  let calls = 0;
  const known = memoize((name: string) => (calls++, name === "none" ? undefined : name.length));
  assertEquals([known("none"), known("none"), known("cup"), known("cup")], [
    undefined,
    undefined,
    3,
    3,
  ]);
  assertEquals(calls, 2);
});

Deno.test("memoize: a key of its own tells arguments apart", () => {
  let calls = 0;
  const sizeOf = memoize((names: string[]) => (calls++, names.length), (names) => names.join());
  assertEquals([sizeOf(["a", "b"]), sizeOf(["a", "b"]), calls], [2, 2, 1]);
});
