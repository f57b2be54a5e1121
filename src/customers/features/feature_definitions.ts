/** Definition of a customer feature, for people and for whoever computes it elsewhere. */
export interface FeatureDefinition {
  /** Name of the column. */
  readonly name: string;
  /** How it is computed, from lines strictly before the snapshot. */
  readonly formula: string;
  readonly unit: string;
  /** What it tells about a customer. */
  readonly reason: string;
  /** The rule where the formula has no answer; no feature is ever missing. */
  readonly missing: string;
  /** How distances are best taken: `log` for factors (all values ≥ 0), `linear` for shares. */
  readonly scale: "log" | "linear";
}

const NEVER = "every customer has bought before the snapshot";

/**
 * The features of a customer at a snapshot, in the order of the table's columns.
 *
 * Purchase days are the days with an order; an order happens when its first line does.
 *
 * @example
 * ```ts
 * import { FEATURE_DEFINITIONS } from "./feature_definitions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const trend = FEATURE_DEFINITIONS.find(({ name }) => name === "spend_trend");
 * assertEquals(trend?.missing, "0 where nothing was spent in either");
 * ```
 */
export const FEATURE_DEFINITIONS = [
  {
    name: "recency_days",
    formula: "whole days from the last purchase to the snapshot",
    unit: "days",
    reason: "recent customers are the most likely to buy again",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "frequency",
    formula: "number of purchase invoices",
    unit: "orders",
    reason: "a habit shows in the number of orders, not in their size",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "monetary_value",
    formula: "sum of revenue, returns not deducted",
    unit: "currency",
    reason: "what the customer was willing to spend",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "net_monetary_value",
    formula: "monetary_value − value returned",
    unit: "currency",
    reason: "what the shop kept",
    missing: "0 where more was returned than bought: the purchase predates the file",
    scale: "log",
  },
  {
    name: "average_basket_value",
    formula: "monetary_value ÷ frequency",
    unit: "currency per order",
    reason: "tells large orders from many orders",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "average_basket_size",
    formula: "items bought ÷ frequency",
    unit: "items per order",
    reason: "tells expensive products from many products: trade customers buy by the box",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "distinct_products",
    formula: "number of different products bought",
    unit: "products",
    reason: "breadth of interest, and room for recommendations",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "tenure_days",
    formula: "whole days from the first purchase to the snapshot",
    unit: "days",
    reason: "how long the customer has had to order",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "mean_days_between_purchases",
    formula: "days from first to last purchase day ÷ (purchase days − 1)",
    unit: "days",
    reason: "the customer's own rhythm, to judge a pause by",
    missing: "tenure_days with one purchase day: the gap is at least that long",
    scale: "log",
  },
  {
    name: "spread_of_days_between_purchases",
    formula: "sample standard deviation of the days between neighbouring purchase days",
    unit: "days",
    reason: "how reliable that rhythm is",
    missing: "mean_days_between_purchases with fewer than three purchase days: the standard " +
      "deviation equals the mean for random (Poisson) purchases",
    scale: "log",
  },
  {
    name: "purchase_regularity",
    formula: "1 ÷ (1 + spread_of_days_between_purchases ÷ mean_days_between_purchases)",
    unit: "0 to 1",
    reason: "1 like clockwork, ½ at random, less in bursts",
    missing: "½ with fewer than three purchase days",
    scale: "linear",
  },
  {
    name: "recency_to_gap",
    formula: "recency_days ÷ (1 + mean_days_between_purchases)",
    unit: "ratio",
    reason: "above 1 the next purchase is overdue",
    missing: NEVER,
    scale: "log",
  },
  {
    name: "return_rate",
    formula: "value returned ÷ monetary_value",
    unit: "share",
    reason: "spend that is refunded, and work for the shop",
    missing: "0 without returns, 1 where more was returned than bought",
    scale: "linear",
  },
  {
    name: "season_concentration",
    formula:
      "(largest share of spend in three consecutive months of the year × frequency + ¼ × 4) " +
      "÷ (frequency + 4)",
    unit: "share",
    reason: "seasonal buyers are best contacted before their season",
    missing: "shrunk towards an even ¼ by four prior orders, so that one order makes no season",
    scale: "linear",
  },
  {
    name: "weekend_share",
    formula: "orders on a Saturday or Sunday ÷ frequency",
    unit: "share",
    reason: "leisure or office: when to contact",
    missing: NEVER,
    scale: "linear",
  },
  {
    name: "evening_share",
    formula: "orders at or after 18:00 ÷ frequency",
    unit: "share",
    reason: "at home or at work: when to contact",
    missing: "0 in a file whose dates have no time of day",
    scale: "linear",
  },
  {
    name: "purchases_last_90_days",
    formula: "purchase invoices in the 90 days before the snapshot",
    unit: "orders",
    reason: "what the customer does now",
    missing: "0 without any",
    scale: "log",
  },
  {
    name: "spend_last_90_days",
    formula: "revenue in the 90 days before the snapshot",
    unit: "currency",
    reason: "what the customer spends now",
    missing: "0 without purchases",
    scale: "log",
  },
  {
    name: "spend_previous_90_days",
    formula: "revenue from 180 to 90 days before the snapshot",
    unit: "currency",
    reason: "the baseline for recent spend",
    missing: "0 without purchases",
    scale: "log",
  },
  {
    name: "spend_trend",
    formula: "(last − previous) ÷ (last + previous), of the spend in 90 days",
    unit: "−1 to 1",
    reason: "growing or fading; a doubling is ⅓, whatever the customer's size",
    missing: "0 where nothing was spent in either",
    scale: "linear",
  },
  {
    name: "active_months",
    formula: "number of calendar months with a purchase",
    unit: "months",
    reason: "tells a long habit from one busy week",
    missing: NEVER,
    scale: "log",
  },
] as const satisfies readonly FeatureDefinition[];
