import { assertAlmostEquals, assertEquals } from "@std/assert";
import { expectedPurchases } from "../../../src/lifetime_value/models/expected_purchases.ts";
import { fitModifiedBetaGeoNbd } from "../../../src/lifetime_value/models/modified_beta_geo_nbd.ts";
import { probabilityAlive } from "../../../src/lifetime_value/models/probability_alive.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";

Deno.test({
  name: "fitModifiedBetaGeoNbd: CDNOW equals lifetimes' .525, 6.183, .891, 1.614",
  ignore: cdnowPath === undefined,
  fn() {
    const { repeatFrequency, lastPurchaseAge, age } = cdnowCalibration();
    const model = fitModifiedBetaGeoNbd(repeatFrequency, lastPurchaseAge, age);
    assertAlmostEquals(model.r, 0.525, 5e-4);
    assertAlmostEquals(model.alpha, 6.183, 5e-4);
    assertAlmostEquals(model.a, 0.891, 5e-4);
    assertAlmostEquals(model.b, 1.614, 5e-4);
    assertEquals([model.customers, model.converged, model.warnings], [2357, true, []]);
  },
});

Deno.test("MBG/NBD: P(alive) and expected purchases equal lifetimes 0.11.3", () => {
  const model = {
    kind: "modified_beta_geo_nbd",
    r: 0.525,
    alpha: 6.183,
    a: 0.891,
    b: 1.614,
  } as const;
  const table = [
    [0, 0, 10, 0.5222337327821048, 0.48275059815976673],
    [2, 30.43, 38.86, 0.7062022651184873, 1.2629606232673432],
    [7, 29.43, 38.86, 0.6227238141691119, 3.1675724322986705],
    [26, 30, 31, 0.9376493508313526, 18.888356409973785],
    [1, 1.71, 38.86, 0.17083648431040802, 0.18883654136434078],
  ];
  for (const [x, last, age, alive, purchases] of table) {
    const history = [x, last, age].map((value) => Float64Array.of(value));
    const [frequency, lastPurchaseAge, ages] = history;
    assertAlmostEquals(probabilityAlive(model, frequency, lastPurchaseAge, ages)[0], alive, 1e-11);
    const [ahead] = expectedPurchases(model, frequency, lastPurchaseAge, ages, 39);
    assertAlmostEquals(ahead, purchases, 1e-9);
  }
  const zero = Float64Array.of(0);
  assertAlmostEquals(
    expectedPurchases(model, zero, zero, zero, 39)[0],
    1.1829536655971713,
    1e-9,
  );
});
