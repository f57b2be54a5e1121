import { fitPurchaseModel } from "./fit_purchase_model.ts";
import { paretoNbdLogLikelihood } from "./pareto_nbd.ts";
import type { ParetoNbdModel } from "./purchase_model.ts";

/**
 * Fits the Pareto/NBD model of repeat purchases by maximum likelihood.
 *
 * Customers may leave at any time, whether they have just bought or not.
 *
 * Source: Schmittlein, Morrison, Colombo (1987), "Counting your customers: who are they and what will
 * they do next?", Management Science 33(1).
 *
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param lastPurchaseAge First to last purchase, t_x, in any one unit of time.
 * @param age First purchase to the end of observation, T, in the same unit.
 * @returns The fitted model, `alpha` and `beta` in that unit of time.
 * @throws {TypeError} If the arrays differ in length.
 * @throws {RangeError} If a history is impossible.
 * @throws {NotEnoughDataError} If nobody bought again.
 *
 * @example
 * ```ts
 * import { fitParetoNbd } from "./fit_pareto_nbd.ts";
 * import { assert } from "@std/assert";
 *
 * const model = fitParetoNbd(
 *   Float64Array.of(0, 1, 0, 5, 2, 0),
 *   Float64Array.of(0, 3, 0, 30, 20, 0),
 *   Float64Array.of(39, 39, 38, 36, 35, 30),
 * );
 * assert(model.s > 0 && model.logLikelihood < 0);
 * ```
 */
export function fitParetoNbd(
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
): ParetoNbdModel {
  const { parameters, ...fit } = fitPurchaseModel({
    kind: "pareto_nbd",
    names: ["r", "alpha", "s", "beta"],
    times: ["alpha", "beta"],
    logLikelihood: (histories) => ([r, alpha, s, beta], gradient) =>
      paretoNbdLogLikelihood({ r, alpha, s, beta }, histories, gradient),
  }, { repeatFrequency, lastPurchaseAge, age });
  return { kind: "pareto_nbd", ...parameters, ...fit };
}
