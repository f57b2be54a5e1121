import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { expectedSpend, fitGammaGamma } from "../../../src/lifetime_value/models/gamma_gamma.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";
import { slowTest } from "../../slow.ts";

Deno.test({
  name: "fitGammaGamma: CDNOW equals CLVTools' p 6.25, q 3.74, γ 15.44, −4055.9177",
  ignore: cdnowPath === undefined,
  fn() {
    const { repeatFrequency, meanRepeatSpend } = cdnowCalibration();
    const model = fitGammaGamma(repeatFrequency, meanRepeatSpend);
    assertAlmostEquals(model.p, 6.25, 5e-3);
    assertAlmostEquals(model.q, 3.74, 5e-3);
    assertAlmostEquals(model.gamma, 15.44, 5e-3);
    assertAlmostEquals(model.logLikelihood, -4055.9177, 5e-5);
    assertEquals([model.customers, model.converged, model.warnings], [946, true, []]);
  },
});

/** 3,000 customers simulated with p 6, q 4, γ 15, with 1 to 5 purchases. */
function simulated(scale = 1): [Float64Array, Float64Array] {
  const random = createRandom(3);
  const frequency = Float64Array.from({ length: 3000 }, (_, i) => 1 + i % 5);
  const spend = frequency.map((x) => scale * random.gamma(6 * x) / (random.gamma(4) / 15) / x);
  return [frequency, spend];
}

slowTest("fitGammaGamma: finds the parameters that the data were simulated with", () => {
  const model = fitGammaGamma(...simulated());
  assertAlmostEquals(model.p, 6, 0.6);
  assertAlmostEquals(model.q, 4, 0.4);
  assertAlmostEquals(model.p * model.gamma / (model.q - 1), 30, 1);
});

slowTest("fitGammaGamma: the unit of money scales gamma alone", () => {
  const pounds = fitGammaGamma(...simulated());
  const pence = fitGammaGamma(...simulated(100));
  assertAlmostEquals(pence.p, pounds.p, 1e-4);
  assertAlmostEquals(pence.gamma / 100, pounds.gamma, 1e-3);
});

Deno.test("fitGammaGamma: spends without a mean keep q above 1 and are warned of", () => {
  const random = createRandom(5);
  const spend = Float64Array.from({ length: 1000 }, () => 1 / random.gamma(0.3));
  const model = fitGammaGamma(new Float64Array(1000).fill(1), spend);
  assert(model.q > 1);
  assert(model.warnings.some((warning) => warning.includes("bound of 1")));
});

Deno.test("fitGammaGamma: refuses bad input in one sentence", () => {
  const none = new Float64Array(3);
  assertThrows(() => fitGammaGamma(none, none), RangeError, "Not enough data");
  assertThrows(() => fitGammaGamma(none, new Float64Array(2)), TypeError, "3 frequencies and 2");
  assertThrows(
    () => fitGammaGamma(Float64Array.of(1, 2), Float64Array.of(10, -4)),
    RangeError,
    "got -4",
  );
});

Deno.test({
  name: "expectedSpend: CDNOW's first ten customers equal lifetimes' published table",
  ignore: cdnowPath === undefined,
  fn() {
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    const { repeatFrequency, meanRepeatSpend } = cdnowCalibration();
    const model = fitGammaGamma(repeatFrequency, meanRepeatSpend);
    const spend = expectedSpend(model, repeatFrequency, meanRepeatSpend);
    published.forEach((expected, i) => assertAlmostEquals(spend[i], expected, 5e-3));
  },
});

Deno.test("expectedSpend: many purchases outweigh the mean of all customers", () => {
  const [none, some, many] = expectedSpend(
    { p: 6, q: 4, gamma: 15 },
    Float64Array.of(0, 2, 1000),
    Float64Array.of(NaN, 80, 80),
  );
  assertEquals(none, 30);
  assertAlmostEquals(some, (15 + 2 * 80) * 6 / (2 * 6 + 3), 1e-12);
  assertAlmostEquals(many, 80, 0.05);
});
