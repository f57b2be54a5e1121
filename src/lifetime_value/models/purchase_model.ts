import { BETA_GEO_NBD, type BetaGeoNbdParameters } from "./beta_geo_nbd.ts";
import type { FittedPurchases, PurchaseModelFamily } from "./fitting/fit_purchase_model.ts";
import {
  MODIFIED_BETA_GEO_NBD,
  type ModifiedBetaGeoNbdParameters,
} from "./modified_beta_geo_nbd.ts";
import { NBD, type NbdParameters } from "./nbd.ts";
import { PARETO_NBD, type ParetoNbdParameters } from "./pareto_nbd.ts";

/** The parameters of any purchase model. */
export type PurchaseParameters =
  | NbdParameters
  | BetaGeoNbdParameters
  | ModifiedBetaGeoNbdParameters
  | ParetoNbdParameters;

/** The purchase models, from simple to elaborate; the last takes longer than the others together. */
export const PURCHASE_MODELS: readonly PurchaseModelFamily<PurchaseParameters>[] = [
  NBD,
  BETA_GEO_NBD,
  MODIFIED_BETA_GEO_NBD,
  PARETO_NBD,
];

/** Any fitted purchase model: a plain object that can be written as JSON. */
export type PurchaseModel = FittedPurchases<PurchaseParameters>;

/**
 * Finds what a model can do by its kind.
 *
 * @throws {RangeError} If there is no such model.
 */
export function familyOf(
  { kind }: Pick<PurchaseParameters, "kind">,
): PurchaseModelFamily<PurchaseParameters> {
  const family = PURCHASE_MODELS.find((family) => family.kind === kind);
  if (family === undefined) throw new RangeError(`There is no purchase model "${kind}".`);
  return family;
}
