import {
  RandomForestClassifier as PackagedClassifier,
  RandomForestRegression as PackagedRegression,
} from "ml-random-forest";
import { Matrix as PackagedMatrix } from "ml-matrix";
import type { Matrix } from "../../numeric/matrix.ts";
import { createRandom } from "../../numeric/random/random.ts";
import type { PackagedForest } from "../trees/random_forest.ts";
import type { RandomForestSettings } from "../trees/random_forest_settings.ts";
import { sampleRows, sampleRowsOfBothClasses } from "../preparation/sample_rows.ts";

/** What takes about two and a half seconds: rows² × (features per tree + 4) × trees, as measured. */
const WORK = 1.2e8;
const MAXIMUM_TREES = 50;

/** The part of the package's forests used here; its own types leave out what we need. */
interface Packaged {
  train(X: PackagedMatrix, y: number[]): void;
  predictionValues(
    X: PackagedMatrix,
  ): { rows: number; columns: number; get(i: number, j: number): number };
}

/**
 * Grows a forest by the npm package `ml-random-forest`, made safe.
 *
 * Its cost grows with the square of the rows, so trees and rows are capped, by a seeded random
 * sample. It draws features per tree, not per split. Its regression refuses a split that leaves no
 * error: a negative threshold lifts that below the root, and where the target takes only two values
 * a billionth of their distance is added to tell rows apart.
 *
 * @param y One target per row; 0 and 1 for the classifier.
 * @returns The forest as the package's own JSON; its notes say what was capped.
 */
export function fitPackagedForest(
  task: "classifier" | "regressor",
  X: Matrix,
  y: ArrayLike<number>,
  settings: RandomForestSettings,
): PackagedForest {
  const trees = Math.min(settings.trees, MAXIMUM_TREES);
  const affordable = Math.floor(Math.sqrt(WORK / (trees * (settings.maxFeatures + 4))));
  const sample = task === "classifier"
    ? sampleRowsOfBothClasses(X, y, affordable, settings.seed)
    : sampleRows(X, y, affordable, settings.seed);

  const options = {
    nEstimators: trees,
    // The package reads 1 as "all features", so one feature is asked for as a share.
    maxFeatures: settings.maxFeatures === 1 ? Math.min(1, 1.5 / X.columns) : settings.maxFeatures,
    replacement: false, // of features: none twice in one tree
    useSampleBagging: settings.bootstrap,
    noOOB: true,
    seed: createRandom(settings.seed, "ml-random-forest").integer(2 ** 31),
    treeOptions: {
      minNumSamples: 2 * settings.minimumLeafSize - 1,
      maxDepth: settings.maximumDepth ?? 1e9,
      gainThreshold: task === "classifier" ? 0 : -1,
    },
  };
  const forest =
    (task === "classifier"
      ? new PackagedClassifier(options)
      : new PackagedRegression({ ...options, selectionMethod: "mean" })) as unknown as Packaged;
  forest.train(
    toPackagedMatrix(sample.X),
    Array.from(task === "classifier" ? sample.y : distinguishable(sample.y, settings.seed)),
  );
  return {
    engine: "ml-random-forest",
    ...(sample.X.rows < X.rows ? { sampleRows: sample.X.rows } : {}),
    rows: X.rows,
    columns: X.columns,
    settings: { ...settings, trees },
    importances: null,
    notes: [
      "Features were drawn per tree, not per split, and no importances are reported.",
      ...(trees < settings.trees ? [`Capped at ${trees} of ${settings.trees} trees.`] : []),
      ...(sample.X.rows < X.rows
        ? [`Fitted on a random sample of ${sample.X.rows} of ${X.rows} rows.`]
        : []),
    ],
    packaged: JSON.parse(JSON.stringify(forest)),
  };
}

/**
 * Predicts by a forest of the npm package: the share of trees that vote for class 1, or the mean of
 * the trees' predictions.
 *
 * The votes are counted here, because the package's `predictProbability` starts its sum from a label.
 */
export function predictPackagedForest(
  task: "classifier" | "regressor",
  forest: PackagedForest,
  X: Matrix,
): Float64Array {
  if (X.rows === 0) return new Float64Array(0);
  const load = task === "classifier" ? PackagedClassifier.load : PackagedRegression.load;
  // The package keeps parts of what it loads: give it a copy.
  const loaded = load(structuredClone(forest.packaged) as never) as unknown as Packaged;
  const votes = loaded.predictionValues(toPackagedMatrix(X));
  return Float64Array.from({ length: X.rows }, (_, row) => {
    let sum = 0;
    for (let tree = 0; tree < votes.columns; tree++) sum += votes.get(row, tree);
    return sum / votes.columns;
  });
}

/** Targets of only two values, made distinct by less than matters. */
function distinguishable(y: Float64Array, seed: number): Float64Array {
  const distinct = new Set(y);
  if (distinct.size !== 2) return y;
  const [a, b] = distinct;
  const random = createRandom(seed, "distinguishable targets");
  return y.map((target) => target + Math.abs(a - b) * 1e-9 * (random.next() - 0.5));
}

function toPackagedMatrix({ rows, columns, values }: Matrix): PackagedMatrix {
  return PackagedMatrix.from1DArray(rows, columns, Array.from(values));
}
