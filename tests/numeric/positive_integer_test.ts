import { positiveInteger } from "../../src/numeric/positive_integer.ts";
import { assertEquals, assertThrows } from "@std/assert";

Deno.test("positiveInteger: checks that an option is a whole number of at least 1", () => {
  assertEquals(positiveInteger("Fitting EASE: products", 3), 3);
  assertThrows(() => positiveInteger("Fitting EASE: products", 0.5), RangeError, "got 0.5");
});
