import { createBag } from "../../../../src/learning/trees/growing/row_bag.ts";
import { forestSettings } from "../../../../src/learning/trees/random_forest_settings.ts";
import { assertEquals } from "@std/assert";

Deno.test("createBag: creates a function that tells how much each row counts for each tree of a forest", () => {
  const bag = createBag([0, 1, 0], forestSettings("Fitting", 1, {}, "all"));
  const draws = bag(0);
  assertEquals(draws[0] + draws[1] + draws[2], 3);
  assertEquals(bag(0), draws);
});
