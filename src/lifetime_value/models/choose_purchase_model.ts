import { formatRounded } from "../../words/numbers.ts";
import { fitBetaGeoNbd } from "./fit_beta_geo_nbd.ts";
import { fitModifiedBetaGeoNbd } from "./fit_modified_beta_geo_nbd.ts";
import { fitNbd } from "./fit_nbd.ts";
import { fitParetoNbd } from "./fit_pareto_nbd.ts";
import { purchaseDiagnostics } from "./purchase_diagnostics.ts";
import { PURCHASE_MODEL_NAMES, type PurchaseModel } from "./purchase_model.ts";
import type { PurchaseTimes } from "./purchase_times.ts";

/** What {@linkcode choosePurchaseModel} returns. */
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

/** Fits one model, see `fitNbd`. */
export type PurchaseModelFit = (
  repeatFrequency: Float64Array,
  lastPurchaseAge: Float64Array,
  age: Float64Array,
) => PurchaseModel;

/** From simple to elaborate; the last takes longer than the others together. */
export const PURCHASE_MODEL_FITS: readonly PurchaseModelFit[] = [
  fitNbd,
  fitBetaGeoNbd,
  fitModifiedBetaGeoNbd,
  fitParetoNbd,
];

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
 * @param fits The models to fit, two at least; default all of {@linkcode PURCHASE_MODEL_FITS}.
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
  fits: readonly PurchaseModelFit[] = PURCHASE_MODEL_FITS,
): PurchaseModelChoice {
  const { repeatFrequency, lastPurchaseAge, age } = times;
  const models = fits.map((fit) => fit(repeatFrequency, lastPurchaseAge, age));
  const [chosen, next] = [...models].sort((a, b) => a.bic - b.bic);
  return {
    models,
    chosen,
    because: inWords(chosen, next),
    diagnostics: purchaseDiagnostics(models, chosen, times),
  };
}

function inWords(chosen: PurchaseModel, next: PurchaseModel): string {
  const [name, other] = [chosen, next].map(({ kind }) => PURCHASE_MODEL_NAMES[kind]);
  const ahead = next.bic - chosen.bic;
  const lead = formatRounded(ahead, 1);
  return `${name} explains the purchases best for its number of parameters: its BIC is ` +
    (ahead < EVIDENCE
      ? `only ${lead} below that of ${other}, so either would do.`
      : `${lead} below that of ${other}, the next.`);
}
