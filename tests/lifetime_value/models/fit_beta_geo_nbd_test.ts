import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { geometricDropoutLogLikelihood } from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import { fitBetaGeoNbd } from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import { repeatPurchaseSummary } from "../../../src/lifetime_value/repeat_purchase_summary.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { lines, simulatedRows } from "../purchases.ts";

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
