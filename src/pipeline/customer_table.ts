import pl, { type DataFrame } from "nodejs-polars";
import { resultOf } from "../frames/attempt.ts";
import { customerNet } from "../transactions/cleaning/customer_net.ts";
import type { StagesRun } from "./stages.ts";

/** Columns that a stage without enough data leaves empty, and whether they hold text. */
const STAGE_COLUMNS: Readonly<Record<string, keyof typeof TYPES>> = {
  cluster: "whole",
  segment: "text",
  churn_probability: "number",
  high_spend_probability: "number",
  purchase_probability: "number",
  expected_revenue: "number",
  expected_revenue_low: "number",
  expected_revenue_high: "number",
  reconciled_revenue: "number",
  lifetime_value: "number",
  lifetime_value_low: "number",
  lifetime_value_high: "number",
  probability_alive: "number",
  expected_purchases: "number",
  contact: "flag",
  contact_value: "number",
  churn_reasons: "text",
};

/**
 * Puts all that was found out of each customer side by side.
 *
 * @returns One row per customer, sorted by `customer_id`: features, RFM scores and segment,
 * `net_revenue` (purchases less returns, each at its own value), cluster and segment, probabilities,
 * expected spend and lifetime value with intervals, whether to contact
 * the customer, what that is worth, and why; columns of a stage without enough data are null.
 */
export function customerTable(run: StagesRun): DataFrame {
  const parts = [
    resultOf(run.segmentation)?.customers,
    resultOf(run.predictions)?.scores,
    run.unmeasured?.scores,
    resultOf(run.revenue)?.values,
    resultOf(run.forecast)?.values,
    resultOf(run.lifetime)?.values,
    resultOf(run.decision)?.values,
  ].filter((part) => part !== undefined);
  const joined = [customerNet(run.shop), ...parts].reduce(
    (table, part) => table.join(part, { on: "customer_id", how: "left" }),
    run.customers,
  );
  const missing = Object.entries(STAGE_COLUMNS)
    .filter(([name]) => !joined.columns.includes(name))
    .map(([name, type]) => pl.lit(null).cast(TYPES[type]).alias(name));
  return joined.withColumns(...missing)
    .select(...run.customers.columns, "net_revenue", ...Object.keys(STAGE_COLUMNS))
    .sort("customer_id");
}

const TYPES = { text: pl.Utf8, whole: pl.Int32, number: pl.Float64, flag: pl.Bool };
