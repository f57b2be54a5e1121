import {
  fitLogisticRegression,
  predictLogisticRegression,
} from "../../../src/learning/linear/logistic_regression.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../../src/learning/preparation/standard_scaler.ts";
import { logLoss, rocAuc } from "../../../src/metrics/classification.ts";
import type { BenchCase } from "../bench_case.ts";
import { labelledRows, readLabelledRows, writeLabelledRows } from "../labelled_rows.ts";

const COLUMNS = 15;
const SIZES: readonly [name: string, rows: number][] = [["3k", 3_000], ["100k", 100_000]];
/** On 3,000 rows the penalty is chosen among ten, 10⁻³ … 10³ (l2 = 1 / C). */
const PENALTIES = Array.from({ length: 10 }, (_, i) => 10 ** (i * 6 / 9 - 3));

const logistic: BenchCase = {
  title:
    "logistic regression of 15 standardised features: ten penalties on 3,000 rows, and C = 1 on 100,000",
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
      const penalties = name === "3k" ? PENALTIES : [1];
      const models = await bench.stage(
        `fit, ${name} rows`,
        () => penalties.map((l2) => fitLogisticRegression(X, y, { l2 })),
      );
      models.forEach((model, i) => {
        const probabilities = predictLogisticRegression(model, X);
        bench.check(`ROC AUC, ${name} rows, ${i}`, rocAuc(y, probabilities));
        bench.check(`log loss, ${name} rows, ${i}`, logLoss(y, probabilities));
        bench.check(`first coefficient, ${name} rows, ${i}`, model.coefficients[0]);
      });
    }
  },
  reach: SIZES.map(([name]) => ({ stage: `fit, ${name} rows`, ratio: 1, to: "Python" })),
  // scikit-learn's default solver stops when its gradient is below 1e-4.
  tolerances: [[/ROC AUC/, 1e-4], [/log loss/, 1e-5], [/coefficient/, 1e-3]],
};
export default logistic;
