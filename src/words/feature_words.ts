import { formatName } from "./model_names.ts";
import { formatNumber, formatPercent, formatShort } from "./numbers.ts";

/** What a feature is called and counted in, for people. */
export interface FeatureWords {
  /** Name in words. */
  readonly label: string;
  /** Unit in words, empty for plain numbers. */
  readonly unit: string;
  /** Writes a value with its unit, short enough for a cell. */
  readonly format: (value: number) => string;
}

const days = (value: number): string => `${formatNumber(value)} ${plural(value, "day")}`;
const plural = (value: number, word: string): string =>
  formatNumber(value) === "1" ? word : `${word}s`;
const count = (word: string) => (value: number): string => {
  const text = value >= 1000
    ? formatShort(value)
    : formatNumber(value, value % 1 && value < 10 ? 1 : 0);
  return `${text} ${text === "1" ? word : `${word}s`}`;
};
const share = (value: number): string => formatPercent(value);

/** A figure between −1 and 1, with its sign. */
const signed = (value: number): string => `${value > 0 ? "+" : ""}${formatNumber(value, 2)}`;

const KNOWN: Readonly<Record<string, FeatureWords>> = {
  recency_days: { label: "recency", unit: "days since the last order", format: days },
  frequency: { label: "frequency", unit: "orders", format: count("order") },
  monetary_value: { label: "total spend", unit: "currency", format: formatShort },
  net_monetary_value: { label: "spend after returns", unit: "currency", format: formatShort },
  average_basket_value: { label: "basket value", unit: "currency per order", format: formatShort },
  average_basket_size: { label: "basket size", unit: "items per order", format: count("item") },
  distinct_products: { label: "distinct products", unit: "products", format: count("product") },
  tenure_days: { label: "tenure", unit: "days since the first order", format: days },
  mean_days_between_purchases: { label: "time between orders", unit: "days", format: days },
  spread_of_days_between_purchases: {
    label: "spread of time between orders",
    unit: "days",
    format: days,
  },
  purchase_regularity: {
    label: "regularity",
    unit: "1 is clockwork, ½ chance",
    format: (value) => formatNumber(value, 2),
  },
  recency_to_gap: {
    label: "recency to gap",
    unit: "above 1 is overdue",
    format: (value) => formatNumber(value, 1),
  },
  return_rate: { label: "return rate", unit: "share of spend", format: share },
  season_concentration: { label: "season concentration", unit: "share", format: share },
  weekend_share: { label: "weekend orders", unit: "share of orders", format: share },
  evening_share: { label: "evening orders", unit: "share of orders", format: share },
  purchases_last_90_days: { label: "recent orders", unit: "last 90 days", format: count("order") },
  spend_last_90_days: {
    label: "recent spend",
    unit: "currency, last 90 days",
    format: formatShort,
  },
  spend_previous_90_days: {
    label: "earlier spend",
    unit: "currency, previous 90 days",
    format: formatShort,
  },
  spend_trend: { label: "spend trend", unit: "−1 to 1, last 90 days", format: signed },
  active_months: { label: "active months", unit: "months", format: count("month") },
};

/**
 * Says what a feature is called and counted in.
 *
 * @param feature Name of the column, such as `recency_days`.
 * @returns Name, unit and format in human units; an unknown feature keeps its own words, and its
 * values are written shortly.
 *
 * @example
 * ```ts
 * import { featureWords } from "./feature_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(featureWords("recency_days").format(12.3), "12 days");
 * assertEquals(featureWords("spend_trend").format(1 / 3), "+0.33");
 * assertEquals(featureWords("shoe_size").label, "shoe size");
 * ```
 */
export function featureWords(feature: string): FeatureWords {
  if (Object.hasOwn(KNOWN, feature)) return KNOWN[feature];
  return { label: formatName(feature), unit: "", format: formatShort };
}
