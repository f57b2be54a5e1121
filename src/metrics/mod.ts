/**
 * Metrics: free functions over arrays.
 *
 * @module
 */
export { silhouetteSamples, silhouetteScores } from "./silhouette.ts";
export {
  adjustedRandIndex,
  calinskiHarabasz,
  clusterJaccard,
  daviesBouldin,
} from "./clustering.ts";
export {
  accuracy,
  averagePrecision,
  brierScore,
  calibrationCurve,
  confusionMatrix,
  expectedCalibrationError,
  f1,
  type LiftRow,
  liftTable,
  logLoss,
  precision,
  recall,
  rocAuc,
  rocCurve,
} from "./classification.ts";
export { bootstrapIntervals, type BootstrapOptions, type Interval } from "./intervals.ts";
export { mae, mse, r2, rmse, spearman, topCapture } from "./regression.ts";
export {
  averagePrecisionAt,
  catalogueCoverage,
  hitRateAt,
  listDiversity,
  ndcgAt,
  novelty,
  precisionAt,
  recallAt,
} from "./ranking.ts";
