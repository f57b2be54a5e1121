import { stillDue } from "../../../src/recommendation/ranking/rebuy_rhythm.ts";
import { assertEquals } from "@std/assert";

Deno.test("stillDue: how far a product is still expected to be bought again", () => {
  assertEquals([10, 30, 60].map((age) => stillDue(age, 30)), [1, 1, 0.5]);
});
