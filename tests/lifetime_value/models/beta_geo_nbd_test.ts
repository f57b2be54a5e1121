import { assertAlmostEquals } from "@std/assert";
import { geometricDropoutLogLikelihood } from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import { nbdLogLikelihood } from "../../../src/lifetime_value/models/nbd.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";

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
