/** Writes the median of a segment and that of everyone as one phrase. */
type Phrase = (own: number, everyone: number) => string;

/** How each feature is said; what nearly repeats another feature is left out. */
const PHRASES: Readonly<Record<string, Phrase>> = {
  monetary_value: (own, everyone) =>
    own > 0 && everyone > 0
      ? `spends ${factor(own / everyone)} × the typical customer`
      : `spends ${amount(own)} against ${amount(everyone)}`,
  frequency: (own, everyone) => `${counted(own, "order")} against ${amount(everyone)}`,
  recency_days: (own, everyone) =>
    `last order ${counted(own, "day")} ago against ${amount(everyone)}`,
  average_basket_value: (own, everyone) =>
    `orders worth ${amount(own)} against ${amount(everyone)}`,
  average_basket_size: (own, everyone) =>
    `${counted(own, "piece")} an order against ${amount(everyone)}`,
  distinct_products: (own, everyone) =>
    `${counted(own, "different product")} against ${amount(everyone)}`,
  tenure_days: (own, everyone) =>
    `first order ${counted(own, "day")} ago against ${amount(everyone)}`,
  mean_days_between_purchases: (own, everyone) =>
    `${counted(own, "day")} between orders against ${amount(everyone)}`,
  return_rate: (own, everyone) =>
    `${percent(own)} of the value returned against ${percent(everyone)}`,
  season_concentration: (own, everyone) =>
    `season concentration ${percent(own)} against ${percent(everyone)}`,
  weekend_share: (own, everyone) =>
    `${percent(own)} of the orders at weekends against ${percent(everyone)}`,
  evening_share: (own, everyone) =>
    `${percent(own)} of the orders in the evening against ${percent(everyone)}`,
};

/** The features that {@linkcode traitWords} has a phrase of its own for. */
export const TRAIT_FEATURES: readonly string[] = Object.keys(PHRASES);

/**
 * Says how a segment differs from everyone in one feature.
 *
 * @param feature Name of the column.
 * @param own Median of the segment.
 * @param everyone Median of all customers.
 * @param effect Effect size against the others: medians may be equal where the customers are not.
 * @returns A phrase such as `last order 21 days ago against 51`.
 *
 * @example
 * ```ts
 * import { traitWords } from "./trait_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(traitWords("monetary_value", 420, 100, 0.9), "spends 4.2 × the typical customer");
 * assertEquals(traitWords("frequency", 1, 1, -0.4), "1 order against 1, though mostly lower");
 * ```
 */
export function traitWords(
  feature: string,
  own: number,
  everyone: number,
  effect: number,
): string {
  const phrase = Object.hasOwn(PHRASES, feature) ? PHRASES[feature] : general(feature);
  const words = phrase(own, everyone);
  if (own !== everyone || effect === 0) return words;
  return `${words}, though mostly ${effect < 0 ? "lower" : "higher"}`;
}

function general(feature: string): Phrase {
  const words = feature.replaceAll("_", " ");
  return (own, everyone) => `${words} ${amount(own)} against ${amount(everyone)}`;
}

function amount(value: number): string {
  const maximumFractionDigits = Math.abs(value) < 10 ? 1 : 0;
  return value.toLocaleString("en-GB", { maximumFractionDigits });
}

function counted(value: number, noun: string): string {
  const text = amount(value);
  return `${text} ${text === "1" ? noun : `${noun}s`}`;
}

function factor(ratio: number): string {
  const maximumSignificantDigits = 2;
  return ratio.toLocaleString("en-GB", { maximumSignificantDigits });
}

function percent(share: number): string {
  return `${amount(100 * share)} %`;
}
