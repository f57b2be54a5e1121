import type { ClassifierFamily, ClassifierParameters } from "../classifiers/customer_classifier.ts";
import {
  CORE_FEATURES,
  type FeatureSet,
  PREDICTION_FEATURES,
} from "../../customers/features/feature_sets.ts";

/** Candidate to fit: a family, the features that it sees, and its hyperparameters. */
export interface ClassifierCandidate {
  readonly family: ClassifierFamily;
  readonly features: FeatureSet;
  readonly parameters: ClassifierParameters;
}

/** From the strictest to the loosest: how much the model may lean on the past. */
const PARAMETERS: Readonly<Record<ClassifierFamily, readonly ClassifierParameters[]>> = {
  logistic_regression: [0.3, 0.1, 0.03, 0.01, 0.001].map((l2PerRow) => ({ l2PerRow })),
  random_forest: [50, 25, 10].map((minimumLeafSize) => ({ minimumLeafSize })),
  gradient_boosting: [50, 100].map((rounds) => ({ rounds })),
};

/** All that is compared on earlier periods, the simplest family first. */
export const CLASSIFIER_CANDIDATES: readonly ClassifierCandidate[] = Object.entries(PARAMETERS)
  .flatMap(([family, settings]) =>
    [CORE_FEATURES, PREDICTION_FEATURES].flatMap((features) =>
      settings.map((parameters) => ({
        family: family as ClassifierFamily,
        features,
        parameters,
      }))
    )
  );

/**
 * The candidate whose first rounds of boosting are those of another: one fit tells both.
 *
 * @returns The one that differs in nothing but having the most rounds; other families are themselves.
 */
export function withMostRounds(candidate: ClassifierCandidate): ClassifierCandidate {
  const { family, features, parameters } = candidate;
  if (parameters.rounds === undefined) return candidate;
  return CLASSIFIER_CANDIDATES
    .filter((other) => other.family === family && other.features === features)
    .reduce(
      (most, other) =>
        (other.parameters.rounds ?? 0) > (most.parameters.rounds ?? 0) ? other : most,
      candidate,
    );
}
