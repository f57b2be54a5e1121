import { alignProbabilities } from "./align_probabilities.ts";
import type { CalibrationKind } from "./calibration.ts";
import { CLASSIFIER_CANDIDATES, type ClassifierCandidate } from "./classifier_candidates.ts";
import {
  CLASSIFIER_FAMILIES,
  type ClassifierFamily,
  type CustomerClassifier,
  fitCustomerClassifier,
  type LabelledCustomers,
  predictCustomerClassifier,
} from "./customer_classifier.ts";
import { stackSnapshots } from "./stack_snapshots.ts";

/** A candidate, and whether its probabilities are set right on the latest known snapshot. */
export interface ClassifierPlan extends ClassifierCandidate {
  readonly calibration: CalibrationKind | null;
}

/** How one candidate did on one earlier period. */
export interface ValidatedCandidate {
  readonly candidate: ClassifierCandidate;
  /** Squared error of each customer's probability after {@linkcode alignProbabilities}. */
  readonly errors: Float64Array;
}

/** How all candidates did on one earlier period, and the snapshots that it was made of. */
export interface Validation {
  /** What was learned from, the latest first. */
  readonly past: readonly LabelledCustomers[];
  readonly later: LabelledCustomers;
  readonly candidates: readonly ValidatedCandidate[];
}

/** What was chosen on earlier periods. */
export interface ClassifierChoice {
  /** The best of each family, the simplest family first. */
  readonly plans: readonly ClassifierPlan[];
  /** The family that scores. */
  readonly family: ClassifierFamily;
  /** Why, in words. */
  readonly because: string;
}

/** Trees while choosing: enough to tell candidates apart. */
const TREES_TO_COMPARE = 60;

/**
 * Fits every candidate to what was known on an earlier date, and measures it on what came then.
 *
 * @param past Snapshots whose labels end by that date, the latest first.
 * @param later The snapshot of that date.
 * @param options Candidates and seed.
 * @returns Errors per candidate and customer.
 */
export function validateClassifiers(
  past: readonly LabelledCustomers[],
  later: LabelledCustomers,
  { candidates = CLASSIFIER_CANDIDATES, seed = 42 }: {
    readonly candidates?: readonly ClassifierCandidate[];
    readonly seed?: number;
  } = {},
): Validation {
  const { features, labels } = stackSnapshots(past);
  return {
    past,
    later,
    candidates: candidates.map((candidate) => {
      const parameters = { trees: TREES_TO_COMPARE, ...candidate.parameters };
      const model = fitCustomerClassifier(features, labels, { ...candidate, parameters, seed });
      return { candidate, errors: alignedErrors(model, later) };
    }),
  };
}

/**
 * Chooses features, hyperparameters, calibration and family by earlier periods alone.
 *
 * The rule: of each family the candidate with the lowest mean squared error over the periods, after
 * the mean probability was aligned with what was observed, for the season moves everybody and should
 * not choose. A less simple family is taken only where it is better by more than one standard error
 * of the difference (Breiman et al. 1984). So is calibration on the latest known snapshot, there
 * without aligning, and only where it helps in each of two or more earlier periods.
 *
 * @param validations What {@linkcode validateClassifiers} found, one per earlier period.
 * @param seed Seeds the fits.
 * @returns The choice; without an earlier period, the middle candidate of each family and the
 * simplest family, which the words say.
 *
 * @example
 * ```ts
 * import { chooseClassifier } from "./choose_classifier.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(chooseClassifier([]).family, "logistic_regression");
 * ```
 */
export function chooseClassifier(validations: readonly Validation[], seed = 42): ClassifierChoice {
  if (validations.length === 0) {
    return { plans: DEFAULT_PLANS, family: DEFAULT_PLANS[0].family, because: TOO_SHORT };
  }
  const bests = CLASSIFIER_FAMILIES
    .map((family) => bestOfFamily(validations, family))
    .filter((best) => best !== undefined);
  const chosen = bests.reduce((simple, other) =>
    isBetter(simple.errors, other.errors) ? other : simple
  );
  return {
    plans: bests.map(({ candidate }) => ({
      ...candidate,
      calibration: chooseCalibration(candidate, validations, seed),
    })),
    family: chosen.candidate.family,
    because: inWords(chosen, bests, validations.length),
  };
}

/** A candidate with its errors of each period. */
interface Contender {
  readonly candidate: ClassifierCandidate;
  readonly errors: readonly Float64Array[];
}

function bestOfFamily(
  validations: readonly Validation[],
  family: ClassifierFamily,
): Contender | undefined {
  const contenders = validations[0].candidates
    .map(({ candidate }, i) => ({
      candidate,
      errors: validations.map(({ candidates }) => candidates[i].errors),
    }))
    .filter(({ candidate }) => candidate.family === family);
  if (contenders.length === 0) return undefined;
  return contenders.reduce((best, other) =>
    meanOfMeans(other.errors) < meanOfMeans(best.errors) ? other : best
  );
}

/**
 * Calibration on the latest snapshot, if earlier periods show that it helps: it learns the level of
 * one season, and a single period cannot tell whether that is the level of the next.
 */
function chooseCalibration(
  candidate: ClassifierCandidate,
  validations: readonly Validation[],
  seed: number,
): CalibrationKind | null {
  const able = validations.filter(({ past }) => past.length > 1);
  if (able.length < 2) return null;
  const parameters = { trees: TREES_TO_COMPARE, ...candidate.parameters };
  const errorsOf = (calibration: CalibrationKind | null) =>
    able.map(({ past, later }) => {
      const model = fitPlan(past, { ...candidate, parameters, calibration }, seed);
      return squaredErrors(predictCustomerClassifier(model, later.features), later.labels);
    });
  const contenders = ([null, "platt", "isotonic"] as const)
    .map((kind) => ({ kind, errors: errorsOf(kind) }));
  return contenders.reduce((simple, other) => {
    const always = simple.errors.every((errors, v) => meanOf(other.errors[v]) < meanOf(errors));
    return always && isBetter(simple.errors, other.errors) ? other : simple;
  }).kind;
}

/**
 * Fits a plan to labelled snapshots.
 *
 * @param past The latest first; it is kept apart for calibration where the plan asks for that and
 * there is another one.
 * @param plan What to fit.
 * @param seed Seeds the fit.
 * @returns The classifier.
 * @throws {RangeError} If only one class is there.
 */
export function fitPlan(
  past: readonly LabelledCustomers[],
  { calibration, ...candidate }: ClassifierPlan,
  seed: number,
): CustomerClassifier {
  const apart = calibration !== null && past.length > 1;
  const { features, labels } = stackSnapshots(apart ? past.slice(1) : past);
  return fitCustomerClassifier(features, labels, {
    ...candidate,
    seed,
    calibration: apart ? { ...past[0], kind: calibration } : undefined,
  });
}

function alignedErrors(model: CustomerClassifier, { features, labels }: LabelledCustomers) {
  const rate = labels.reduce((sum, label) => sum + label, 0) / labels.length;
  const aligned = alignProbabilities(predictCustomerClassifier(model, features), rate);
  return squaredErrors(aligned, labels);
}

function squaredErrors(probabilities: Float64Array, labels: Uint8Array): Float64Array {
  return probabilities.map((p, i) => (p - labels[i]) ** 2);
}

/**
 * Whether errors are lower by more than a standard error of the difference, taken from the largest
 * period: the same customers come back in the others, which adds no evidence.
 */
function isBetter(simple: readonly Float64Array[], other: readonly Float64Array[]): boolean {
  const differences = simple.map((errors, v) => errors.map((error, i) => error - other[v][i]));
  const mean = meanOfMeans(differences);
  const spreads = differences.map((values) => meanOf(values.map((value) => (value - mean) ** 2)));
  const independent = Math.max(...differences.map(({ length }) => length));
  return mean > Math.sqrt(meanOf(Float64Array.from(spreads)) / independent);
}

function meanOfMeans(errors: readonly Float64Array[]): number {
  return meanOf(Float64Array.from(errors, meanOf));
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const TOO_SHORT =
  "Logistic regression, the simplest model: the file is too short to choose on an earlier period.";

/** The middle one of each family, all features. */
const DEFAULT_PLANS: readonly ClassifierPlan[] = CLASSIFIER_FAMILIES.map((family) => {
  const candidates = CLASSIFIER_CANDIDATES.filter((candidate) => candidate.family === family);
  return { ...candidates[candidates.length - 2], calibration: null };
});

function inWords(chosen: Contender, bests: readonly Contender[], periods: number): string {
  const name = ({ candidate }: Contender) => candidate.family.replaceAll("_", " ");
  const others = bests.filter((other) => other !== chosen)
    .map((other) => `${meanOfMeans(other.errors).toFixed(4)} of ${name(other)}`);
  return `${name(chosen)}: on ${periods} earlier ${periods === 1 ? "period" : "periods"} its ` +
    `Brier score, the mean aligned, was ${meanOfMeans(chosen.errors).toFixed(4)}` +
    `${others.length > 0 ? `, against ${others.join(" and ")}` : ""}; a less simple model is ` +
    `taken only where it is better by more than a standard error.`;
}
