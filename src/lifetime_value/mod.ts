/**
 * Lifetime value: purchase models, expected spend, what customers are worth.
 *
 * @module
 */
export { type ExpectedRevenue, expectedRevenue } from "./spend/expected_revenue.ts";
export { purchaseMatrix, type PurchaseMatrixCell } from "./purchase_matrix.ts";
export { fitSpendModel, predictSpend, type SpendModel } from "./spend/spend_model.ts";
export { repeatPurchaseSummary } from "./repeat_purchase_summary.ts";
export { type CustomerBase, customerBase } from "./models/customer_base.ts";
export type { PurchaseModel } from "./models/purchase_model.ts";
export { fitNbd } from "./models/nbd.ts";
export { fitBetaGeoNbd } from "./models/beta_geo_nbd.ts";
export { fitModifiedBetaGeoNbd } from "./models/modified_beta_geo_nbd.ts";
export { fitParetoNbd } from "./models/pareto_nbd.ts";
export { choosePurchaseModel, type PurchaseModelChoice } from "./models/choose_purchase_model.ts";
export { purchaseDiagnostics } from "./models/purchase_diagnostics.ts";
export { probabilityAlive } from "./models/probability_alive.ts";
export { expectedPurchases } from "./models/expected_purchases.ts";
export { purchaseCountProbability } from "./models/purchase_count_probability.ts";
export { expectedSpend, fitGammaGamma, type GammaGammaModel } from "./models/gamma_gamma.ts";
export { spendDiagnostics } from "./models/spend_diagnostics.ts";
export { type PurchaseBacktest, purchaseBacktest } from "./purchase_backtest.ts";
export { lifetimeValue, type LifetimeValueOptions, type LifetimeValues } from "./lifetime_value.ts";
