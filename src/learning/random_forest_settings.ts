/** The engines behind the random forests: our own typed arrays, and the npm package. */
export const RANDOM_FOREST_ENGINES = ["typed-arrays", "ml-random-forest"] as const;

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
  /** Which implementation does the work; default "typed-arrays". */
  readonly engine?: RandomForestEngine;
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
}

/**
 * Fills in and checks the options of a random forest.
 *
 * @param doing What was being done, to open the message.
 * @param columns Number of features.
 * @param options As given.
 * @param defaultMaxFeatures Where `maxFeatures` is not given.
 * @returns All options as numbers.
 * @throws {RangeError} If an option is impossible.
 *
 * @example
 * ```ts
 * import { forestSettings } from "./random_forest_settings.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(forestSettings("Fitting", 10, {}, "sqrt").maxFeatures, 3);
 * ```
 */
export function forestSettings(
  doing: string,
  columns: number,
  options: RandomForestOptions,
  defaultMaxFeatures: "sqrt" | "all",
): RandomForestSettings {
  const { trees = 100, minimumLeafSize = 1, maximumDepth = Infinity, bootstrap = true, seed = 42 } =
    options;
  const { maxFeatures: asked = defaultMaxFeatures, engine = "typed-arrays" } = options;
  const share = { sqrt: Math.sqrt(columns), third: columns / 3, all: columns };
  const maxFeatures = typeof asked === "number" ? asked : Math.max(1, Math.floor(share[asked]));
  for (const [name, value] of Object.entries({ trees, minimumLeafSize, maxFeatures })) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${doing}: ${name} must be a positive integer, got ${value}.`);
    }
  }
  if (maxFeatures > columns) {
    throw new RangeError(`${doing}: maxFeatures must be at most ${columns}, got ${maxFeatures}.`);
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
  };
}
