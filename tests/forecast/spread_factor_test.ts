import { assert, assertEquals } from "@std/assert";
import { spreadFactor } from "../../src/forecast/spread_factor.ts";
import scipy from "../fixtures/forecast_scipy.json" with { type: "json" };

Deno.test("spreadFactor: scipy.stats.t.ppf, but for little more than the first term left out", () => {
  for (const { level, errors, quantile } of scipy.spreads) {
    const z = level === 0.8 ? 1.2815515655446004 : 1.959963984540054;
    // Abramowitz and Stegun (1964), 26.7.5: g₄.
    const fourth = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160;
    const off = Math.abs(spreadFactor(level as 0.8 | 0.95, errors) - quantile);
    assert(off <= 2 * Math.abs(fourth) / errors ** 4 + 1e-9, `${level}, ${errors}: off by ${off}`);
    assert(off < 0.012 * quantile);
  }
});

Deno.test("spreadFactor: fewer than three errors count as three", () => {
  for (const errors of [0, 1, 2]) {
    assertEquals(spreadFactor(0.8, errors), spreadFactor(0.8, 3));
    assertEquals(spreadFactor(0.95, errors), spreadFactor(0.95, 3));
  }
});
