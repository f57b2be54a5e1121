import { capitalise } from "../../words/sentences.ts";
import { formatName } from "../../words/model_names.ts";
import type { CalibrationKind } from "../level/calibration.ts";
import { CLASSIFIER_CANDIDATES, type ClassifierCandidate } from "./classifier_candidates.ts";
import type { ClassifierPlan } from "../classifiers/classifier_fits.ts";
import { CLASSIFIER_FAMILIES, type ClassifierFamily } from "../classifiers/customer_classifier.ts";
import type { Validation } from "./validation.ts";

/** What was chosen on earlier periods. */
export interface ClassifierChoice {
  /** The best of each family, the simplest family first. */
  readonly plans: readonly ClassifierPlan[];
  /** The family that scores. */
  readonly family: ClassifierFamily;
  /** Why, in words. */
  readonly because: string;
}

/**
 * Chooses features, hyperparameters, family and calibration by earlier periods alone.
 *
 * The rule, in this order. Features: those with which logistic regression, the quickest, does best.
 * Of each family the hyperparameters with the lowest Brier score, averaged over the periods, after
 * the mean probability was aligned with what was observed: the season moves everybody and should not
 * choose. A less simple family scores only where it is better by more than one standard error of the
 * difference (Breiman et al. 1984). So is its calibration on the latest known snapshot, without
 * aligning, and only where that helps in each of two or more periods.
 *
 * @param validations Earlier periods, see `validation`, the latest first.
 * @returns The choice; without an earlier period, a middling candidate of each family and the
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
export function chooseClassifier(validations: readonly Validation[]): ClassifierChoice {
  if (validations.length === 0) {
    return { plans: DEFAULT_PLANS, family: DEFAULT_PLANS[0].family, because: TOO_SHORT };
  }
  const begin = (candidates: readonly ClassifierCandidate[]) =>
    validations.forEach((validation) => validation.begin?.(candidates));
  const [simplest, ...families] = CLASSIFIER_FAMILIES;
  const simple = CLASSIFIER_CANDIDATES.filter(isOf(simplest));
  begin(simple);
  const best = bestOf(simple, validations);
  const others = CLASSIFIER_CANDIDATES
    .filter(({ family, features }) => family !== simplest && features === best.candidate.features);
  begin(others);
  const bests = [
    best,
    ...families.map((family) => bestOf(others.filter(isOf(family)), validations)),
  ];
  const chosen = bests.reduce((simple, other) =>
    isBetter(simple.errors, other.errors) ? other : simple
  );
  return {
    plans: bests.map((one) => ({
      ...one.candidate,
      calibration: one === chosen ? chooseCalibration(one.candidate, validations) : null,
    })),
    family: chosen.candidate.family,
    because: inWords(chosen, bests, validations.length),
  };
}

/** A candidate with the squared errors of its probabilities in each period. */
interface Contender {
  readonly candidate: ClassifierCandidate;
  readonly errors: readonly Float64Array[];
}

function isOf(family: ClassifierFamily) {
  return (candidate: ClassifierCandidate) => candidate.family === family;
}

function bestOf(
  candidates: readonly ClassifierCandidate[],
  validations: readonly Validation[],
): Contender {
  return candidates
    .map((candidate): Contender => ({
      candidate,
      errors: validations.map(({ alignedErrors }) => alignedErrors(candidate)),
    }))
    .reduce((best, other) => meanOfMeans(other.errors) < meanOfMeans(best.errors) ? other : best);
}

/**
 * Calibration on the latest snapshot, if earlier periods show that it helps: it learns the level of
 * one season, and a single period cannot tell whether that is the level of the next.
 */
function chooseCalibration(
  candidate: ClassifierCandidate,
  validations: readonly Validation[],
): CalibrationKind | null {
  const able = validations.filter(({ canCalibrate }) => canCalibrate);
  if (able.length < 2) return null;
  const contenders = ([null, "platt", "isotonic"] as const).map((kind) => ({
    kind,
    errors: able.map(({ errors }) => errors(candidate, kind)),
  }));
  return contenders.reduce((simple, other) => {
    const always = simple.errors.every((errors, v) => meanOf(other.errors[v]) < meanOf(errors));
    return always && isBetter(simple.errors, other.errors) ? other : simple;
  }).kind;
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

/** All features, and the last but one of each family's hyperparameters. */
const DEFAULT_PLANS: readonly ClassifierPlan[] = CLASSIFIER_FAMILIES.map((family) => {
  const candidates = CLASSIFIER_CANDIDATES.filter(isOf(family));
  return { ...candidates[candidates.length - 2], calibration: null };
});

function inWords(chosen: Contender, bests: readonly Contender[], periods: number): string {
  const name = ({ candidate }: Contender) => formatName(candidate.family);
  const brier = ({ errors }: Contender) => meanOfMeans(errors);
  const others = bests.filter((other) => other !== chosen);
  const words = name(chosen);
  const unproven = others.some((other) => brier(other) < brier(chosen))
    ? "; a more complex model must be better by more than one standard error"
    : "";
  return `${capitalise(words)}: Brier score ${brier(chosen).toFixed(4)} on ` +
    `${periods === 1 ? "an earlier period" : `${periods} earlier periods`}, after mean alignment ` +
    `(${others.map((other) => `${name(other)} ${brier(other).toFixed(4)}`).join(", ")})` +
    `${unproven}.`;
}
