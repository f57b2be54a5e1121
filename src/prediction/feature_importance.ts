import type { DataFrame } from "nodejs-polars";
import pl from "nodejs-polars";
import { rocAuc } from "../metrics/roc_auc.ts";
import { createRandom } from "../numeric/random.ts";
import { numberColumn } from "../transactions/columns.ts";
import type { LabelledCustomers } from "./compare_classifiers.ts";
import { type CustomerClassifier, predictCustomerClassifier } from "./customer_classifier.ts";

/** How much a model's ROC AUC falls when a feature is shuffled among the customers. */
export interface ImportanceRow {
  readonly feature: string;
  /** Mean fall of the ROC AUC; about 0 for a feature that the model does not need. */
  readonly importance: number;
}

/**
 * Permutation importance: shuffles one feature at a time and measures what the model loses.
 *
 * Source: Breiman, "Random Forests" (2001), section 10; measured on customers, not on training rows
 * alone, it does not favour features with many values.
 *
 * @param model A fitted classifier.
 * @param customers Features and labels to measure on.
 * @param seed Seeds the shuffles.
 * @param repeats Shuffles per feature.
 * @returns One row per feature, the most important first.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitCustomerClassifier } from "./customer_classifier.ts";
 * import { featureImportance } from "./feature_importance.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const features = pl.DataFrame({ recency_days: [1, 2, 3, 90, 91, 92], frequency: [2, 2, 2, 2, 2, 2] });
 * const labels = Uint8Array.of(0, 0, 0, 1, 1, 1);
 * const model = fitCustomerClassifier(features, labels, {
 *   family: "logistic_regression", features: ["recency_days", "frequency"],
 * });
 * const [first, last] = featureImportance(model, { features, labels }, 42);
 * assertEquals([first.feature, last.importance], ["recency_days", 0]);
 * ```
 */
export function featureImportance(
  model: CustomerClassifier,
  customers: LabelledCustomers,
  seed: number,
  repeats = 3,
): ImportanceRow[] {
  const auc = (features: DataFrame) =>
    rocAuc(customers.labels, predictCustomerClassifier(model, features));
  const whole = auc(customers.features);
  return model.features
    .map((feature) => {
      const values = numberColumn(customers.features, feature);
      let shuffled = 0;
      for (let repeat = 0; repeat < repeats; repeat++) {
        const random = createRandom(seed, `importance of ${feature} ${repeat}`);
        const column = pl.Series(
          feature,
          Float64Array.from(random.shuffle([...values])),
          pl.Float64,
        );
        shuffled += auc(customers.features.withColumns(column)) / repeats;
      }
      return { feature, importance: whole - shuffled };
    })
    .sort((a, b) => b.importance - a.importance || (a.feature < b.feature ? -1 : 1));
}
