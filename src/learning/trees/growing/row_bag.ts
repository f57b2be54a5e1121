import { createRandom } from "../../../numeric/random/random.ts";
import { weighRows } from "../../preparation/class_weights.ts";
import type { RandomForestSettings } from "../random_forest_settings.ts";

/**
 * Creates a function that tells how much each row counts for each tree of a forest: as often as it
 * was drawn, with replacement, in proportion to the weight of its class; without bootstrap by that
 * weight.
 *
 * @returns A function from a tree's number to one weight per row; always the same for the same tree.
 */
export function createBag(
  y: ArrayLike<number>,
  { bootstrap, seed, classWeights }: RandomForestSettings,
): (tree: number) => Float64Array {
  const rows = y.length;
  if (!bootstrap) {
    const weights = weighRows(y, classWeights);
    return () => weights;
  }
  const limits = classWeights ? cumulative(weighRows(y, classWeights)) : undefined;
  return (tree) => {
    const draws = new Float64Array(rows);
    const random = createRandom(seed, `rows of tree ${tree}`);
    for (let i = 0; i < rows; i++) {
      const uniform = random.next();
      const row = limits
        ? firstAbove(uniform * limits[rows - 1], limits)
        : Math.floor(uniform * rows);
      draws[row]++;
    }
    return draws;
  };
}

function cumulative(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((weight) => sum += weight);
}

/** The place of the first limit above a value below the last one, by bisection. */
function firstAbove(value: number, limits: Float64Array): number {
  let low = 0;
  let high = limits.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (limits[middle] > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
