import { sum } from "../../numeric/sums.ts";
import { type LogLikelihood, maximise, type MaximiseOptions, undetermined } from "./maximise.ts";
import {
  PURCHASE_MODEL_NAMES,
  type PurchaseFit,
  type PurchaseParameters,
} from "./purchase_model.ts";
import { checkPurchaseTimes, distinctHistories, type PurchaseTimes } from "./purchase_times.ts";

/** A family of models with the parameters in one order. */
export interface PurchaseFamily<Name extends string> {
  readonly kind: PurchaseParameters["kind"];
  readonly names: readonly Name[];
  /** Which of the parameters are times. */
  readonly times: readonly Name[];
  /** The log-likelihood of these histories. */
  readonly logLikelihood: (histories: PurchaseTimes) => LogLikelihood;
}

/**
 * Fits a purchase model by maximum likelihood: the histories are checked, those that are equal counted
 * once, and times divided by their mean.
 *
 * @param family What to fit.
 * @param times Purchase histories.
 * @returns The parameters, in the unit of `times`, and what is said of the fit.
 * @throws {TypeError} If the arrays differ in length.
 * @throws {RangeError} If a history is impossible.
 * @throws {NotEnoughDataError} If nobody bought again.
 *
 * @example
 * ```ts
 * import { fitPurchaseModel } from "./fit_purchase_model.ts";
 * import { nbdLogLikelihood } from "./nbd.ts";
 * import { assert } from "@std/assert";
 *
 * const { parameters } = fitPurchaseModel({
 *   kind: "nbd", names: ["r", "alpha"], times: ["alpha"],
 *   logLikelihood: (histories) => ([r, alpha], gradient) =>
 *     nbdLogLikelihood({ r, alpha }, histories, gradient),
 * }, {
 *   repeatFrequency: Float64Array.of(0, 1, 0, 5),
 *   lastPurchaseAge: Float64Array.of(0, 3, 0, 30),
 *   age: Float64Array.of(39, 39, 38, 36),
 * });
 * assert(parameters.r > 0 && parameters.alpha > 0);
 * ```
 */
export function fitPurchaseModel<Name extends string>(
  family: PurchaseFamily<Name>,
  times: PurchaseTimes,
): { parameters: Record<Name, number> } & PurchaseFit<Name> {
  const { kind, names } = family;
  const model = PURCHASE_MODEL_NAMES[kind];
  checkPurchaseTimes(`Fitting ${model}`, times);
  const { histories, unit } = distinctHistories(times);
  const logLikelihood = family.logLikelihood(histories);
  const found = maximise(logLikelihood, names.length, {
    simplexAtEdge: false,
    customers: times.age.length,
    start: topOfSample(family, histories),
  });
  const inUnit = (i: number, value: number) =>
    family.times.includes(names[i]) ? value * unit : value;
  const byName = <T>(value: (i: number) => T) =>
    Object.fromEntries(names.map((name, i) => [name, value(i)])) as Record<Name, T>;
  const customers = times.age.length;
  // Densities of times: in another unit each repeat purchase counts ln(unit) less.
  const repeats = sum(times.repeatFrequency);
  const value = logLikelihood(Float64Array.from(found.parameters)) - repeats * Math.log(unit);
  return {
    parameters: byName((i) => inUnit(i, found.parameters[i])),
    standardErrors: byName((i) => {
      const error = found.standardErrors[i];
      return error === null ? null : inUnit(i, error);
    }),
    logLikelihood: value,
    bic: names.length * Math.log(customers) - 2 * value,
    customers,
    converged: found.converged,
    warnings: [
      ...undetermined(model, names, found.atEdge),
      ...(found.converged
        ? []
        : [`The search for the ${model} parameters stopped before it converged.`]),
    ],
  };
}

/** So many histories tell where to look for the top of all. */
const SAMPLE = 2_000;

/** Fits the model to a part of many histories, evenly drawn; undefined where all are few. */
function topOfSample<Name extends string>(
  { names, logLikelihood }: PurchaseFamily<Name>,
  { repeatFrequency, lastPurchaseAge, age, customers }: Required<PurchaseTimes>,
): MaximiseOptions["start"] {
  const every = Math.floor(age.length / SAMPLE);
  if (every < 4) return undefined;
  const drawn = (values: Float64Array) => values.filter((_, i) => i % every === 0);
  const sample = {
    repeatFrequency: drawn(repeatFrequency),
    lastPurchaseAge: drawn(lastPurchaseAge),
    age: drawn(age),
    customers: drawn(customers),
  };
  const { parameters, covariance, converged, atEdge } = maximise(
    logLikelihood(sample),
    names.length,
    { simplexAtEdge: false, customers: sum(sample.customers) },
  );
  if (!converged || covariance === null || atEdge.includes(true)) return undefined;
  // All customers tell so many times as much.
  const share = sum(sample.customers) / sum(customers);
  return { parameters, covariance: covariance.map((row) => row.map((value) => value * share)) };
}
