import { geometricDropoutLogLikelihood } from "./beta_geo_nbd.ts";
import { fitPurchaseModel } from "./fit_purchase_model.ts";
import type { GeometricDropoutParameters } from "./purchase_model.ts";
import type { PurchaseTimes } from "./purchase_times.ts";

/**
 * Fits the BG/NBD or the MBG/NBD model, which differ in when a customer may first leave.
 *
 * @param kind Which of the two.
 * @param times Purchase histories.
 * @returns What `fitPurchaseModel` returns.
 *
 * @example
 * ```ts
 * import { fitGeometricDropout } from "./fit_geometric_dropout.ts";
 * import { assert } from "@std/assert";
 *
 * const { parameters } = fitGeometricDropout("modified_beta_geo_nbd", {
 *   repeatFrequency: Float64Array.of(0, 1, 0, 5, 2, 0),
 *   lastPurchaseAge: Float64Array.of(0, 3, 0, 30, 20, 0),
 *   age: Float64Array.of(39, 39, 38, 36, 35, 30),
 * });
 * assert(parameters.a > 0);
 * ```
 */
export function fitGeometricDropout(
  kind: GeometricDropoutParameters["kind"],
  times: PurchaseTimes,
) {
  return fitPurchaseModel({
    kind,
    names: ["r", "alpha", "a", "b"],
    times: ["alpha"],
    logLikelihood: (histories) => ([r, alpha, a, b], gradient) =>
      geometricDropoutLogLikelihood({ kind, r, alpha, a, b }, histories, gradient),
  }, times);
}
