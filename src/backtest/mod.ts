/**
 * Backtest: rolling origins and one rule of selection.
 *
 * @module
 */
export { type TimeSplit, timeSplit } from "./time_split.ts";
export { type Origin, rollingOrigins } from "./rolling_origins.ts";
