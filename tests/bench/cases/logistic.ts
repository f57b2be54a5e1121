import {
  fitLogisticRegression,
  predictLogisticRegression,
} from "../../../src/learning/logistic_regression.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../../src/learning/standard_scaler.ts";
import { logLoss } from "../../../src/metrics/log_loss.ts";
import { rocAuc } from "../../../src/metrics/roc_auc.ts";
import type { BenchCase } from "../bench_case.ts";
import { labelledRows, readLabelledRows, writeLabelledRows } from "../labelled_rows.ts";

const COLUMNS = 15;
const SIZES: readonly [name: string, rows: number][] = [["3k", 3_000], ["100k", 100_000]];

const logistic: BenchCase = {
  title: "logistic regression of 15 standardised features, C = 1, on 3,000 and 100,000 rows",
  async input({ folder }) {
    for (const [name, rows] of SIZES) {
      const { X, y } = labelledRows(rows, COLUMNS, name);
      const scaled = transformStandardScaler(fitStandardScaler(X), X);
      await writeLabelledRows(`${folder}/${name}.f64`, { X: scaled, y });
    }
    return folder;
  },
  async run(bench, folder) {
    for (const [name] of SIZES) {
      const { X, y } = await readLabelledRows(`${folder}/${name}.f64`, COLUMNS);
      const model = await bench.stage(`fit, ${name} rows`, () => fitLogisticRegression(X, y));
      const probabilities = predictLogisticRegression(model, X);
      bench.check(`ROC AUC, ${name} rows`, rocAuc(y, probabilities));
      bench.check(`log loss, ${name} rows`, logLoss(y, probabilities));
      bench.check(`first coefficient, ${name} rows`, model.coefficients[0]);
    }
  },
  reach: SIZES.map(([name]) => ({ stage: `fit, ${name} rows`, ratio: 1, to: "Python" })),
  // scikit-learn's default solver stops when its gradient is below 1e-4.
  tolerances: [[/ROC AUC/, 1e-5], [/log loss/, 1e-6], [/coefficient/, 1e-3]],
};
export default logistic;
