import type { SpendModel } from "./spend_model.ts";

/**
 * How much a model of spend leans on each feature: a forest's gains, or the sizes of a regression's
 * coefficients, which are comparable since its features are standardised.
 *
 * @returns One row per feature, in the model's order; importances add up to 1.
 */
export function spendImportance(
  { features, estimator }: SpendModel,
): { feature: string; importance: number }[] {
  const sizes = estimator.kind === "random_forest_regressor"
    ? features.map((_, i) => estimator.importances?.[i] ?? 0)
    : estimator.coefficients.map(Math.abs);
  const total = sizes.reduce((sum, size) => sum + size, 0) || 1;
  return features.map((feature, i) => ({ feature, importance: sizes[i] / total }));
}
