import type { GainsRow } from "../../../src/figures/models/gains_and_lift.ts";
import type { PartialDependenceRow } from "../../../src/prediction/explanation/partial_dependence.ts";
import type { ProfitCurveRow } from "../../../src/prediction/targeting/profit_curve.ts";

/** Four groups of 100 customers, 120 positives in all, by a model and by chance. */
export const gains: GainsRow[] = [
  ...[60, 36, 18, 6].map((positives, i) => ({ model: "random_forest", positives, i })),
  ...[30, 30, 30, 30].map((positives, i) => ({ model: "prevalence", positives, i })),
].map(({ model, positives, i }) => ({
  model,
  group: i + 1,
  customers: 100,
  positives,
  lift: positives / 30,
  cumulative_gain: model === "prevalence" ? (i + 1) / 4 : [0.5, 0.8, 0.95, 1][i],
}));

/** A campaign that pays up to three customers of ten. */
export const profits: ProfitCurveRow[] = Array.from({ length: 11 }, (_, i) => ({
  share: i / 10,
  customers: 10 * i,
  threshold: 1 - i / 12,
  profit: 1000 * (i * 6 - i ** 2),
  realised_profit: 900 * (i * 6 - i ** 2) - 300,
}));

/** Two features, one over a wide range, one between −1 and 1. */
export const dependence: PartialDependenceRow[] = [
  ...[20, 90, 450, 2600, 40_000].map((value, i) => ({
    feature: "monetary_value",
    value,
    probability: 0.6 - i / 10,
    low: 0.5 - i / 10,
    high: 0.7 - i / 10,
  })),
  ...[-1, 0, 0.5, 1].map((value) => ({
    feature: "spend_trend",
    value,
    probability: 0.4 - value / 20,
    low: 0.2,
    high: 0.7,
  })),
];
