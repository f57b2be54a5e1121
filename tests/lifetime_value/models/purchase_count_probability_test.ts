import { assertAlmostEquals, assertThrows } from "@std/assert";
import { expectedPurchases } from "../../../src/lifetime_value/models/expected_purchases.ts";
import { purchaseCountProbability } from "../../../src/lifetime_value/models/purchase_count_probability.ts";

const CDNOW = { kind: "beta_geo_nbd", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;

Deno.test("purchaseCountProbability: P(X(39) = 0) is .5737864 (BTYD's manual)", () => {
  assertAlmostEquals(purchaseCountProbability(CDNOW, 39, 0), 0.5737864, 5e-8);
});

Deno.test("purchaseCountProbability: adds up to 1, and its mean is the expectation", () => {
  const model = { kind: "beta_geo_nbd", r: 1.2, alpha: 20, a: 1.5, b: 4 } as const;
  let total = 0, mean = 0;
  for (let count = 0; count < 200; count++) {
    const p = purchaseCountProbability(model, 30, count);
    total += p;
    mean += count * p;
  }
  const zero = Float64Array.of(0);
  assertAlmostEquals(total, 1, 1e-10);
  assertAlmostEquals(mean, expectedPurchases(model, zero, zero, zero, 30)[0], 1e-9);
});

Deno.test("purchaseCountProbability: refuses half purchases and negative times", () => {
  assertThrows(() => purchaseCountProbability(CDNOW, 39, 0.5), RangeError, "0.5");
  assertThrows(() => purchaseCountProbability(CDNOW, -1, 0), RangeError, "-1");
});

Deno.test("purchaseCountProbability: MBG/NBD equals lifetimes 0.11.3", () => {
  const model = {
    kind: "modified_beta_geo_nbd",
    r: 0.525,
    alpha: 6.183,
    a: 0.891,
    b: 1.614,
  } as const;
  const published = [[0, 0.5824731894932891], [1, 0.18278307728754056], [5, 0.01938732355357039]];
  for (const [count, probability] of published) {
    assertAlmostEquals(purchaseCountProbability(model, 39, count), probability, 1e-12);
  }
});

Deno.test("purchaseCountProbability: NBD without dropout is a negative binomial", () => {
  const model = { kind: "nbd", r: 2, alpha: 3 } as const;
  // Three of five parts of the time are alpha: (3/4)^2 · 2 · (1/4).
  assertAlmostEquals(purchaseCountProbability(model, 1, 1), 0.75 ** 2 * 2 * 0.25, 1e-12);
});
