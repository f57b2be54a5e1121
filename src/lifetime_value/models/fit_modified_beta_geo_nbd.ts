import { fitGeometricDropout } from "./fit_geometric_dropout.ts";
import type { ModifiedBetaGeoNbdModel } from "./purchase_model.ts";

/**
 * Fits the MBG/NBD model of repeat purchases by maximum likelihood.
 *
 * Customers may leave after any purchase, the first one too: unlike the BG/NBD model it can tell that
 * whoever bought once may be gone.
 *
 * Source: Batislam, Denizel, Filiztekin (2007), "Empirical validation and comparison of models for
 * customer base analysis", International Journal of Research in Marketing 24(3).
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
 * import { fitModifiedBetaGeoNbd } from "./fit_modified_beta_geo_nbd.ts";
 * import { assert } from "@std/assert";
 *
 * const model = fitModifiedBetaGeoNbd(
 *   Float64Array.of(0, 1, 0, 5, 2, 0),
 *   Float64Array.of(0, 3, 0, 30, 20, 0),
 *   Float64Array.of(39, 39, 38, 36, 35, 30),
 * );
 * assert(model.r > 0 && model.logLikelihood < 0);
 * ```
 */
export function fitModifiedBetaGeoNbd(
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): ModifiedBetaGeoNbdModel {
  const kind = "modified_beta_geo_nbd";
  const { parameters, ...fit } = fitGeometricDropout(kind, {
    repeatFrequency,
    lastPurchaseAge,
    age,
  });
  return { kind, ...parameters, ...fit };
}
