import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { expectedPurchases } from "../../../src/lifetime_value/models/expected_purchases.ts";
import {
  fitParetoNbd,
  PARETO_NBD,
  paretoNbdLogLikelihood,
} from "../../../src/lifetime_value/models/pareto_nbd.ts";
import { probabilityAlive } from "../../../src/lifetime_value/models/probability_alive.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";
import { fitPurchaseModel } from "../../../src/lifetime_value/models/fitting/fit_purchase_model.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { slowTest } from "../../slow.ts";
import mpmath from "../../fixtures/pareto_nbd_slopes.json" with { type: "json" };

/**
 * r, α, s, β; x, t_x, T; log-likelihood, P(alive), expected purchases in 39 units: mpmath 1.3.0, 40
 * digits, by integrating over the time of leaving.
 */
const INTEGRATED: readonly [number[], number[], number[]][] = [
  [[0.55315, 10.57633, 0.60625, 11.6715], [0, 0, 10], [
    -0.301271237015105,
    0.642724316635799,
    0.475331083457487,
  ]],
  [[0.55315, 10.57633, 0.60625, 11.6715], [26, 30, 31], [
    -39.1122970826169,
    0.980035682889139,
    19.7559483024763,
  ]],
  [[0.55315, 10.57633, 0.60625, 11.6715], [1000, 360, 370], [
    -17.9704163370569,
    4.38173558070976e-9,
    4.360701861731e-7,
  ]],
  [[0.55315, 10.57633, 0.60625, 11.6715], [1000, 200, 370], [
    547.892543135469,
    7.77115110846847e-255,
    7.73384712114514e-253,
  ]],
  [[0.55, 11.67, 0.606, 4.5], [2, 30.43, 38.86], [
    -10.0186346224368,
    0.847893028212233,
    1.35427029527329,
  ]],
  [[2.2, 3, 1, 900], [7, 29.43, 38.86], [-21.004607551803, 0.962285758384667, 8.08145150698676]],
  [[1.5, 5000, 0.7, 0.05], [0, 0, 10], [
    -0.000195170832009501,
    0.0243526338542691,
    0.000148738761898017,
  ]],
  [[1.5, 5000, 0.7, 0.05], [1000, 360, 370], [
    -2679.16810923206,
    0.946003217967701,
    6.64106882183726,
  ]],
];

Deno.test("paretoNbdLogLikelihood: equals an integral over the time of leaving (mpmath 1.3.0)", () => {
  for (const [[r, alpha, s, beta], history, [logLikelihood, alive, purchases]] of INTEGRATED) {
    const model = { kind: "pareto_nbd", r, alpha, s, beta } as const;
    const [repeatFrequency, lastPurchaseAge, age] = history.map((value) => Float64Array.of(value));
    const times = { repeatFrequency, lastPurchaseAge, age };
    const scale = Math.max(1, Math.abs(logLikelihood));
    assertAlmostEquals(paretoNbdLogLikelihood(model, times), logLikelihood, 1e-11 * scale);
    const [p] = probabilityAlive(model, repeatFrequency, lastPurchaseAge, age);
    assertAlmostEquals(p / alive, 1, 1e-9);
    const [y] = expectedPurchases(model, repeatFrequency, lastPurchaseAge, age, 39);
    assertAlmostEquals(y / purchases, 1, 1e-9);
  }
});

Deno.test("paretoNbdLogLikelihood: derivatives are mpmath 1.4.1's, and central differences", () => {
  for (const { parameters, history, slopes } of mpmath) {
    const [repeatFrequency, lastPurchaseAge, age] = history.map((value) => Float64Array.of(value));
    const f = ([r, alpha, s, beta]: readonly number[], gradient?: Float64Array) =>
      paretoNbdLogLikelihood(
        { r, alpha, s, beta },
        { repeatFrequency, lastPurchaseAge, age },
        gradient,
      );
    const gradient = new Float64Array(4).fill(NaN);
    const value = f(parameters, gradient);
    assertEquals(f(parameters), value);
    slopes.forEach((slope, i) => {
      // Terms as large as the frequency cancel: what remains is exact to their last digits.
      const largest = Math.max(1, history[0]) / parameters[i];
      assertAlmostEquals(gradient[i], slope, 1e-9 * Math.abs(slope) + 1e-13 * largest);
      const step = 1e-4 * parameters[i];
      const [above, below] = [step, -step].map((move) =>
        f(parameters.with(i, parameters[i] + move))
      );
      const rounding = 1e-12 * Math.max(1, Math.abs(value)) / step;
      assertAlmostEquals((above - below) / (2 * step), slope, 1e-6 * Math.abs(slope) + rounding);
    });
  }
});

Deno.test("paretoNbdLogLikelihood: shared histories count as often in the derivatives too", () => {
  const parameters = { r: 0.55, alpha: 11.67, s: 0.606, beta: 4.5 };
  const once = {
    repeatFrequency: Float64Array.of(2, 2, 2, 0),
    lastPurchaseAge: Float64Array.of(30, 30, 30, 0),
    age: Float64Array.of(39, 39, 39, 20),
  };
  const shared = {
    repeatFrequency: Float64Array.of(2, 0),
    lastPurchaseAge: Float64Array.of(30, 0),
    age: Float64Array.of(39, 20),
    customers: Float64Array.of(3, 1),
  };
  const [all, counted] = [new Float64Array(4), new Float64Array(4)];
  assertAlmostEquals(
    paretoNbdLogLikelihood(parameters, shared, counted),
    paretoNbdLogLikelihood(parameters, once, all),
    1e-12,
  );
  all.forEach((slope, i) => assertAlmostEquals(counted[i], slope, 1e-12));
});

Deno.test({
  name: "paretoNbdLogLikelihood: CDNOW at CLVTools' published parameters is −9594.976",
  ignore: cdnowPath === undefined,
  fn() {
    const published = { r: 0.55315, alpha: 10.57633, s: 0.60625, beta: 11.6715 };
    assertAlmostEquals(paretoNbdLogLikelihood(published, cdnowCalibration()), -9594.976, 5e-4);
  },
});

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

slowTest("fitParetoNbd: few passes over 50,000 different histories find the top", () => {
  const times = simulated(50_000, 6);
  let passes = 0;
  const model = fitPurchaseModel({
    ...PARETO_NBD,
    logLikelihood(parameters, histories, gradient) {
      passes += histories.age.length / times.age.length;
      return paretoNbdLogLikelihood(parameters, histories, gradient);
    },
  }, times);
  assert(model.converged);
  for (const name of ["r", "alpha", "s", "beta"] as const) {
    assertLess(Math.abs(model[name] - TRUTH[name]), 3.3 * model.standardErrors[name]!);
    assertLess(model.standardErrors[name]!, 0.1 * TRUTH[name]);
  }
  // Some 31: three curvatures of eight passes each, and a few steps.
  assertLess(passes, 40);
});
