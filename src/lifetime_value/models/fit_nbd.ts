import { fitPurchaseModel } from "./fit_purchase_model.ts";
import { nbdLogLikelihood } from "./nbd.ts";
import type { NbdModel } from "./purchase_model.ts";

/**
 * Fits the NBD model of repeat purchases by maximum likelihood: everybody stays a customer for ever.
 *
 * It is the yardstick of the models with dropout: where they do not beat it, the file does not tell
 * who has left.
 *
 * Source: Ehrenberg (1959), "The pattern of consumer purchases", Applied Statistics 8(1).
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
 * import { fitNbd } from "./fit_nbd.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = fitNbd(
 *   Float64Array.of(0, 1, 0, 5, 2, 0),
 *   Float64Array.of(0, 3, 0, 30, 20, 0),
 *   Float64Array.of(39, 39, 38, 36, 35, 30),
 * );
 * assertEquals([model.kind, model.customers], ["nbd", 6]);
 * ```
 */
export function fitNbd(
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): NbdModel {
  const { parameters, ...fit } = fitPurchaseModel({
    kind: "nbd",
    names: ["r", "alpha"],
    times: ["alpha"],
    logLikelihood: (histories) => ([r, alpha], gradient) =>
      nbdLogLikelihood({ r, alpha }, histories, gradient),
  }, { repeatFrequency, lastPurchaseAge, age });
  return { kind: "nbd", ...parameters, ...fit };
}
