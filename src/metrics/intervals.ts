import { checkPairs } from "./check_pairs.ts";
import { quantileSorted } from "../numeric/quantile.ts";
import { createRandom } from "../numeric/random/random.ts";
import { positiveInteger } from "../numeric/positive_integer.ts";

/** A metric of true values and predictions, such as `rocAuc`, `brierScore` or `mae`. */
export type Metric = (truth: Float64Array, predictions: Float64Array) => number;

/** The range in which a metric lies in most samples. */
export interface Interval {
  /** Lower end, in the unit of the metric. */
  readonly low: number;
  /** Upper end, in the unit of the metric. */
  readonly high: number;
}

/** Options of {@linkcode bootstrapIntervals}. */
export interface BootstrapOptions {
  /** How many samples are drawn; default 200. */
  readonly resamples?: number;
  /** Share of the samples inside the interval; default .95. */
  readonly level?: number;
  /** Seed of the draws; default 42. */
  readonly seed?: number;
}

/**
 * How much metrics would vary with other customers of the same kind: the percentile bootstrap
 * (Efron 1979), in which rows are drawn with replacement and the metrics are computed anew. Samples
 * are drawn once for all metrics.
 *
 * Rows are drawn whatever their class, so that the share of positives varies as it would among new
 * customers; a sample without one of the classes that there are is drawn again. Samples reach the
 * metric by descending prediction, which spares it the sorting, and which makes the interval
 * independent of the order of the rows.
 *
 * @param metrics What is computed, by name; none may keep or change the arrays it gets.
 * @param truth True values, such as classes 0 or 1.
 * @param predictions As many scores, probabilities or predicted values.
 * @param options Number of samples, level and seed.
 * @returns An interval by the name of its metric, equal to the one that it gets alone. The fit of the
 *   model and the choice of the period do not vary in it.
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no rows, a value is NaN or infinite, there is less than one
 *   sample, the level is not in (0, 1), or a metric refuses the rows.
 *
 * @example
 * ```ts
 * import { bootstrapIntervals } from "./intervals.ts";
 * import { brierScore, rocAuc } from "./classification.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const metrics = { roc_auc: rocAuc, brier: brierScore };
 * const { roc_auc, brier } = bootstrapIntervals(metrics, [0, 1, 0, 1], [0.25, 0.75, 0.25, 0.75]);
 * assertEquals([roc_auc, brier], [{ low: 1, high: 1 }, { low: 0.0625, high: 0.0625 }]);
 * ```
 */
export function bootstrapIntervals<Name extends string>(
  metrics: Readonly<Record<Name, Metric>>,
  truth: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: BootstrapOptions = {},
): Record<Name, Interval> {
  const { resamples = 200, level = 0.95, seed = 42 } = options;
  const doing = "Computing a bootstrap interval";
  checkPairs(doing, truth, predictions);
  checkOptions(doing, resamples, level);

  const names = Object.keys(metrics) as Name[];
  const values = names.map(() => new Float64Array(resamples));
  const draw = sampler(truth, predictions, seed);
  for (let i = 0; i < resamples; i++) {
    const sample = draw();
    names.forEach((name, m) => values[m][i] = metrics[name](sample.truth, sample.predictions));
  }
  return percentiles(names, values, level);
}

function checkOptions(doing: string, resamples: number, level: number): void {
  positiveInteger(`${doing}: the samples`, resamples);
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`${doing}: the level must be between 0 and 1, got ${level}.`);
  }
}

/** The range in which most of the sampled values of each name lie. */
function percentiles<Name extends string>(
  names: readonly Name[],
  values: readonly Float64Array[],
  level: number,
): Record<Name, Interval> {
  return Object.fromEntries(names.map((name, m) => {
    const sorted = values[m].sort();
    const low = quantileSorted(sorted, (1 - level) / 2);
    return [name, { low, high: quantileSorted(sorted, (1 + level) / 2) }];
  })) as Record<Name, Interval>;
}

/** Rows by descending prediction, and a function that draws as many of them, in the same order. */
function sampler(truth: ArrayLike<number>, predictions: ArrayLike<number>, seed: number) {
  const rows = truth.length;
  const order = Array.from({ length: rows }, (_, row) => row)
    .sort((a, b) => predictions[b] - predictions[a] || truth[b] - truth[a]);
  const sortedTruth = Float64Array.from(order, (row) => truth[row]);
  const sortedPredictions = Float64Array.from(order, (row) => predictions[row]);
  const varied = sortedTruth.some((value) => value !== sortedTruth[0]);

  const random = createRandom(seed, "bootstrap");
  const times = new Int32Array(rows);
  const sample = { truth: new Float64Array(rows), predictions: new Float64Array(rows) };
  return function draw() {
    do {
      times.fill(0);
      for (let i = 0; i < rows; i++) times[Math.floor(random.next() * rows)]++;
      let next = 0;
      for (let row = 0; row < rows; row++) {
        for (let n = times[row]; n > 0; n--) {
          sample.truth[next] = sortedTruth[row];
          sample.predictions[next++] = sortedPredictions[row];
        }
      }
    } while (varied && sample.truth.every((value) => value === sample.truth[0]));
    return sample;
  };
}

/**
 * How much means over customers would vary with other customers of the same kind: the percentile
 * bootstrap (Efron 1979), in which customers are drawn with replacement.
 *
 * All means are computed on the same samples, drawn once.
 *
 * @param values Arrays of the same length: a value per customer, by the name of the mean.
 * @param options Number of samples (default 200), level (.95) and seed (42).
 * @throws {TypeError} If the lengths differ.
 * @throws {RangeError} If there are no customers, there is less than one sample, or the level is not
 *   in (0, 1).
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
  checkOptions(doing, resamples, level);

  const random = createRandom(seed, "bootstrap of means");
  const drawn = new Int32Array(n);
  const means = names.map(() => new Float64Array(resamples));
  for (let sample = 0; sample < resamples; sample++) {
    for (let i = 0; i < n; i++) drawn[i] = Math.floor(random.next() * n);
    names.forEach((name, m) => means[m][sample] = meanOfDrawn(values[name], drawn));
  }
  return percentiles(names, means, level);
}

function meanOfDrawn(values: ArrayLike<number>, drawn: Int32Array): number {
  let sum = 0;
  for (const i of drawn) sum += values[i];
  return sum / drawn.length;
}
