import { createRandomBits } from "../../../src/numeric/random/random_bits.ts";
import { assertEquals } from "@std/assert";

Deno.test("createRandomBits: creates a generator of uniform 32-bit integers", () => {
  assertEquals(createRandomBits(1, "a")(), createRandomBits(1, "a")());
});
