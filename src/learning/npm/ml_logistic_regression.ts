import PackagedLogisticRegression from "ml-logistic-regression";
import { Matrix as PackagedMatrix } from "ml-matrix";
import type { Matrix } from "../../numeric/matrix.ts";
import type { LogisticFit } from "../linear/logistic_loss.ts";
import { sampleRowsOfBothClasses } from "../preparation/sample_rows.ts";
import { fitStandardScaler, transformStandardScaler } from "../preparation/standard_scaler.ts";

/** What takes about two and a half seconds: rows × (columns + 22) × steps, as measured. */
const WORK = 2.5e7;
const MAXIMUM_ROWS = 3000;

/**
 * Fits a logistic regression by the npm package `ml-logistic-regression`, made safe.
 *
 * The package is plain gradient descent of fixed length on the summed loss, without an intercept
 * or a penalty. Here the features are standardised and given a column of ones, and the step is one
 * over the largest curvature that the loss can have, with which descent cannot diverge. The weights
 * are turned back into the features' units, so that one `predictLogisticRegression` serves both
 * engines.
 *
 * @param y Classes, 0 or 1, one per row.
 * @param options Steps at most, and the seed of the sample where there are too many rows.
 * @returns The coefficients; their notes say what was capped.
 */
export function mlLogisticRegression(
  X: Matrix,
  y: ArrayLike<number>,
  options: { readonly maxIterations: number; readonly seed: number },
): LogisticFit {
  const sample = sampleRowsOfBothClasses(X, y, MAXIMUM_ROWS, options.seed);
  const scaler = fitStandardScaler(sample.X);
  const design = withOnes(transformStandardScaler(scaler, sample.X));
  const affordable = Math.max(1, Math.floor(WORK / (design.rows * (design.columns + 22))));
  const steps = Math.min(options.maxIterations, affordable);

  const packaged = new PackagedLogisticRegression({
    numSteps: steps,
    learningRate: 4 / largestEigenvalue(design),
  });
  packaged.train(design, PackagedMatrix.columnVector(Array.from(sample.y)));
  // One model per class against the rest: the first one's target is "not class 0", so class 1.
  const weights: number[] = packaged.classifiers[0].weights.to1DArray();

  const coefficients = weights.slice(1).map((weight, j) => weight / scaler.scales[j]);
  return {
    intercept: coefficients.reduce((sum, c, j) => sum - c * scaler.means[j], weights[0]),
    coefficients,
    iterations: steps,
    converged: false,
    ...(sample.X.rows < X.rows ? { sampleRows: sample.X.rows } : {}),
    notes: [
      `Gradient descent of ${steps} steps, without a penalty and without a test of convergence.`,
      ...(steps < options.maxIterations
        ? [`Capped at ${steps} of ${options.maxIterations} steps: more would take too long.`]
        : []),
      ...(sample.X.rows < X.rows
        ? [`Fitted on a random sample of ${sample.X.rows} of ${X.rows} rows.`]
        : []),
    ],
  };
}

function withOnes({ rows, columns, values }: Matrix): PackagedMatrix {
  const design = PackagedMatrix.ones(rows, columns + 1);
  for (let i = 0; i < values.length; i++) {
    design.set(Math.floor(i / columns), i % columns + 1, values[i]);
  }
  return design;
}

/**
 * The largest eigenvalue of XᵀX is at most the largest sum of absolute values in one of its rows
 * (Gershgorin); a quarter of it bounds the curvature of the summed loss.
 */
function largestEigenvalue(design: PackagedMatrix): number {
  const gram = design.transpose().mmul(design);
  return Math.max(...gram.to2DArray().map((row) => row.reduce((sum, x) => sum + Math.abs(x), 0)));
}
