import { formatName } from "../../words/model_names.ts";
import type { CalibrationKind } from "../level/calibration.ts";
import { CLASSIFIER_CANDIDATES, type ClassifierCandidate } from "./classifier_candidates.ts";
import type { ClassifierPlan } from "../classifiers/classifier_fits.ts";
import { CLASSIFIER_FAMILIES, type ClassifierFamily } from "../classifiers/customer_classifier.ts";
import { isBetter, meanLoss, RULE, selectModel, type Tried } from "../../backtest/select_model.ts";
import { mean } from "../../numeric/sums.ts";
import type { Validation } from "./validation.ts";

/** Selection of a classifier on earlier periods. */
export interface ClassifierChoice {
  /** The best of each family, the simplest family first. */
  readonly plans: readonly ClassifierPlan[];
  /** The family that scores. */
  readonly selected: ClassifierFamily;
  /** Why, in words. */
  readonly selection_reason: string;
}

/**
 * Chooses features, hyperparameters, family and calibration by earlier periods alone.
 *
 * The rule, in this order. Features: those with which logistic regression, the quickest, does best.
 * Of each family the hyperparameters with the lowest Brier score, averaged over the periods, after
 * the mean probability was aligned with what was observed: the season moves everybody and should not
 * choose. The best family scores where it is better than the simplest by more than two standard errors of
 * the difference (see `selectModel`). So is its calibration on the latest known snapshot, without
 * aligning, and only where that helps in each of two or more periods.
 *
 * @param validations Earlier periods, see `validation`, the latest first.
 * @returns The choice; without an earlier period, a middling candidate of each family and the
 * simplest family, which the words say.
 */
export function chooseClassifier(validations: readonly Validation[]): ClassifierChoice {
  if (validations.length === 0) {
    return { plans: DEFAULT_PLANS, selected: DEFAULT_PLANS[0].family, selection_reason: TOO_SHORT };
  }
  const tried = (candidates: readonly ClassifierCandidate[]): Contender[] => {
    validations.forEach((validation) => validation.begin?.(candidates));
    return candidates.map((candidate) => ({
      family: candidate.family,
      candidate,
      losses: validations.map(({ alignedErrors }) => alignedErrors(candidate)),
    }));
  };
  const [simplest, ...families] = CLASSIFIER_FAMILIES;
  const simple = tried(CLASSIFIER_CANDIDATES.filter(isOf(simplest)));
  const { features } = selectModel(simple).selected.candidate;
  const others = tried(
    families.flatMap((family) =>
      CLASSIFIER_CANDIDATES.filter((one) => one.family === family && one.features === features)
    ),
  );
  const { selected, of_family } = selectModel([...simple, ...others]);
  return {
    plans: of_family.map((one) => ({
      ...one.candidate,
      calibration: one === selected ? chooseCalibration(one.candidate, validations) : null,
    })),
    selected: selected.candidate.family,
    selection_reason: inWords(selected, of_family, validations.length),
  };
}

/** A candidate with the squared errors of its probabilities in each period. */
interface Contender extends Tried {
  readonly candidate: ClassifierCandidate;
}

function isOf(family: ClassifierFamily) {
  return (candidate: ClassifierCandidate) => candidate.family === family;
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
    const always = simple.errors.every((errors, v) => mean(other.errors[v]) < mean(errors));
    return always && isBetter(simple.errors, other.errors) ? other : simple;
  }).kind;
}

const TOO_SHORT =
  "Logistic regression, the simplest model: the file is too short to choose on an earlier period.";

/** All features, and the last but one of each family's hyperparameters. */
const DEFAULT_PLANS: readonly ClassifierPlan[] = CLASSIFIER_FAMILIES.map((family) => {
  const candidates = CLASSIFIER_CANDIDATES.filter(isOf(family));
  return { ...candidates[candidates.length - 2], calibration: null };
});

function inWords(selected: Contender, ofFamily: readonly Contender[], periods: number): string {
  const name = ({ candidate }: Contender) => formatName(candidate.family);
  const brier = ({ losses }: Contender) => meanLoss(losses);
  const others = ofFamily.filter((other) => other !== selected);
  const on = periods === 1 ? "an earlier period" : `${periods} earlier periods`;
  const written = others.map((other) => `${name(other)} ${brier(other).toFixed(4)}`).join(", ");
  const lowest = others.every((other) => brier(other) >= brier(selected));
  const words = name(selected);
  return `${words[0].toUpperCase()}${words.slice(1)}: Brier score ${
    brier(selected).toFixed(4)
  } on ${on}, after mean alignment ` +
    `(${written})${lowest ? "" : `; ${RULE}`}.`;
}
