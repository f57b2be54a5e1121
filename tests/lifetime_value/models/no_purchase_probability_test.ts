import { assert, assertAlmostEquals } from "@std/assert";
import { noPurchaseProbability } from "../../../src/lifetime_value/models/no_purchase_probability.ts";
import { probabilityAlive } from "../../../src/lifetime_value/models/probability_alive.ts";
import { purchaseCountProbability } from "../../../src/lifetime_value/models/purchase_count_probability.ts";

const model = { kind: "beta_geo_nbd", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
const [repeats, last, age] = [[0, 2, 7], [0, 30.43, 20], [38.86, 38.86, 39]]
  .map((values) => Float64Array.from(values));

Deno.test("noPurchaseProbability: who never came back is silent as fresh customers are, by equation 8", () => {
  const [silent] = noPurchaseProbability(model, repeats, last, age, 39);
  const until = (time: number) => purchaseCountProbability(model, time, 0);
  assertAlmostEquals(silent, until(age[0] + 39) / until(age[0]), 1e-12);
});

Deno.test("noPurchaseProbability: 1 for no time, and for ever that of having left", () => {
  const alive = probabilityAlive(model, repeats, last, age);
  const at = (time: number) => noPurchaseProbability(model, repeats, last, age, time);
  for (const p of at(0)) assertAlmostEquals(p, 1, 1e-12);
  at(1e80).forEach((p, i) => assertAlmostEquals(p, 1 - alive[i], 1e-9));
  assert(at(10).every((p, i) => p > at(20)[i]));
});
