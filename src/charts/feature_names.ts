import { formatName, formatNumber, formatPercent, formatShort } from "./format.ts";

/** What a feature is called and counted in, for people. */
export interface FeatureName {
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

const KNOWN: Readonly<Record<string, FeatureName>> = {
  recency_days: { label: "recency", unit: "days since the last order", format: days },
  frequency: { label: "frequency", unit: "orders", format: count("order") },
  monetary_value: { label: "total spend", unit: "currency", format: formatShort },
  average_basket_value: { label: "basket value", unit: "currency per order", format: formatShort },
  average_basket_size: { label: "basket size", unit: "items per order", format: count("item") },
  distinct_products: { label: "distinct products", unit: "products", format: count("product") },
  tenure_days: { label: "tenure", unit: "days since the first order", format: days },
  mean_days_between_purchases: { label: "time between orders", unit: "days", format: days },
  return_rate: { label: "return rate", unit: "share of orders", format: share },
  season_concentration: { label: "season concentration", unit: "share", format: share },
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
 * import { featureName } from "./feature_names.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(featureName("recency_days").format(12.3), "12 days");
 * assertEquals(featureName("weekend_share").label, "weekend share");
 * ```
 */
export function featureName(feature: string): FeatureName {
  if (Object.hasOwn(KNOWN, feature)) return KNOWN[feature];
  return { label: formatName(feature), unit: "", format: formatShort };
}
