import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitBetaGeoNbd,
  geometricDropoutLogLikelihood,
} from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import { nbdLogLikelihood } from "../../../src/lifetime_value/models/nbd.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";
import { repeatPurchaseSummary } from "../../../src/lifetime_value/repeat_purchase_summary.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { lines, simulatedRows } from "../purchases.ts";

const kind = "beta_geo_nbd";

/** One customer with x = 1, t_x = 2, T = 3. */
const ONE = {
  repeatFrequency: Float64Array.of(1),
  lastPurchaseAge: Float64Array.of(2),
  age: Float64Array.of(3),
};

Deno.test("geometricDropoutLogLikelihood: one repeat purchase, by hand", () => {
  // r = alpha = 1, a = 2, b = 3, equation 6:
  // B(2, 4) / B(2, 3) · 1 / (1 + 3)^2 + B(3, 3) / B(2, 3) · 1 / (1 + 2)^2 = .6 / 16 + .4 / 9.
  const logLikelihood = geometricDropoutLogLikelihood({ kind, r: 1, alpha: 1, a: 2, b: 3 }, ONE);
  assertAlmostEquals(logLikelihood, Math.log(0.6 / 16 + 0.4 / 9), 1e-12);
});

Deno.test("geometricDropoutLogLikelihood: stays finite where the likelihood itself underflows (mpmath 1.3.0)", () => {
  const logLikelihood = geometricDropoutLogLikelihood({ kind, r: 0.5, alpha: 1e4, a: 0.8, b: 2 }, {
    repeatFrequency: Float64Array.of(500),
    lastPurchaseAge: Float64Array.of(3000),
    age: Float64Array.of(3600),
  });
  assertAlmostEquals(logLikelihood, -2139.7307284138484, 1e-8);
});

Deno.test("nbdLogLikelihood: is the BG/NBD's where nobody leaves", () => {
  assertAlmostEquals(
    nbdLogLikelihood({ r: 1.3, alpha: 2.1 }, ONE),
    geometricDropoutLogLikelihood({ kind, r: 1.3, alpha: 2.1, a: 1e-9, b: 3 }, ONE),
    1e-8,
  );
});

Deno.test({
  name: "geometricDropoutLogLikelihood: CDNOW at CLVTools' published parameters is −9582.429",
  ignore: cdnowPath === undefined,
  fn() {
    const published = { kind, r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 } as const;
    assertAlmostEquals(
      geometricDropoutLogLikelihood(published, cdnowCalibration()),
      -9582.429,
      5e-4,
    );
  },
});

Deno.test("geometricDropoutLogLikelihood: MBG/NBD may lose whoever bought once, by hand", () => {
  // r = alpha = 1, a = 2, b = 3, no repeat purchase in T = 3: left at once with a / (a + b) = .4, or
  // stayed and bought nothing with .6 / 4.
  const logLikelihood = geometricDropoutLogLikelihood(
    { kind: "modified_beta_geo_nbd", r: 1, alpha: 1, a: 2, b: 3 },
    {
      repeatFrequency: Float64Array.of(0),
      lastPurchaseAge: Float64Array.of(0),
      age: Float64Array.of(3),
    },
  );
  assertAlmostEquals(logLikelihood, Math.log(0.4 + 0.6 / 4), 1e-12);
});

for (const kind of ["beta_geo_nbd", "modified_beta_geo_nbd"] as const) {
  Deno.test(`geometricDropoutLogLikelihood: ${kind}, derivatives equal differences`, () => {
    const times = {
      repeatFrequency: Float64Array.of(0, 1, 7, 900),
      lastPurchaseAge: Float64Array.of(0, 2, 5, 880),
      age: Float64Array.of(3, 3, 40, 1000),
      customers: Float64Array.of(5, 1, 2, 1),
    };
    const at = ([r, alpha, a, b]: ArrayLike<number> & Iterable<number>, gradient?: Float64Array) =>
      geometricDropoutLogLikelihood({ kind, r, alpha, a, b }, times, gradient);
    const parameters = [0.7, 3.1, 0.6, 1.9];
    const gradient = new Float64Array(4);
    at(parameters, gradient);
    parameters.forEach((value, i) => {
      const [above, below] = [1e-5, -1e-5].map((step) => at(parameters.with(i, value + step)));
      assertAlmostEquals(gradient[i], (above - below) / 2e-5, 1e-5);
    });
  });
}

Deno.test({
  name: "fitBetaGeoNbd: CDNOW equals Fader, Hardie & Lee (2005) and CLVTools' tests",
  ignore: cdnowPath === undefined,
  fn() {
    const times = cdnowCalibration();
    const model = fitBetaGeoNbd(times.repeatFrequency, times.lastPurchaseAge, times.age);
    assertAlmostEquals(model.logLikelihood, -9582.429, 5e-4);
    assertAlmostEquals(model.r, 0.2425945, 1e-6);
    assertAlmostEquals(model.alpha, 4.4136019, 1e-5);
    assertAlmostEquals(model.a, 0.7929199, 1e-5);
    assertAlmostEquals(model.b, 2.4258881, 5e-5);
    // The last digits above are within the search's tolerance of the published ones: no worse a top.
    const published = {
      kind: "beta_geo_nbd",
      r: 0.2425945,
      alpha: 4.4136019,
      a: 0.7929199,
      b: 2.4258881,
    } as const;
    assert(model.logLikelihood >= geometricDropoutLogLikelihood(published, times) - 1e-9);
    assertEquals([model.customers, model.converged, model.warnings], [2357, true, []]);
  },
});

Deno.test({
  name: "fitBetaGeoNbd: UCI Online Retail equals scipy's .8265, 68.905, .00344, 6.745",
  ignore: onlineRetailPath === undefined,
  fn() {
    const summary = repeatPurchaseSummary(onlineRetail().transactions, "2011-12-10");
    const model = fitBetaGeoNbd(
      numberColumn(summary, "repeat_frequency"),
      numberColumn(summary, "last_purchase_age"),
      // The reference counts to the last day, we to the midnight that ends it.
      numberColumn(summary, "age").map((days) => days - 1),
    );
    assertAlmostEquals(model.r, 0.8265, 5e-5);
    assertAlmostEquals(model.alpha, 68.905, 5e-3);
    assertAlmostEquals(model.a, 0.00344, 5e-6);
    assertAlmostEquals(model.b, 6.745, 5e-3);
    assertEquals(model.customers, 4338);
  },
});

/** Simulated with r 1.5, alpha 60, a .8, b 2.5. */
const simulated = () => {
  const summary = repeatPurchaseSummary(lines(simulatedRows(4000, 7)), "2020-10-28");
  return ["repeat_frequency", "last_purchase_age", "age"]
    .map((name) => numberColumn(summary, name)) as [Float64Array, Float64Array, Float64Array];
};

Deno.test("fitBetaGeoNbd: finds the parameters that the data were simulated with", () => {
  const model = fitBetaGeoNbd(...simulated());
  assertAlmostEquals(model.r / model.alpha, 1.5 / 60, 0.002);
  assertAlmostEquals(model.r, 1.5, 0.2);
  assertAlmostEquals(model.a / (model.a + model.b), 0.8 / 3.3, 0.03);
  assertEquals(model.warnings, []);
});

Deno.test("fitBetaGeoNbd: the same data twice give the same model, and JSON keeps it", () => {
  const model = fitBetaGeoNbd(...simulated());
  assertEquals(fitBetaGeoNbd(...simulated()), model);
  assertEquals(JSON.parse(JSON.stringify(model)), model);
});

Deno.test("fitBetaGeoNbd: the unit of time scales alpha alone", () => {
  const [x, lastPurchaseAge, age] = simulated();
  const days = fitBetaGeoNbd(x, lastPurchaseAge, age);
  const weeks = fitBetaGeoNbd(x, lastPurchaseAge.map((t) => t / 7), age.map((t) => t / 7));
  assertAlmostEquals(weeks.alpha * 7, days.alpha, 1e-2);
  assertAlmostEquals(weeks.b, days.b, 1e-3);
});

Deno.test("fitBetaGeoNbd: customers who are all alike do not break it", () => {
  const n = 150;
  const model = fitBetaGeoNbd(
    new Float64Array(n).fill(3),
    new Float64Array(n).fill(90),
    new Float64Array(n).fill(100),
  );
  assert([model.r, model.alpha, model.a, model.b, model.logLikelihood].every(Number.isFinite));
  assert(model.warnings.length > 0);
});

Deno.test("fitBetaGeoNbd: refuses impossible histories, naming them", () => {
  const fit = (x: number[], lastPurchaseAge: number[], age: number[]) => () =>
    fitBetaGeoNbd(Float64Array.from(x), Float64Array.from(lastPurchaseAge), Float64Array.from(age));
  assertThrows(fit([1, 2], [3], [5]), TypeError, "2 frequencies, 1 last purchases and 1 ages");
  assertThrows(fit([1, 2], [3, 6], [5, 5]), RangeError, "customer 1 cannot have x = 2, t_x = 6");
  assertThrows(fit([0], [1], [5]), RangeError, "x = 0, t_x = 1");
  assertThrows(fit([1.5], [1], [5]), RangeError, "x = 1.5");
  assertThrows(fit([1], [1], [NaN]), RangeError, "NaN");
  assertThrows(fit([0, 0], [0, 0], [5, 5]), RangeError, "Not enough data");
  assertThrows(fit([], [], []), RangeError, "Not enough data");
});
