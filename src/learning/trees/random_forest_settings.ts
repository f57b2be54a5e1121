import type { ClassWeights } from "../preparation/class_weights.ts";
import { positiveInteger } from "../../numeric/positive_integer.ts";

/** The engines behind the random forests: our own typed arrays, and the npm package. */
export const RANDOM_FOREST_ENGINES = ["built-in", "ml-random-forest"] as const;

/** One of {@linkcode RANDOM_FOREST_ENGINES}. */
export type RandomForestEngine = typeof RANDOM_FOREST_ENGINES[number];

/** Options of both random forests. */
export interface RandomForestOptions {
  /** Number of trees; default 100. */
  readonly trees?: number;
  /** Features tried at each split: the square root or a third of all, all, or a number; default
   * "sqrt" for the classifier and "all" for the regressor, as in scikit-learn. */
  readonly maxFeatures?: "sqrt" | "third" | "all" | number;
  /** Fewest distinct rows in a leaf; default 1. */
  readonly minimumLeafSize?: number;
  /** Most splits between the root and a leaf; default unlimited. */
  readonly maximumDepth?: number;
  /** Whether each tree learns from rows drawn with replacement; default true. */
  readonly bootstrap?: boolean;
  /** Seeds rows and features; default 42. */
  readonly seed?: number;
  /** Threads to use at most, which change nothing but the time; default all, where that pays. */
  readonly threads?: number;
  /** Which implementation does the work; default "built-in". */
  readonly engine?: RandomForestEngine;
}

/** Options of the random forest classifier. */
export interface RandomForestClassifierOptions extends RandomForestOptions {
  /** How much the rows of class 0 and of class 1 count, or "balanced", so that both classes count
   * alike: rows are drawn as often as they count, as in scikit-learn 1.9; default 1 each. */
  readonly classWeights?: ClassWeights;
}

/** The options of a fitted forest, all filled in. */
export interface RandomForestSettings {
  readonly trees: number;
  /** Features tried at each split. */
  readonly maxFeatures: number;
  readonly minimumLeafSize: number;
  /** Null where unlimited. */
  readonly maximumDepth: number | null;
  readonly bootstrap: boolean;
  readonly seed: number;
  /** Null where all rows count alike. */
  readonly classWeights: readonly [class0: number, class1: number] | null;
}

/**
 * Fills in and checks the options of a random forest.
 *
 * @param defaultMaxFeatures Where `maxFeatures` is not given.
 * @throws {RangeError} If an option is impossible.
 */
export function forestSettings(
  doing: string,
  columns: number,
  options: RandomForestOptions,
  defaultMaxFeatures: "sqrt" | "all",
): RandomForestSettings {
  const { trees = 100, minimumLeafSize = 1, maximumDepth = Infinity, bootstrap = true, seed = 42 } =
    options;
  const { maxFeatures: asked = defaultMaxFeatures, engine = "built-in", threads = 1 } = options;
  const maxFeatures = featuresPerSplit(doing, columns, asked);
  for (const [name, value] of Object.entries({ trees, minimumLeafSize, threads })) {
    positiveInteger(`${doing}: ${name}`, value);
  }
  if (!(maximumDepth >= 1)) {
    throw new RangeError(`${doing}: maximumDepth must be 1 or more, got ${maximumDepth}.`);
  }
  if (!RANDOM_FOREST_ENGINES.includes(engine)) {
    throw new RangeError(`${doing}: there is no engine "${engine}".`);
  }
  return {
    trees,
    maxFeatures,
    minimumLeafSize,
    maximumDepth: maximumDepth === Infinity ? null : maximumDepth,
    bootstrap,
    seed,
    classWeights: null,
  };
}

/**
 * How many features to try at each split.
 *
 * @param asked The square root or a third of them, rounded down, all, or a number.
 * @returns The number, 1 or more.
 * @throws {RangeError} If it is not an integer from 1 up to the number of features.
 */
export function featuresPerSplit(
  doing: string,
  columns: number,
  asked: "sqrt" | "third" | "all" | number,
): number {
  if (typeof asked !== "number") {
    const share = { sqrt: Math.sqrt(columns), third: columns / 3, all: columns };
    return Math.max(1, Math.floor(share[asked]));
  }
  positiveInteger(`${doing}: maxFeatures`, asked);
  if (asked > columns) {
    throw new RangeError(`${doing}: maxFeatures must be at most ${columns}, got ${asked}.`);
  }
  return asked;
}
