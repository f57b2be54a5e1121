import { fitGeometricDropout } from "./fit_geometric_dropout.ts";
import type { BetaGeoNbdModel } from "./purchase_model.ts";

/**
 * Fits the BG/NBD model of repeat purchases by maximum likelihood.
 *
 * Customers may leave after any repeat purchase, so that whoever bought once is surely still one.
 * Whether the dropout explains anything, `choosePurchaseModel` tells.
 *
 * Source: Fader, Hardie, Lee (2005), "Counting your customers the easy way", Marketing Science 24(2).
 *
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param lastPurchaseAge First to last purchase, t_x, in any one unit of time.
 * @param age First purchase to the end of observation, T, in the same unit.
 * @returns The fitted model, `alpha` in that unit of time.
 * @throws {TypeError} If the arrays differ in length.
 * @throws {RangeError} If a history is impossible.
 * @throws {NotEnoughDataError} If nobody bought again.
 *
 * @example
 * ```ts
 * import { fitBetaGeoNbd } from "./fit_beta_geo_nbd.ts";
 * import { assert } from "@std/assert";
 *
 * const model = fitBetaGeoNbd(
 *   Float64Array.of(0, 1, 0, 5, 2, 0),
 *   Float64Array.of(0, 3, 0, 30, 20, 0),
 *   Float64Array.of(39, 39, 38, 36, 35, 30),
 * );
 * assert(model.r > 0 && model.logLikelihood < 0);
 * ```
 */
export function fitBetaGeoNbd(
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): BetaGeoNbdModel {
  const kind = "beta_geo_nbd";
  const { parameters, ...fit } = fitGeometricDropout(kind, {
    repeatFrequency,
    lastPurchaseAge,
    age,
  });
  return { kind, ...parameters, ...fit };
}
