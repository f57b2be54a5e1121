/**
 * Shopper Spectrum: one namespace per room, in the order in which data walks through them. Each room is
 * an entry of its own, too, such as `@shopper/spectrum/transactions`.
 *
 * @module
 */
/** Transactions: read a file, map its columns, clean its lines, account for every one. */
export * as transactions from "./transactions/mod.ts";
/** Exploration: what the shop sold, when, where and to whom. */
export * as exploration from "./exploration/mod.ts";
/** Customers: the snapshot, features, RFM, and what came after. */
export * as customers from "./customers/mod.ts";
/** Segmentation: how many kinds of customers there are, who is which, who moved. */
export * as segmentation from "./segmentation/mod.ts";
/** Prediction: who will leave, who will spend most, whom to contact. */
export * as prediction from "./prediction/mod.ts";
/** Lifetime value: purchase models, expected spend, what customers are worth. */
export * as lifetime_value from "./lifetime_value/mod.ts";
/** Forecast: the revenue of the coming months. */
export * as forecast from "./forecast/mod.ts";
/** Recommendation: what to offer to whom. */
export * as recommendation from "./recommendation/mod.ts";
/** Figures: rows in; SVG, caption and table out. */
export * as figures from "./figures/mod.ts";
/** Report: the whole page from the results of a run. */
export * as report from "./report/mod.ts";
/** Pipeline: open a shop, run every stage, write what it leaves behind. */
export * as pipeline from "./pipeline/mod.ts";
/** Backtest: rolling origins and one rule of selection. */
export * as backtest from "./backtest/mod.ts";
/** Learning: estimators over typed arrays, with npm packages behind the same contracts. */
export * as learning from "./learning/mod.ts";
/** Metrics: free functions over arrays. */
export * as metrics from "./metrics/mod.ts";
/** Frames: columns, days and errors, for every room. */
export * as frames from "./frames/mod.ts";
/** Numeric: matrices, quantiles, seeded random numbers. */
export * as numeric from "./numeric/mod.ts";
