import gammaln from "@stdlib/math-base-special-gammaln";
import { NotEnoughDataError } from "../../frames/errors.ts";
import { maximise, undetermined } from "./fitting/maximise.ts";
import { memoize } from "../../numeric/memoize.ts";
import digamma from "@stdlib/math-base-special-digamma";
import { mean } from "../../numeric/sums.ts";

/** The three parameters of the Gamma-Gamma model. */
export interface GammaGammaParameters {
  /** Shape of one customer's spend per purchase. */
  readonly p: number;
  /** Shape of the customers' spend rates; above 1. */
  readonly q: number;
  /** Rate of the customers' spend rates, in money. */
  readonly gamma: number;
}

/** A fitted Gamma-Gamma model: a plain object that can be written as JSON. */
export interface GammaGammaModel extends GammaGammaParameters {
  readonly kind: "gamma_gamma";
  /** Standard error of each parameter; null where the data do not determine it. */
  readonly standardErrors: Readonly<Record<keyof GammaGammaParameters, number | null>>;
  /** At the fitted parameters. */
  readonly logLikelihood: number;
  /** Number of customers fitted on: those with repeat purchases. */
  readonly customers: number;
  /** Whether the search ended at its tolerance. */
  readonly converged: boolean;
  /** Sentences on what the model cannot tell; none for a sound fit. */
  readonly warnings: readonly string[];
}

/**
 * The log-likelihood of mean spends under the Gamma-Gamma model.
 *
 * Source: Fader, Hardie (2013), "The Gamma-Gamma model of monetary value", equation 1a.
 *
 * @param repeatFrequency Number of repeat purchases per customer, at least 1.
 * @param gradient Where the derivatives by `p, q, gamma` are written, if wanted.
 * @returns The sum over customers of the logarithm of the likelihood.
 */
function gammaGammaLogLikelihood(
  { p, q, gamma }: GammaGammaParameters,
  repeatFrequency: Float64Array,
  meanRepeatSpend: Float64Array,
  gradient?: Float64Array,
): number {
  const constant = q * Math.log(gamma) - gammaln(q);
  const byFrequency = memoize((x: number) =>
    constant + gammaln(p * x + q) - gammaln(p * x) + p * x * Math.log(x)
  );
  const pSlope = memoize((x: number) => digamma(p * x + q) - digamma(p * x) + Math.log(x));
  const qSlope = memoize((x: number) => digamma(p * x + q) - digamma(q) + Math.log(gamma));
  gradient?.fill(0);
  let sum = 0;
  for (let i = 0; i < repeatFrequency.length; i++) {
    const x = repeatFrequency[i], z = meanRepeatSpend[i];
    const logSpend = Math.log(z), logRate = Math.log(gamma + x * z);
    sum += byFrequency(x) + (p * x - 1) * logSpend - (p * x + q) * logRate;
    if (gradient) {
      gradient[0] += x * (pSlope(x) + logSpend - logRate);
      gradient[1] += qSlope(x) - logRate;
      gradient[2] += q / gamma - (p * x + q) / (gamma + x * z);
    }
  }
  return sum;
}

/**
 * Fits the Gamma-Gamma model of spend per purchase by maximum likelihood.
 *
 * Every purchase of a customer is gamma-distributed around the customer's own mean, and these means
 * differ between customers; spend is taken to be independent of how often a customer buys. The
 * parameter q is kept above 1, where the mean spend of a new customer exists.
 *
 * Source: Fader, Hardie (2013), "The Gamma-Gamma model of monetary value".
 *
 * @param repeatFrequency Number of repeat purchases per customer; customers without any are left out.
 * @param meanRepeatSpend Mean spend of the repeat purchases, in money.
 * @returns The fitted model, `gamma` in the same money.
 * @throws {TypeError} If the arrays differ in length.
 * @throws {NotEnoughDataError} If nobody bought again.
 * @throws {RangeError} If a repeat buyer's mean spend is not positive.
 *
 * @example
 * ```ts
 * import { fitGammaGamma } from "./gamma_gamma.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = fitGammaGamma(
 *   Float64Array.of(1, 2, 0, 5, 3, 2),
 *   Float64Array.of(20, 35, 0, 12, 70, 28),
 * );
 * assertEquals(model.customers, 5);
 * ```
 */
export function fitGammaGamma(
  repeatFrequency: Float64Array,
  meanRepeatSpend: Float64Array,
): GammaGammaModel {
  if (repeatFrequency.length !== meanRepeatSpend.length) {
    throw new TypeError(
      `Fitting Gamma-Gamma: got ${repeatFrequency.length} frequencies and ` +
        `${meanRepeatSpend.length} mean spends.`,
    );
  }
  const spend = meanRepeatSpend.filter((_, i) => repeatFrequency[i] > 0);
  const frequency = repeatFrequency.filter((x) => x > 0);
  if (spend.length === 0) {
    throw new NotEnoughDataError(
      "no customer bought on two days.",
    );
  }
  const impossible = spend.find((z) => !(z > 0 && z < Infinity));
  if (impossible !== undefined) {
    throw new RangeError(
      `Fitting Gamma-Gamma: mean spend must be positive, got ${impossible}.`,
    );
  }
  // Spends of about 1 keep the parameters near the start of the search.
  const unit = mean(spend);
  const scaled = spend.map((z) => z / unit);
  const { parameters, standardErrors: [p, q, gamma], converged, atEdge } = maximise(
    ([p, above, gamma], gradient) =>
      gammaGammaLogLikelihood({ p, q: 1 + above, gamma }, frequency, scaled, gradient),
    3,
    { followEdge: true },
  );
  const fitted = { p: parameters[0], q: 1 + parameters[1], gamma: parameters[2] * unit };
  return {
    kind: "gamma_gamma",
    ...fitted,
    standardErrors: { p, q, gamma: gamma === null ? null : gamma * unit },
    logLikelihood: gammaGammaLogLikelihood(fitted, frequency, spend),
    customers: spend.length,
    converged,
    warnings: [
      ...(fitted.q < 1.01 ? [HEAVY_TAIL] : []),
      ...undetermined("Gamma-Gamma", ["p", "q", "gamma"], atEdge),
      ...(converged ? [] : [NOT_CONVERGED]),
    ],
  };
}

const HEAVY_TAIL =
  "The Gamma-Gamma parameter q is at its bound of 1: spend differs so much between " +
  "customers that the mean spend of a new customer is not determined.";
const NOT_CONVERGED = "The search for the Gamma-Gamma parameters stopped before it converged.";

/**
 * The expected spend per purchase of each customer, given their purchases, under the Gamma-Gamma model.
 *
 * It lies between the customer's own mean and that of all customers, nearer to their own the more
 * often they bought; without a repeat purchase it is the mean of all customers.
 *
 * Source: Fader, Hardie (2013), "The Gamma-Gamma model of monetary value", equation 5.
 *
 * @param model Parameters of the model.
 * @param repeatFrequency Number of repeat purchases per customer, x.
 * @param meanRepeatSpend Mean spend of these, in the money of `gamma`; any number where x = 0.
 * @returns One amount per customer.
 *
 * @example
 * ```ts
 * import { expectedSpend } from "./gamma_gamma.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const spend = expectedSpend(
 *   { p: 2, q: 3, gamma: 10 },
 *   Float64Array.of(0, 4),
 *   Float64Array.of(0, 40),
 * );
 * assertEquals([...spend], [10, (10 + 4 * 40) * 2 / (2 * 4 + 3 - 1)]);
 * ```
 */
export function expectedSpend(
  { p, q, gamma }: GammaGammaParameters,
  repeatFrequency: Float64Array,
  meanRepeatSpend: Float64Array,
): Float64Array {
  return repeatFrequency.map((x, i) =>
    (gamma + (x === 0 ? 0 : x * meanRepeatSpend[i])) * p / (p * x + q - 1)
  );
}
