import { GEOMETRIC_DROPOUT, type GeometricDropoutParameters } from "./beta_geo_nbd.ts";
import {
  fitPurchaseModel,
  type FittedPurchases,
  type PurchaseModelFamily,
} from "./fitting/fit_purchase_model.ts";

/** The parameters of the MBG/NBD model. */
export type ModifiedBetaGeoNbdParameters =
  & GeometricDropoutParameters
  & { readonly kind: "modified_beta_geo_nbd" };

/** A fitted MBG/NBD model. */
export type ModifiedBetaGeoNbdModel = FittedPurchases<ModifiedBetaGeoNbdParameters>;

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
 * import { fitModifiedBetaGeoNbd } from "./modified_beta_geo_nbd.ts";
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
  return fitPurchaseModel(MODIFIED_BETA_GEO_NBD, { repeatFrequency, lastPurchaseAge, age });
}

/** The MBG/NBD model among the purchase models. */
export const MODIFIED_BETA_GEO_NBD: PurchaseModelFamily<ModifiedBetaGeoNbdParameters> = {
  kind: "modified_beta_geo_nbd",
  name: "MBG/NBD",
  fit: fitModifiedBetaGeoNbd,
  ...GEOMETRIC_DROPOUT,
};
