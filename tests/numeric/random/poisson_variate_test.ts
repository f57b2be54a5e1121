import { poissonVariate } from "../../../src/numeric/random/poisson_variate.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { assert } from "@std/assert";

Deno.test("poissonVariate: draws a Poisson random count", () => {
  assert(Math.abs(poissonVariate(createRandom(42), 1e6) - 1e6) < 5e3);
});
