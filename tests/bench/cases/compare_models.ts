import { noPurchaseBaseline } from "../../../src/pipeline/no_purchase_baseline.ts";
import { rememberFeatures } from "../../../src/customers/features/remember_features.ts";
import { CLASSIFICATION_TASKS } from "../../../src/prediction/selection/classification_tasks.ts";
import { predictCustomers, predictionTask } from "../../../src/prediction/predict_customers.ts";
import type { BenchCase } from "../bench_case.ts";
import { readAndClean } from "../read_and_clean.ts";

const HORIZON_DAYS = 91;

const compareModels: BenchCase = {
  title: "churn and high spend, all models but the npm packages: features of every snapshot, " +
    "features, hyperparameters, calibration and family chosen on earlier periods, three test dates, " +
    "intervals, importance (Python: 15 of the features, and no BG/NBD beside the models)",
  async run(bench, path) {
    const clean = await readAndClean(bench, path);
    const { first_date: firstDate, last_date: asOf } = clean.audit;
    const predictions = await bench.stage("compare all models", () => {
      const featuresAt = rememberFeatures(clean);
      return predictCustomers(clean, featuresAt(asOf), {
        ...{ asOf, firstDate, horizonDays: HORIZON_DAYS, featuresAt, packages: [] },
        baselines: [noPurchaseBaseline(HORIZON_DAYS)],
      });
    });
    for (const name of CLASSIFICATION_TASKS) {
      const { comparison, origins } = predictionTask(predictions, name);
      const words = name.replace("_", " ");
      bench.check(`test dates, ${words}`, origins.length);
      bench.check(`customers, ${words}`, comparison.customers);
      bench.check(`rate, ${words}`, comparison.positive_rate);
      for (const { model, roc_auc } of comparison.models) {
        if (model !== "prevalence" && model !== "bg_nbd") {
          bench.check(`ROC AUC, ${words}, ${model.replace("_", " ")}`, roc_auc);
        }
      }
    }
  },
  reach: [{ stage: "compare all models", seconds: 10 }],
  // Features and trees differ; rules do not.
  tolerances: [[/ROC AUC.*rule/, 1e-6], [/ROC AUC/, 0.03]],
};
export default compareModels;
