import type { Differentiable } from "../../../numeric/bfgs.ts";
import type { Random } from "../../../numeric/random/random.ts";
import { sum } from "../../../numeric/sums.ts";
import { maximise, type MaximiseOptions, undetermined } from "./maximise.ts";
import { checkPurchaseTimes, distinctHistories, type PurchaseTimes } from "./purchase_times.ts";

/** Common facts of every fitted purchase model. */
export interface PurchaseFit<Name extends string> {
  /** Standard error of each parameter; null where the data do not determine it. */
  readonly standardErrors: Readonly<Record<Name, number | null>>;
  /** At the fitted parameters. */
  readonly logLikelihood: number;
  /** Bayesian information criterion, k·ln n − 2·logLikelihood: smaller is better. */
  readonly bic: number;
  /** Number of customers fitted on. */
  readonly customers: number;
  /** Whether nothing better is near. */
  readonly converged: boolean;
  /** Sentences on what the model cannot tell; none for a sound fit. */
  readonly warnings: readonly string[];
}

/** The parameters that every purchase model has. */
export interface PurchaseRates {
  /** The model's identifier. */
  readonly kind: string;
  /** Shape of the purchase rates' gamma distribution. */
  readonly r: number;
  /** Rate of the purchase rates' gamma distribution, in units of time. */
  readonly alpha: number;
}

/** The names of a model's parameters. */
export type ParameterName<P extends PurchaseRates> = P extends unknown
  ? Exclude<keyof P & string, "kind">
  : never;

/** A fitted purchase model: a plain object that can be written as JSON. */
export type FittedPurchases<P extends PurchaseRates> = P extends unknown
  ? P & PurchaseFit<ParameterName<P>>
  : never;

/** Dropout of a customer who is active now. */
interface Leaving {
  /** Probability of leaving after each purchase. */
  readonly dropout: number;
  /** Time from now at which the customer leaves; the horizon where they stay that long. */
  readonly end: number;
}

/**
 * A purchase model: all that fitting, expecting and simulating purchases need to know of it. The
 * models stand in `PURCHASE_MODELS`.
 */
export interface PurchaseModelFamily<P extends PurchaseRates> {
  readonly kind: P["kind"];
  /** What people call it. */
  readonly name: string;
  /** Its parameters in the order of the gradient. */
  readonly parameters: readonly string[];
  /** Which of the parameters are times. */
  readonly times: readonly string[];
  /** The log-likelihood of these histories; writes its derivatives to the gradient, if there is one. */
  logLikelihood(parameters: P, histories: PurchaseTimes, gradient?: Float64Array): number;
  /** Fits it to x, t_x and T. */
  fit(
    repeatFrequency: Float64Array,
    lastPurchaseAge: Float64Array,
    age: Float64Array,
  ): FittedPurchases<P>;
  /** The probability that a customer with the history x, t_x, T is still one. */
  probabilityAlive(parameters: P, x: number, last: number, age: number): number;
  /** The expected purchases within the horizon of a customer with x who is one still at T. */
  purchasesIfAlive(parameters: P, x: number, age: number, horizon: number): number;
  /** The probability of so many repeat purchases of a new customer; missing where there is none. */
  countProbability?(parameters: P, time: number, count: number): number;
  /** Draws how a customer with x who is one still at T leaves. */
  drawLeaving(parameters: P, x: number, age: number, horizon: number, random: Random): Leaving;
}

/**
 * Fits a purchase model by maximum likelihood: the histories are checked, those that are equal counted
 * once, and times divided by their mean.
 *
 * @returns The fitted model, in the unit of `times`.
 * @throws {TypeError} If the arrays differ in length.
 * @throws {RangeError} If a history is impossible.
 * @throws {NotEnoughDataError} If nobody bought again.
 */
export function fitPurchaseModel<P extends PurchaseRates>(
  family: PurchaseModelFamily<P>,
  times: PurchaseTimes,
): FittedPurchases<P> {
  const { kind, name, parameters: names } = family;
  checkPurchaseTimes(`Fitting ${name}`, times);
  const { histories, unit } = distinctHistories(times);
  const logLikelihood = likelihoodOf(family, histories);
  const customers = times.age.length;
  const found = maximise(logLikelihood, names.length, {
    customers,
    start: topOfSample(family, histories),
  });
  const inUnit = (i: number, value: number) =>
    family.times.includes(names[i]) ? value * unit : value;
  // Densities of times: in another unit each repeat purchase counts ln(unit) less.
  const repeats = sum(times.repeatFrequency);
  const value = logLikelihood(Float64Array.from(found.parameters)) - repeats * Math.log(unit);
  const fit: PurchaseFit<ParameterName<P>> = {
    standardErrors: byName(family, (i) => {
      const error = found.standardErrors[i];
      return error === null ? null : inUnit(i, error);
    }),
    logLikelihood: value,
    bic: names.length * Math.log(customers) - 2 * value,
    customers,
    converged: found.converged,
    warnings: [
      ...undetermined(name, names, found.atEdge),
      ...(found.converged
        ? []
        : [`The search for the ${name} parameters stopped before it converged.`]),
    ],
  };
  const parameters = byName(family, (i) => inUnit(i, found.parameters[i]));
  return { kind, ...parameters, ...fit } as FittedPurchases<P>;
}

/** An object with one value per parameter. */
function byName<P extends PurchaseRates, T>(
  { parameters }: PurchaseModelFamily<P>,
  value: (i: number) => T,
): Record<ParameterName<P>, T> {
  const entries = parameters.map((name, i) => [name, value(i)]);
  return Object.fromEntries(entries) as Record<ParameterName<P>, T>;
}

/** The family's log-likelihood of these histories, its parameters in order. */
function likelihoodOf<P extends PurchaseRates>(
  family: PurchaseModelFamily<P>,
  histories: PurchaseTimes,
): Differentiable {
  return (values, gradient) => {
    const parameters = { kind: family.kind, ...byName(family, (i) => values[i]) } as unknown as P;
    return family.logLikelihood(parameters, histories, gradient);
  };
}

/** So many histories tell where to look for the top of all. */
const SAMPLE = 2_000;

/** Fits the model to a part of many histories, evenly drawn; undefined where all are few. */
function topOfSample<P extends PurchaseRates>(
  family: PurchaseModelFamily<P>,
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
    likelihoodOf(family, sample),
    family.parameters.length,
    { customers: sum(sample.customers) },
  );
  if (!converged || covariance === null || atEdge.includes(true)) return undefined;
  // All customers tell so many times as much.
  const share = sum(sample.customers) / sum(customers);
  return { parameters, covariance: covariance.map((row) => row.map((value) => value * share)) };
}
