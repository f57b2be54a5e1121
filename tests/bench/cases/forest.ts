import {
  fitRandomForestClassifier,
  predictRandomForestClassifier,
} from "../../../src/learning/trees/random_forest_classifier.ts";
import { brierScore, rocAuc } from "../../../src/metrics/classification.ts";
import type { BenchCase } from "../bench_case.ts";
import { labelledRows, readLabelledRows, writeLabelledRows } from "../labelled_rows.ts";

const COLUMNS = 10;
const SIZES: readonly [name: string, rows: number][] = [["3k", 3_000], ["100k", 100_000]];
const OPTIONS = { trees: 100, minimumLeafSize: 10, maxFeatures: "sqrt" } as const;

const forest: BenchCase = {
  title: "random forest of 100 trees, leaves of 10 rows or more, 3 of 10 features per split, " +
    "unlimited depth, on 3,000 and 100,000 rows",
  async input({ folder }) {
    for (const [name, rows] of SIZES) {
      await writeLabelledRows(`${folder}/${name}.f64`, labelledRows(rows, COLUMNS, name));
    }
    await writeLabelledRows(`${folder}/later.f64`, labelledRows(5_000, COLUMNS, "later"));
    return folder;
  },
  async run(bench, folder) {
    const later = await readLabelledRows(`${folder}/later.f64`, COLUMNS);
    for (const [name] of SIZES) {
      const { X, y } = await readLabelledRows(`${folder}/${name}.f64`, COLUMNS);
      const model = await bench.stage(
        `fit, ${name} rows`,
        () => fitRandomForestClassifier(X, y, OPTIONS),
      );
      const probabilities = await bench.stage(
        `predict, ${name} rows`,
        () => predictRandomForestClassifier(model, later.X),
      );
      bench.check(`ROC AUC, ${name} rows`, rocAuc(later.y, probabilities));
      bench.check(`Brier score, ${name} rows`, brierScore(later.y, probabilities));
    }
  },
  reach: [
    { stage: "fit, 3k rows", ratio: 1, to: "Python" },
    { stage: "fit, 100k rows", ratio: 1 / 3, to: "Python" },
  ],
  // Rows and features are drawn by other generators.
  tolerances: [[/ROC AUC/, 0.01], [/Brier/, 0.015]],
};
export default forest;
