import { subsets } from "../../../../src/transactions/interpretation/amounts/subsets.ts";
import { assertEquals } from "@std/assert";

Deno.test("subsets: every set of few parts, none, each and all of many", () => {
  assertEquals(subsets([]), [[]]);
  assertEquals(subsets(["a", "b"]), [[], ["a"], ["b"], ["a", "b"]]);
  assertEquals([subsets([1, 2, 3, 4]).length, subsets([1, 2, 3, 4, 5]).length], [16, 7]);
});
