import { assertAlmostEquals, assertEquals } from "@std/assert";
import { expectedSpend } from "../../../src/lifetime_value/models/gamma_gamma.ts";
import { fitGammaGamma } from "../../../src/lifetime_value/models/gamma_gamma.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";

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
