import { logGammaVariate } from "../../../src/numeric/random/log_gamma_variate.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { assert } from "@std/assert";

Deno.test("logGammaVariate: draws the logarithm of a gamma random number of scale 1", () => {
  assert(Number.isFinite(logGammaVariate(createRandom(42), 1e-4)));
});
