import type { ClassWeights } from "../preparation/class_weights.ts";
import { featuresPerSplit, type RandomForestOptions } from "./random_forest_settings.ts";
import { positiveInteger } from "../../numeric/positive_integer.ts";

/** Options of gradient boosting. */
export interface GradientBoostingOptions {
  /** Number of trees; default 100. */
  readonly rounds?: number;
  /** Share of each tree's step that is taken; default 0.1. */
  readonly learningRate?: number;
  /** Most leaves per tree; default 31. */
  readonly maximumLeaves?: number;
  /** Most splits between the root and a leaf; default unlimited. */
  readonly maximumDepth?: number;
  /** Fewest rows in a leaf; default 20. */
  readonly minimumLeafSize?: number;
  /** Added to the curvature of each leaf, which makes its step smaller; default 0. */
  readonly l2?: number;
  /** Features tried at each split, as for a random forest; default "all". */
  readonly maxFeatures?: RandomForestOptions["maxFeatures"];
  /** How much the rows of class 0 and of class 1 count, or "balanced", so that both classes count
   * alike; default 1 each. */
  readonly classWeights?: ClassWeights;
  /** Seeds the order in which features are tried; default 42. */
  readonly seed?: number;
}

/** The options of fitted gradient boosting, all filled in. */
export interface GradientBoostingSettings {
  readonly rounds: number;
  readonly learningRate: number;
  /** Null where unlimited. */
  readonly maximumLeaves: number | null;
  /** Null where unlimited. */
  readonly maximumDepth: number | null;
  readonly minimumLeafSize: number;
  readonly l2: number;
  readonly maxFeatures: number;
  readonly seed: number;
}

/**
 * Fills in and checks the options of gradient boosting.
 *
 * @throws {RangeError} If an option is impossible.
 */
export function boostingSettings(
  doing: string,
  columns: number,
  options: GradientBoostingOptions,
): GradientBoostingSettings {
  const { rounds = 100, learningRate = 0.1, minimumLeafSize = 20, l2 = 0, seed = 42 } = options;
  const { maximumLeaves = 31, maximumDepth = Infinity } = options;
  const maxFeatures = featuresPerSplit(doing, columns, options.maxFeatures ?? "all");
  for (const [name, value] of Object.entries({ rounds, minimumLeafSize })) {
    positiveInteger(`${doing}: ${name}`, value);
  }
  if (!(maximumLeaves >= 2)) {
    throw new RangeError(`${doing}: maximumLeaves must be 2 or more, got ${maximumLeaves}.`);
  }
  if (!(maximumDepth >= 1)) {
    throw new RangeError(`${doing}: maximumDepth must be 1 or more, got ${maximumDepth}.`);
  }
  if (!(learningRate > 0 && learningRate <= 1)) {
    throw new RangeError(
      `${doing}: learningRate must be above 0 and at most 1, got ${learningRate}.`,
    );
  }
  if (!(l2 >= 0 && l2 < Infinity)) {
    throw new RangeError(`${doing}: l2 must be 0 or a positive number, got ${l2}.`);
  }
  return {
    rounds,
    learningRate,
    maximumLeaves: maximumLeaves === Infinity ? null : maximumLeaves,
    maximumDepth: maximumDepth === Infinity ? null : maximumDepth,
    minimumLeafSize,
    l2,
    maxFeatures,
    seed,
  };
}
