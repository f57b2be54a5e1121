import { assertAlmostEquals, assertEquals } from "@std/assert";
import { totalInterval } from "../../../src/lifetime_value/spend/total_interval.ts";
import scipy from "../../fixtures/forecast_scipy.json" with { type: "json" };

Deno.test("totalInterval: reaches as far as scipy.stats.t.ppf(0.9), three degrees more than ratios", () => {
  for (const { degrees, quantile } of scipy.quantiles_90) {
    const known = Math.min(degrees - 3, 200);
    // Ratios that are off by the prior's quarter each leave the spread as it is.
    const ratios = Array.from({ length: known }, (_, i) => Math.exp(i % 2 === 0 ? 0.25 : -0.25));
    const { low, high } = totalInterval(1000, ratios);
    assertAlmostEquals(Math.log(high / 1000) / 0.25, quantile, 6e-4);
    assertAlmostEquals(low * high, 1e6, 1e-6);
  }
});

Deno.test("totalInterval: the spread is the ratios' own and three of the prior, not around their mean", () => {
  // ln 1.2 twice: all earlier totals were above, the forecast stays where it is and the range widens.
  const { expected, low, high } = totalInterval(500, [1.2, 1.2]);
  const spread = Math.sqrt((2 * Math.log(1.2) ** 2 + 3 * 0.0625) / 5);
  assertEquals(expected, 500);
  assertAlmostEquals(high, 500 * Math.exp(1.4758840488244815 * spread), 0.05);
  assertAlmostEquals(low, 500 / Math.exp(1.4758840488244815 * spread), 0.05);
});

Deno.test("totalInterval: a period without revenue has no logarithm, but is told", () => {
  const ratios = Object.freeze([0, 1.1]);
  const { low, high, earlier_ratios } = totalInterval(10, ratios);
  const alone = totalInterval(10, [1.1]);
  assertEquals([low, high], [alone.low, alone.high]);
  assertEquals(earlier_ratios, ratios);
  assertEquals([totalInterval(0, []).low, totalInterval(0, []).high], [0, 0]);
});
