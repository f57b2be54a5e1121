import { assertAlmostEquals, assertEquals } from "@std/assert";
import { expectedPurchases } from "../../src/lifetime_value/models/expected_purchases.ts";
import { expectedSpend } from "../../src/lifetime_value/models/gamma_gamma.ts";
import type { PurchaseParameters } from "../../src/lifetime_value/models/purchase_model.ts";
import { probabilityAlive } from "../../src/lifetime_value/models/probability_alive.ts";
import { simulateLifetimeValue } from "../../src/lifetime_value/simulate_lifetime_value.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

const MODELS: readonly PurchaseParameters[] = [
  { kind: "beta_geo_nbd", r: 0.9, alpha: 50, a: 0.8, b: 2.4 },
  { kind: "modified_beta_geo_nbd", r: 0.9, alpha: 50, a: 0.8, b: 2.4 },
  { kind: "pareto_nbd", r: 0.9, alpha: 50, s: 0.7, beta: 90 },
  { kind: "nbd", r: 0.9, alpha: 50 },
];
const PURCHASES = MODELS[0];
const SPEND = { p: 6, q: 5, gamma: 20 };

function simulatedMean(
  model: PurchaseParameters,
  [x, last, age]: number[],
  horizon: number,
): number {
  const one = (value: number) => Float64Array.of(value);
  const customer = {
    repeatFrequency: x,
    age,
    probabilityAlive: probabilityAlive(model, one(x), one(last), one(age))[0],
    meanRepeatSpend: 40,
  };
  const random = createRandom(11);
  const draws = 100_000;
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    const ahead = { length: horizon, discountRate: 0 };
    sum += simulateLifetimeValue(model, SPEND, customer, ahead, random);
  }
  return sum / draws;
}

const HISTORIES = [[0, 0, 100], [3, 250, 300], [12, 280, 300]];
for (const [model, history] of MODELS.flatMap((m) => HISTORIES.map((h) => [m, h] as const))) {
  const [x, last, age] = history;
  Deno.test(`simulateLifetimeValue: ${model.kind}, mean is E[Y]·E[M] at x = ${x}, t_x = ${last}, T = ${age}`, () => {
    const one = (value: number) => Float64Array.of(value);
    const [purchases] = expectedPurchases(model, one(x), one(last), one(age), 365);
    const [spend] = expectedSpend(SPEND, one(x), one(40));
    const mean = simulatedMean(model, history, 365);
    assertAlmostEquals(mean / (purchases * spend), 1, 0.03);
  });
}

Deno.test("simulateLifetimeValue: the same stream gives the same future", () => {
  const customer = { repeatFrequency: 4, age: 200, probabilityAlive: 0.9, meanRepeatSpend: 30 };
  const future = () =>
    simulateLifetimeValue(
      PURCHASES,
      SPEND,
      customer,
      { length: 365, discountRate: 0.001 },
      createRandom(1),
    );
  assertEquals(future(), future());
});

Deno.test("simulateLifetimeValue: a rate too small for a double buys nothing", () => {
  const customer = { repeatFrequency: 0, age: 200, probabilityAlive: 1, meanRepeatSpend: 0 };
  const tiny = { ...PURCHASES, r: 1e-5 };
  const value = simulateLifetimeValue(
    tiny,
    SPEND,
    customer,
    { length: 365, discountRate: 0 },
    createRandom(1),
  );
  assertEquals(value, 0);
});
