import { createRandom } from "../../numeric/random/random.ts";
import type { BinnedFeatures } from "./growing/feature_bins.ts";
import type { RandomForestSettings } from "./random_forest_settings.ts";
import { type GrownTree, growTree } from "./regression_tree.ts";
import { createBag } from "./growing/row_bag.ts";

/** Training data of a forest. */
export interface ForestData {
  readonly X: BinnedFeatures;
  /** One target per row. */
  readonly y: Float64Array;
  readonly settings: RandomForestSettings;
}

/**
 * Creates a function that grows one tree of a forest, from its number alone: every tree has its own
 * streams of random numbers, so they may be grown in any order and on any thread.
 */
export function createForestTree({ X, y, settings }: ForestData): (tree: number) => GrownTree {
  const bag = createBag(y, settings);
  const options = { ...settings, maximumDepth: settings.maximumDepth ?? Infinity };
  return (tree) => {
    const random = createRandom(settings.seed, `features of tree ${tree}`);
    return growTree(X, y, bag(tree), options, random);
  };
}
