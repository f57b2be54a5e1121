import type { Matrix } from "../../numeric/matrix.ts";
import { createRandom } from "../../numeric/random/random.ts";
import { checkFeatures } from "../preparation/check_features.ts";
import { kMeansPlusPlus } from "./k_means_plus_plus.ts";
import { lloyd } from "./lloyd.ts";
import { mlKMeans } from "../npm/ml_k_means.ts";
import { nearestCentroids } from "./nearest_centroids.ts";
import { sum } from "../../numeric/sums.ts";
import { positiveInteger } from "../../numeric/positive_integer.ts";

/** The engines behind {@linkcode fitKMeans}: our own typed arrays, and the npm package. */
export const K_MEANS_ENGINES = ["built-in", "ml-kmeans"] as const;

/** One of {@linkcode K_MEANS_ENGINES}. */
type KMeansEngine = typeof K_MEANS_ENGINES[number];

/** Options of {@linkcode fitKMeans}. */
export interface KMeansOptions {
  /** Number of clusters, from 1 to the number of rows. */
  readonly clusters: number;
  /** Seeds the starting centroids; default 42. */
  readonly seed?: number;
  /** How many starts to try, of which the one of least inertia is kept; default 10. */
  readonly starts?: number;
  /** Iterations at most per start; default 300. */
  readonly maxIterations?: number;
  /** Stops when the centroids move less (squared), relative to the features' mean variance;
   * default 1e-4. */
  readonly tolerance?: number;
  /** Starts from these (`clusters` rows of features), once, in place of drawing starts. */
  readonly initialCentroids?: readonly (readonly number[])[];
  /** How often each row counts (positive, one per row); default once each. Weights of 2 give what
   * every row twice would. */
  readonly weights?: ArrayLike<number>;
  /** Which implementation does the work; default "built-in". */
  readonly engine?: KMeansEngine;
}

/** Fitted centroids; the labels of any rows come from {@linkcode predictKMeans}. */
export interface KMeansModel {
  readonly kind: "k_means";
  readonly engine: KMeansEngine;
  readonly clusters: number;
  /** One row of features per cluster. */
  readonly centroids: readonly (readonly number[])[];
  /** Sum of the squared distances of the fitted rows to their nearest centroid. */
  readonly inertia: number;
  /** Iterations of the start that was kept. */
  readonly iterations: number;
}

/**
 * Groups rows into clusters around centroids, by Lloyd's algorithm from several k-means++ starts.
 *
 * The result equals scikit-learn's `KMeans(algorithm="lloyd")` from the same starting centroids.
 * Sources: Lloyd (1982); Arthur and Vassilvitskii, "k-means++" (2007).
 *
 * @param X Features, rows × columns, best standardised.
 * @param options How many clusters, the seed, and when to stop.
 * @returns The model of the start of least inertia.
 * @throws {RangeError} If the clusters are fewer than 1 or more than the rows, or a value is NaN.
 * @throws {TypeError} If the starting centroids have another shape than clusters × columns.
 *
 * @example
 * ```ts
 * import { fitKMeans, predictKMeans } from "./k_means.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = matrixFromRows([[0, 0], [0, 2], [9, 9], [9, 11]]);
 * const model = fitKMeans(X, { clusters: 2 });
 * assertEquals(model.inertia, 4);
 * const [a, b, c, d] = predictKMeans(model, X);
 * assertEquals([a === b, b === c, c === d], [true, false, true]);
 * ```
 */
export function fitKMeans(X: Matrix, options: KMeansOptions): KMeansModel {
  const { clusters, seed = 42, maxIterations = 300, engine = "built-in" } = options;
  const { starts = 10, tolerance = 1e-4, initialCentroids } = options;
  checkFeatures("Fitting k-means", X);
  checkOptions(X, { clusters, starts, maxIterations, tolerance, engine });
  const given = options.weights && checkedWeights(X, options.weights, engine);
  const weights = given ?? new Float64Array(X.rows).fill(1);

  const run = engine === "built-in" ? lloyd : mlKMeans;
  const stop = { maxIterations, tolerance: tolerance * meanVariance(X, weights) };
  const firstCentroids = initialCentroids
    ? [flatCentroids(initialCentroids, clusters, X.columns)]
    : Array.from(
      { length: starts },
      (_, start) =>
        kMeansPlusPlus(X, clusters, createRandom(seed, `k-means start ${start}`), given),
    );

  let best = run(X, weights, firstCentroids[0], stop);
  for (const centroids of firstCentroids.slice(1)) {
    const result = run(X, weights, centroids, stop);
    if (result.inertia < best.inertia) best = result;
  }
  return {
    kind: "k_means",
    engine,
    clusters,
    centroids: Array.from(
      { length: clusters },
      (_, c) => Array.from(best.centroids.subarray(c * X.columns, (c + 1) * X.columns)),
    ),
    inertia: best.inertia,
    iterations: best.iterations,
  };
}

/**
 * Labels each row with its nearest centroid.
 *
 * @param model What {@linkcode fitKMeans} learned.
 * @param X Features, rows × the model's columns, scaled as the fitted ones were.
 * @returns One cluster number (0 … clusters − 1) per row; the lowest one where several are equally
 *   near.
 * @throws {TypeError} If the number of columns is not the model's.
 * @throws {RangeError} If a value is NaN or infinite.
 *
 * @example
 * ```ts
 * import { fitKMeans, predictKMeans } from "./k_means.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = fitKMeans(matrixFromRows([[1], [9]]), {
 *   clusters: 2,
 *   initialCentroids: [[1], [9]],
 * });
 * assertEquals([...predictKMeans(model, matrixFromRows([[4], [6]]))], [0, 1]);
 * ```
 */
export function predictKMeans(model: KMeansModel, X: Matrix): Int32Array {
  const columns = model.centroids[0].length;
  checkFeatures("Labelling rows by k-means", X, columns);
  return nearestCentroids(X, flatCentroids(model.centroids, model.clusters, columns)).labels;
}

function checkOptions(
  X: Matrix,
  options: Required<Omit<KMeansOptions, "seed" | "weights" | "initialCentroids">>,
) {
  const { clusters, starts, maxIterations, tolerance, engine } = options;
  if (!Number.isInteger(clusters) || clusters < 1 || clusters > X.rows) {
    throw new RangeError(
      `Fitting k-means: the number of clusters must be 1 … ${X.rows} (the rows), got ${clusters}.`,
    );
  }
  for (const [name, value] of Object.entries({ starts, maxIterations })) {
    positiveInteger(`Fitting k-means: ${name}`, value);
  }
  if (!(tolerance >= 0)) {
    throw new RangeError(`Fitting k-means: the tolerance must be 0 or more, got ${tolerance}.`);
  }
  if (!K_MEANS_ENGINES.includes(engine)) {
    throw new RangeError(`Fitting k-means: there is no engine "${engine}".`);
  }
}

function flatCentroids(
  centroids: readonly (readonly number[])[],
  clusters: number,
  columns: number,
): Float64Array {
  if (centroids.length !== clusters || centroids.some((row) => row.length !== columns)) {
    throw new TypeError(
      `Fitting k-means: the starting centroids must be ${clusters} rows of ${columns} features.`,
    );
  }
  return Float64Array.from(centroids.flat());
}

function checkedWeights(X: Matrix, given: ArrayLike<number>, engine: KMeansEngine): Float64Array {
  const weights = Float64Array.from(given);
  if (engine === "ml-kmeans") {
    throw new RangeError('Fitting k-means: the engine "ml-kmeans" does not support weights.');
  }
  if (weights.length !== X.rows) {
    throw new TypeError(
      `Fitting k-means: ${X.rows} rows need as many weights, got ${weights.length}.`,
    );
  }
  const wrong = weights.findIndex((weight) => !(weight > 0 && weight < Infinity));
  if (wrong >= 0) {
    throw new RangeError(
      `Fitting k-means: the weight of row ${wrong} must be a positive number, ` +
        `got ${weights[wrong]}.`,
    );
  }
  return weights;
}

/** The mean over columns of their population variances. */
function meanVariance({ columns, values }: Matrix, weights: Float64Array): number {
  const total = sum(weights);
  let squares = 0;
  for (let column = 0; column < columns; column++) {
    let mean = 0;
    weights.forEach((w, row) => mean += w * values[row * columns + column] / total);
    weights.forEach((w, row) => squares += w * (values[row * columns + column] - mean) ** 2);
  }
  return squares / total / columns;
}
