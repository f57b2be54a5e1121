import gammaln from "@stdlib/math-base-special-gammaln";
import { chancesAtFirst } from "./beta_geo_nbd.ts";
import type { GeometricDropoutParameters, NbdParameters } from "./purchase_model.ts";

/**
 * The probability that a new customer makes a number of repeat purchases in a time, under the NBD,
 * BG/NBD or MBG/NBD model.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", equation 8.
 *
 * @param model Parameters of the model.
 * @param time Length of the time since the first purchase, in the unit of `alpha`.
 * @param count Number of repeat purchases, a whole number.
 * @returns A probability.
 * @throws {RangeError} If the time is negative or the count is not a whole number.
 *
 * @example
 * ```ts
 * import { purchaseCountProbability } from "./purchase_count_probability.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * const model = { kind: "beta_geo_nbd", r: 2, alpha: 1, a: 1, b: 1 } as const;
 * assertAlmostEquals(purchaseCountProbability(model, 3, 0), (1 / 4) ** 2, 1e-12);
 * ```
 */
export function purchaseCountProbability(
  model: NbdParameters | GeometricDropoutParameters,
  time: number,
  count: number,
): number {
  if (!(time >= 0)) {
    throw new RangeError(
      `Computing a purchase count's probability: time must be ≥ 0, got ${time}.`,
    );
  }
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(
      `Computing a purchase count's probability: count must be a whole number, got ${count}.`,
    );
  }
  const { r, alpha } = model;
  const nbd = (n: number) =>
    Math.exp(gammaln(r + n) - gammaln(r) - gammaln(n + 1) + r * Math.log(alpha / (alpha + time))) *
    (time / (alpha + time)) ** n;
  if (model.kind === "nbd") return nbd(count);
  const { a, b } = model;
  const chances = count + chancesAtFirst(model.kind);
  const staying = Math.exp(logBeta(a, b + chances) - logBeta(a, b)) * nbd(count);
  if (chances === 0) return staying;
  let fewer = 0;
  for (let n = 0; n < count; n++) fewer += nbd(n);
  return staying + Math.exp(logBeta(a + 1, b + chances - 1) - logBeta(a, b)) * (1 - fewer);
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}
