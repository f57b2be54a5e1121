import type { LiftChartRow } from "../../src/figures/models/lift_chart.ts";
import type { PartialDependenceRow } from "../../src/figures/models/partial_dependence_chart.ts";
import type { ProfitChartRow } from "../../src/figures/models/profit_curve_chart.ts";

/** Four groups of 100 customers, 120 positives in all, by a model and by chance. */
export const gains: LiftChartRow[] = [
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
export const profits: ProfitChartRow[] = Array.from({ length: 11 }, (_, i) => ({
  share: i / 10,
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
  })),
  ...[-1, 0, 0.5, 1].map((value) => ({
    feature: "spend_trend",
    value,
    probability: 0.4 - value / 20,
    low: 0.2,
    high: 0.7,
  })),
];
