import { chancesAtFirst } from "./beta_geo_nbd.ts";
import { hyp2f1 } from "./hyp2f1.ts";
import { probabilityAlive } from "./probability_alive.ts";
import type {
  GeometricDropoutParameters,
  ParetoNbdParameters,
  PurchaseParameters,
} from "./purchase_model.ts";

/**
 * The expected number of purchases of each customer in the time to come, given their history, under
 * any of the purchase models.
 *
 * A customer of whom nothing is known yet has x = t_x = T = 0, which gives the expectation of a new
 * customer.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", equations 9 and 10;
 * Batislam, Denizel, Filiztekin (2007), equation 6; Fader, Hardie (2005), "A note on deriving the
 * Pareto/NBD model", equation 41.
 *
 * @param model Parameters of the model.
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param lastPurchaseAge First to last purchase, t_x, in the unit of `alpha`.
 * @param age First purchase to now, T, in the same unit.
 * @param horizon Length of the time to come, in the same unit.
 * @returns One expected number per customer.
 * @throws {RangeError} If the horizon is negative or not finite.
 *
 * @example
 * ```ts
 * import { expectedPurchases } from "./expected_purchases.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * // Fader, Hardie, Lee (2005), section 4: a customer with x = 2, t_x = 30.43, T = 38.86.
 * const model = { kind: "beta_geo_nbd", r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 } as const;
 * const [expected] = expectedPurchases(
 *   model,
 *   Float64Array.of(2),
 *   Float64Array.of(30.43),
 *   Float64Array.of(38.86),
 *   39,
 * );
 * assertAlmostEquals(expected, 1.226, 5e-4);
 * ```
 */
export function expectedPurchases(
  model: PurchaseParameters,
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
  horizon: number,
): Float64Array {
  if (!(horizon >= 0 && horizon < Infinity)) {
    throw new RangeError(
      `Expecting purchases: the horizon must be finite and ≥ 0, got ${horizon}.`,
    );
  }
  const alive = probabilityAlive(model, repeatFrequency, lastPurchaseAge, age);
  return alive.map((p, i) => p * purchasesIfAlive(model, repeatFrequency[i], age[i], horizon));
}

function purchasesIfAlive(
  model: PurchaseParameters,
  x: number,
  age: number,
  horizon: number,
): number {
  switch (model.kind) {
    case "nbd":
      return (model.r + x) / (model.alpha + age) * horizon;
    case "pareto_nbd":
      return (model.r + x) / (model.alpha + age) * timeAsCustomer(model, age, horizon);
    default:
      return purchasesUntilDropout(model, x, age, horizon);
  }
}

/** How much of the horizon a customer known to be alive at `age` is expected to stay. */
function timeAsCustomer({ s, beta }: ParetoNbdParameters, age: number, horizon: number): number {
  const decline = -Math.log1p(horizon / (beta + age));
  const share = s === 1 ? -decline : -Math.expm1((s - 1) * decline) / (s - 1);
  return (beta + age) * share;
}

/** Around a = 1 the formula is 0 / 0: there it is interpolated between the two ends of this width. */
const NEAR_ONE = 2e-5;

/** Expected purchases of a customer known to be alive at `age`. */
function purchasesUntilDropout(
  { kind, r, alpha, a, b }: GeometricDropoutParameters,
  x: number,
  age: number,
  horizon: number,
): number {
  if (Math.abs(a - 1) < NEAR_ONE / 2) {
    const [below, above] = [1 - NEAR_ONE, 1 + NEAR_ONE]
      .map((a) => purchasesUntilDropout({ kind, r, alpha, a, b }, x, age, horizon));
    return (below + above) / 2 + (a - 1) / (2 * NEAR_ONE) * (above - below);
  }
  const z = horizon / (alpha + age + horizon);
  const survived = b + chancesAtFirst(kind) + x;
  const c = a + survived - 1 || Number.EPSILON; // c F(…; c; z) has a limit at c = 0
  // All terms of this series are positive, so nothing cancels; the factor keeps it from overflowing.
  const notBuying = hyp2f1(r + x, survived, c, z, (r + x) * Math.log1p(-z));
  return c / (a - 1) * (1 - notBuying);
}
