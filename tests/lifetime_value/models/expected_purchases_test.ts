import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import type { PurchaseParameters } from "../../../src/lifetime_value/models/purchase_model.ts";
import { expectedPurchases } from "../../../src/lifetime_value/models/expected_purchases.ts";
import { fitBetaGeoNbd } from "../../../src/lifetime_value/models/beta_geo_nbd.ts";
import { cdnowCalibration, cdnowPath } from "../cdnow.ts";

const kind = "beta_geo_nbd";
const PUBLISHED = { kind, r: 0.2425945, alpha: 4.4136019, a: 0.7929199, b: 2.4258881 } as const;

function expected(model: PurchaseParameters, history: number[], horizon: number): number {
  const [x, lastPurchaseAge, age] = history.map((value) => Float64Array.of(value));
  return expectedPurchases(model, x, lastPurchaseAge, age, horizon)[0];
}

Deno.test("expectedPurchases: 1.226 for x=2, t_x=30.43, T=38.86 (Fader, Hardie & Lee 2005)", () => {
  const rounded = { kind, r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
  assertAlmostEquals(expected(rounded, [2, 30.43, 38.86], 39), 1.226, 5e-4);
});

Deno.test("expectedPurchases: E[X(t)] of a new customer equals Hardie's published sheet", () => {
  const published = [[0.1429, 0.0078], [1, 0.0532], [3, 0.1506], [31.8571, 1.0405], [32, 1.0437]];
  for (const [t, purchases] of published) {
    assertAlmostEquals(expected(PUBLISHED, [0, 0, 0], t), purchases, 5e-5);
  }
});

Deno.test("expectedPurchases: E[X(78)] is 1.85796 (mpmath); the sheet's 1.8576 ends its series", () => {
  assertAlmostEquals(expected(PUBLISHED, [0, 0, 0], 78), 1.857956009118070, 1e-9);
  // The published figure is what 150 terms of the untransformed series give.
  const { r, alpha, a, b } = PUBLISHED;
  const z = 78 / (alpha + 78);
  let term = 1, sum = 1;
  for (let n = 0; n < 150; n++) {
    term *= (r + n) * (b + n) / ((a + b - 1 + n) * (n + 1)) * z;
    sum += term;
  }
  const sheet = (a + b - 1) / (a - 1) * (1 - (alpha / (alpha + 78)) ** r * sum);
  assertAlmostEquals(sheet, 1.8576, 5e-5);
});

Deno.test("expectedPurchases: equals mpmath 1.3.0 where parameters are extreme", () => {
  const table: [PurchaseParameters, number[], number, number][] = [
    [{ kind, r: 0.8257, alpha: 69.23, a: 0.00392, b: 6.65 }, [130, 370, 373], 365, 107.83514954789],
    [{ kind, r: 0.8257, alpha: 69.23, a: 0.00392, b: 6.65 }, [1, 30, 300], 365, 1.7920145650109],
    [{ kind, r: 1.2, alpha: 10, a: 1, b: 2 }, [3, 20, 30], 40, 1.6499493171961],
    [{ kind, r: 1.2, alpha: 10, a: 1.000005, b: 2 }, [3, 20, 30], 40, 1.6499433736592],
    [{ kind, r: 0.5, alpha: 5, a: 0.6, b: 0.2 }, [0, 0, 10], 50, 0.69919681801055],
    [{ kind, r: 2, alpha: 5, a: 1.7, b: 800 }, [12, 20, 21], 90, 45.817505338845],
    [{ kind, r: 1.2, alpha: 10, a: 3000, b: 8000 }, [3, 29, 30], 400, 2.5786755457914],
    [{ kind, r: 1.2, alpha: 10, a: 3000, b: 8000 }, [900, 29, 30], 400, 1.4511543839467e-9],
    [{ kind, r: 8000, alpha: 10000, a: 0.9, b: 2.1 }, [4, 29, 30], 400, 21.628847450247],
  ];
  for (const [model, history, horizon, purchases] of table) {
    assertAlmostEquals(expected(model, history, horizon) / purchases, 1, 1e-8);
  }
});

Deno.test("expectedPurchases: without dropout it is the NBD's (r + x) / (alpha + T) · t", () => {
  const value = expected({ kind, r: 0.8, alpha: 60, a: 1e-7, b: 5 }, [10, 300, 350], 91);
  assertAlmostEquals(value, 10.8 / 410 * 91, 1e-5);
});

Deno.test("expectedPurchases: is continuous where a + b = 1", () => {
  const at = (b: number) => expected({ kind, r: 0.5, alpha: 5, a: 0.4, b }, [0, 0, 10], 50);
  assertAlmostEquals(at(0.6), (at(0.6 - 1e-6) + at(0.6 + 1e-6)) / 2, 1e-9);
});

Deno.test("expectedPurchases: nothing in no time; a longer time is never less", () => {
  assertEquals(expected(PUBLISHED, [2, 30, 39], 0), 0);
  const byTime = [10, 100, 1000].map((t) => expected(PUBLISHED, [2, 30, 39], t));
  assertEquals(byTime, [...byTime].sort((p, q) => p - q));
});

Deno.test("expectedPurchases: refuses a negative or endless horizon", () => {
  assertThrows(() => expected(PUBLISHED, [2, 30, 39], -1), RangeError, "got -1");
  assertThrows(() => expected(PUBLISHED, [2, 30, 39], Infinity), RangeError, "Infinity");
});

Deno.test({
  name: "expectedPurchases: CDNOW holdout total is 1,653 (actual 1,882)",
  ignore: cdnowPath === undefined,
  fn() {
    const { repeatFrequency, lastPurchaseAge, age } = cdnowCalibration();
    const model = fitBetaGeoNbd(repeatFrequency, lastPurchaseAge, age);
    const purchases = expectedPurchases(model, repeatFrequency, lastPurchaseAge, age, 39);
    assertAlmostEquals(purchases.reduce((sum, x) => sum + x, 0), 1653, 1);
  },
});
