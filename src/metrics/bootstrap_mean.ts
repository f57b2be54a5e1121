import { quantileSorted } from "../numeric/quantile.ts";
import { createRandom } from "../numeric/random.ts";
import type { BootstrapOptions, Interval } from "./bootstrap_interval.ts";

/**
 * How much means over customers would vary with other customers of the same kind: the percentile
 * bootstrap (Efron 1979), in which customers are drawn with replacement.
 *
 * All means are computed on the same samples, drawn once.
 *
 * @param values Arrays of the same length: a value per customer, by the name of the mean.
 * @param options Number of samples (default 200), level (.95) and seed (42).
 * @returns An interval by the name of its mean.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no customers, there is less than one sample, or the level is not
 *   in (0, 1).
 *
 * @example
 * ```ts
 * import { bootstrapMeans } from "./bootstrap_mean.ts";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { varied, same } = bootstrapMeans({ varied: [0, 1, 0, 1, 1, 0], same: [3, 3, 3, 3, 3, 3] });
 * assert(varied.low < 0.5 && varied.high > 0.5);
 * assertEquals(same, { low: 3, high: 3 });
 * ```
 */
export function bootstrapMeans<Name extends string>(
  values: Readonly<Record<Name, ArrayLike<number>>>,
  options: BootstrapOptions = {},
): Record<Name, Interval> {
  const { resamples = 200, level = 0.95, seed = 42 } = options;
  const doing = "Computing bootstrap intervals of means";
  const names = Object.keys(values) as Name[];
  const n = names.length === 0 ? 0 : values[names[0]].length;
  for (const name of names) {
    if (values[name].length !== n) {
      throw new TypeError(
        `${doing}: ${n} values of ${names[0]}, ${values[name].length} of ${name}.`,
      );
    }
  }
  if (n === 0) throw new RangeError(`${doing}: there are no values.`);
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`${doing}: the samples must be a positive integer, got ${resamples}.`);
  }
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`${doing}: the level must be between 0 and 1, got ${level}.`);
  }

  const random = createRandom(seed, "bootstrap of means");
  const drawn = new Int32Array(n);
  const means = names.map(() => new Float64Array(resamples));
  for (let sample = 0; sample < resamples; sample++) {
    for (let i = 0; i < n; i++) drawn[i] = Math.floor(random.next() * n);
    names.forEach((name, m) => means[m][sample] = meanOfDrawn(values[name], drawn));
  }
  return Object.fromEntries(names.map((name, m) => {
    const sorted = means[m].sort();
    const low = quantileSorted(sorted, (1 - level) / 2);
    return [name, { low, high: quantileSorted(sorted, (1 + level) / 2) }];
  })) as Record<Name, Interval>;
}

function meanOfDrawn(values: ArrayLike<number>, drawn: Int32Array): number {
  let sum = 0;
  for (const i of drawn) sum += values[i];
  return sum / drawn.length;
}
