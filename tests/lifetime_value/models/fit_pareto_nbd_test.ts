import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { expectedPurchases } from "../../../src/lifetime_value/models/expected_purchases.ts";
import { fitParetoNbd } from "../../../src/lifetime_value/models/fit_pareto_nbd.ts";
import { fitPurchaseModel } from "../../../src/lifetime_value/models/fit_purchase_model.ts";
import { paretoNbdLogLikelihood } from "../../../src/lifetime_value/models/pareto_nbd.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";

Deno.test({
  name: "fitParetoNbd: CDNOW equals CLVTools' tests, standard errors too; holdout total is 1,666",
  ignore: cdnowPath === undefined,
  fn() {
    const times = cdnowCalibration();
    const { repeatFrequency, lastPurchaseAge, age } = times;
    const model = fitParetoNbd(repeatFrequency, lastPurchaseAge, age);
    const published = { r: 0.55315, alpha: 10.57633, s: 0.60625, beta: 11.6715 };
    assertAlmostEquals(model.logLikelihood, -9594.976, 5e-4);
    // The published search ended a little below the top, on a flat ridge.
    assert(model.logLikelihood >= paretoNbdLogLikelihood(published, times));
    for (const name of ["r", "alpha", "s", "beta"] as const) {
      assertAlmostEquals(model[name] / published[name], 1, 3e-4);
    }
    const errors = { r: 0.0476264, alpha: 0.8427222, s: 0.1872594, beta: 6.2105448 };
    for (const name of ["r", "alpha", "s", "beta"] as const) {
      assertAlmostEquals(model.standardErrors[name]! / errors[name], 1, 3e-4);
    }
    assertEquals([model.customers, model.converged, model.warnings], [2357, true, []]);
    const ahead = expectedPurchases(model, repeatFrequency, lastPurchaseAge, age, 39);
    assertAlmostEquals(ahead.reduce((sum, value) => sum + value, 0), 1666, 2);
  },
});

/** Customers who buy at 30 / 1.2 days on average and leave as the Pareto/NBD says, over 200–300 days. */
function simulated(customers: number, seed: number) {
  const random = createRandom(seed);
  const rows = Array.from({ length: customers }, () => {
    const rate = random.gamma(1.2) / 30, end = random.exponential(random.gamma(0.9) / 100);
    const age = 200 + 100 * random.next();
    let x = 0, last = 0;
    for (let t = random.exponential(rate); t < Math.min(age, end); t += random.exponential(rate)) {
      [x, last] = [x + 1, t];
    }
    return [x, last, age];
  });
  const [repeatFrequency, lastPurchaseAge, age] = [0, 1, 2]
    .map((i) => Float64Array.from(rows, (row) => row[i]));
  return { repeatFrequency, lastPurchaseAge, age };
}

const TRUTH = { r: 1.2, alpha: 30, s: 0.9, beta: 100 };

Deno.test("fitParetoNbd: finds the parameters that the data were simulated with", () => {
  const { repeatFrequency, lastPurchaseAge, age } = simulated(4000, 5);
  const model = fitParetoNbd(repeatFrequency, lastPurchaseAge, age);
  for (const name of ["r", "alpha", "s", "beta"] as const) {
    const error = model.standardErrors[name]!;
    assert(
      error > 0 && Math.abs(model[name] - TRUTH[name]) < 3.3 * error,
      `${name} ${model[name]}`,
    );
  }
});

Deno.test("fitParetoNbd: of 50,000 different histories, few passes over all of them find the top", () => {
  const times = simulated(50_000, 6);
  let passes = 0;
  const { parameters, standardErrors, converged } = fitPurchaseModel({
    kind: "pareto_nbd",
    names: ["r", "alpha", "s", "beta"],
    times: ["alpha", "beta"],
    logLikelihood: (histories) => ([r, alpha, s, beta], gradient) => {
      passes += histories.age.length / times.age.length;
      return paretoNbdLogLikelihood({ r, alpha, s, beta }, histories, gradient);
    },
  }, times);
  assert(converged);
  for (const name of ["r", "alpha", "s", "beta"] as const) {
    assertLess(Math.abs(parameters[name] - TRUTH[name]), 3.3 * standardErrors[name]!);
    assertLess(standardErrors[name]!, 0.1 * TRUTH[name]);
  }
  // Some 31: three curvatures of eight passes each, and a few steps.
  assertLess(passes, 40);
});
