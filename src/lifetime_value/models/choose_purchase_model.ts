import { formatRounded } from "../../words/numbers.ts";
import { purchaseDiagnostics } from "./purchase_diagnostics.ts";
import type { PurchaseModelFamily } from "./fitting/fit_purchase_model.ts";
import {
  familyOf,
  PURCHASE_MODELS,
  type PurchaseModel,
  type PurchaseParameters,
} from "./purchase_model.ts";
import type { PurchaseTimes } from "./fitting/purchase_times.ts";

/** Result of {@linkcode choosePurchaseModel}. */
export interface PurchaseModelChoice {
  /** All that were fitted: NBD, BG/NBD, MBG/NBD, Pareto/NBD. */
  readonly models: readonly PurchaseModel[];
  /** The one with the lowest BIC. */
  readonly chosen: PurchaseModel;
  /** Why, in one sentence. */
  readonly because: string;
  /** What the models cannot tell of these customers, one sentence each. */
  readonly diagnostics: readonly string[];
}

/** A difference in BIC from which one speaks of evidence (Kass and Raftery 1995). */
const EVIDENCE = 2;

/**
 * Fits every purchase model and takes the one that explains the histories best for its number of
 * parameters.
 *
 * Nothing but the past is looked at, so the choice can be tested on what comes after.
 *
 * Source: Schwarz (1978), "Estimating the dimension of a model" (BIC); Kass and Raftery (1995), "Bayes
 * factors".
 *
 * @param times Purchase histories, see `customerBase`.
 * @param families The models to fit, two at least; default all of `PURCHASE_MODELS`.
 * @returns All models, the chosen one, and what they cannot tell.
 * @throws {RangeError} If a history is impossible.
 * @throws {NotEnoughDataError} If nobody bought again.
 *
 * @example
 * ```ts
 * import { choosePurchaseModel } from "./choose_purchase_model.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { models } = choosePurchaseModel({
 *   repeatFrequency: Float64Array.of(0, 1, 0, 5, 2, 0),
 *   lastPurchaseAge: Float64Array.of(0, 3, 0, 30, 20, 0),
 *   age: Float64Array.of(39, 39, 38, 36, 35, 30),
 * });
 * assertEquals(models.map(({ kind }) => kind), [
 *   "nbd", "beta_geo_nbd", "modified_beta_geo_nbd", "pareto_nbd",
 * ]);
 * ```
 */
export function choosePurchaseModel(
  times: PurchaseTimes,
  families: readonly PurchaseModelFamily<PurchaseParameters>[] = PURCHASE_MODELS,
): PurchaseModelChoice {
  const { repeatFrequency, lastPurchaseAge, age } = times;
  const models = families.map((family) => family.fit(repeatFrequency, lastPurchaseAge, age));
  const [chosen, next] = [...models].sort((a, b) => a.bic - b.bic);
  return {
    models,
    chosen,
    because: inWords(chosen, next),
    diagnostics: purchaseDiagnostics(models, chosen, times),
  };
}

function inWords(chosen: PurchaseModel, next: PurchaseModel): string {
  const [name, other] = [chosen, next].map((model) => familyOf(model).name);
  const ahead = next.bic - chosen.bic;
  const lead = formatRounded(ahead, 1);
  return `${name} has the lowest BIC, ` +
    (ahead < EVIDENCE
      ? `only ${lead} below ${other}, so either would do.`
      : `${lead} below ${other}, the next best.`);
}
