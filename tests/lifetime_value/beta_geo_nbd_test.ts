import { assertAlmostEquals } from "@std/assert";
import {
  betaGeoNbdLogLikelihood,
  nbdLogLikelihood,
} from "../../src/lifetime_value/beta_geo_nbd.ts";
import { cdnowCalibration, cdnowPath } from "./cdnow.ts";

/** One customer with x = 1, t_x = 2, T = 3. */
const ONE = {
  repeatFrequency: Float64Array.of(1),
  lastPurchaseAge: Float64Array.of(2),
  age: Float64Array.of(3),
};

Deno.test("betaGeoNbdLogLikelihood: one repeat purchase, by hand", () => {
  // r = alpha = 1, a = 2, b = 3, equation 6:
  // B(2, 4) / B(2, 3) · 1 / (1 + 3)^2 + B(3, 3) / B(2, 3) · 1 / (1 + 2)^2 = .6 / 16 + .4 / 9.
  const logLikelihood = betaGeoNbdLogLikelihood({ r: 1, alpha: 1, a: 2, b: 3 }, ONE);
  assertAlmostEquals(logLikelihood, Math.log(0.6 / 16 + 0.4 / 9), 1e-12);
});

Deno.test("betaGeoNbdLogLikelihood: stays finite where the likelihood itself underflows (mpmath 1.3.0)", () => {
  const logLikelihood = betaGeoNbdLogLikelihood({ r: 0.5, alpha: 1e4, a: 0.8, b: 2 }, {
    repeatFrequency: Float64Array.of(500),
    lastPurchaseAge: Float64Array.of(3000),
    age: Float64Array.of(3600),
  });
  assertAlmostEquals(logLikelihood, -2139.7307284138484, 1e-8);
});

Deno.test("nbdLogLikelihood: is the BG/NBD's where nobody leaves", () => {
  assertAlmostEquals(
    nbdLogLikelihood({ r: 1.3, alpha: 2.1 }, ONE),
    betaGeoNbdLogLikelihood({ r: 1.3, alpha: 2.1, a: 1e-9, b: 3 }, ONE),
    1e-8,
  );
});

Deno.test({
  name: "betaGeoNbdLogLikelihood: CDNOW at CLVTools' published parameters is −9582.429",
  ignore: cdnowPath === undefined,
  fn() {
    const published = { r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 };
    assertAlmostEquals(betaGeoNbdLogLikelihood(published, cdnowCalibration()), -9582.429, 5e-4);
  },
});
