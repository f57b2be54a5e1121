import { assert, assertEquals } from "@std/assert";
import { alignProbabilities } from "../../../src/prediction/level/align_probabilities.ts";
import { chooseClassifier } from "../../../src/prediction/selection/choose_classifier.ts";
import type { ClassifierCandidate } from "../../../src/prediction/selection/classifier_candidates.ts";
import { CORE_FEATURES } from "../../../src/customers/features/feature_sets.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import type { Validation } from "../../../src/prediction/selection/validation.ts";

/** A period of 400 customers in which a candidate's mean error is what is asked for. */
function period(
  seed: string,
  error: (candidate: ClassifierCandidate) => number,
  calibrated: Readonly<Record<string, number>> = {},
): Validation {
  const errors = (mean: number) => {
    const random = createRandom(1, seed);
    return Float64Array.from({ length: 400 }, () => mean + (random.next() - 0.5) / 10);
  };
  return {
    alignedErrors: (candidate) => errors(error(candidate)),
    canCalibrate: true,
    errors: (_, kind) => errors(calibrated[kind ?? "none"] ?? 0.2),
  };
}

Deno.test("chooseClassifier: features and hyperparameters with the lowest mean error are taken", () => {
  const error = ({ features, parameters }: ClassifierCandidate) =>
    0.2 + (features === CORE_FEATURES ? 0 : 0.01) + Math.abs((parameters.l2PerRow ?? 0.03) - 0.03) +
    Math.abs((parameters.minimumLeafSize ?? 10) - 10) / 1000;
  const { plans, selected: family, selection_reason: because } = chooseClassifier([
    period("a", error),
    period("b", error),
  ]);
  const [logistic, forest] = plans;
  assertEquals([logistic.features, logistic.parameters], [CORE_FEATURES, { l2PerRow: 0.03 }]);
  assertEquals([forest.features, forest.parameters], [CORE_FEATURES, { minimumLeafSize: 10 }]);
  assertEquals(family, "logistic_regression");
  assert(because.startsWith("Logistic regression: Brier score 0."), because);
});

Deno.test("chooseClassifier: a less simple family is taken only by more than two standard errors", () => {
  const random = createRandom(3, "other");
  const noise = Float64Array.from({ length: 400 }, () => random.next() - 0.5);
  const chosenBy = (gain: number) => {
    const base = period("a", () => 0.2);
    const validation: Validation = {
      ...base,
      alignedErrors: (candidate) =>
        base.alignedErrors(candidate).map((error, i) =>
          candidate.family === "random_forest" ? error - gain + noise[i] / 5 : error
        ),
    };
    return chooseClassifier([validation]).selected;
  };
  // The difference spreads by .2 / √12 = .058, its mean over 400 customers by .003.
  const mean = noise.reduce((sum, value) => sum + value, 0) / 400 / 5;
  assertEquals(chosenBy(mean + 0.0045), "logistic_regression");
  assertEquals(chosenBy(mean + 0.0075), "random_forest");
});

Deno.test("chooseClassifier: calibration needs two periods, and must help in each", () => {
  const better = { none: 0.2, platt: 0.19, isotonic: 0.18 };
  const kindBy = (...calibrated: Record<string, number>[]) => {
    const choice = chooseClassifier(calibrated.map((c, i) => period(`${i}`, () => 0.2, c)));
    return choice.plans.find(({ family }) => family === choice.selected)!.calibration;
  };
  assertEquals(kindBy(better), null);
  assertEquals(kindBy(better, better), "isotonic");
  assertEquals(kindBy(better, { none: 0.2, platt: 0.19, isotonic: 0.21 }), "platt");
  assertEquals(kindBy(better, { none: 0.2, platt: 0.201, isotonic: 0.21 }), null);
});

Deno.test("chooseClassifier: without an earlier period the simplest family scores, and says so", () => {
  const { plans, selected: family, selection_reason: because } = chooseClassifier([]);
  assertEquals([plans.length, family], [3, "logistic_regression"]);
  assert(because.includes("too short to choose"));
});

Deno.test("alignProbabilities: the mean becomes the rate, the order stays", () => {
  const given = Float64Array.of(0, 0.2, 0.5, 0.9, 1);
  const aligned = alignProbabilities(given, 0.3);
  assert(Math.abs(aligned.reduce((sum, p) => sum + p, 0) / 5 - 0.3) < 1e-9);
  assert(aligned.every((p, i) => i === 0 || p > aligned[i - 1]));
});
