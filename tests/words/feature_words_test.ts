import { assert, assertEquals } from "@std/assert";
import { CUSTOMER_FEATURES } from "../../src/customers/features/customer_features.ts";
import {
  featureWords,
  themeOf,
  themeWords,
  TRAIT_FEATURES,
  traitWords,
} from "../../src/words/feature_words.ts";

const TYPICAL = {
  recency_days: 51,
  frequency: 2,
  tenure_days: 250,
  mean_days_between_purchases: 60,
  spend_last_90_days: 200,
  spend_previous_90_days: 100,
  monetary_value: 600,
  average_basket_value: 300,
  distinct_products: 35,
  season_concentration: 0.5,
};

function say(theme: string, own: Record<string, number>, currency?: string): string {
  const features = CUSTOMER_FEATURES.filter((feature) => themeOf(feature) === theme);
  return themeWords(features, { ...TYPICAL, ...own }, TYPICAL, currency);
}

Deno.test("themeWords: silence is judged by the customer's own rhythm", () => {
  const regular = { recency_days: 140, mean_days_between_purchases: 31, frequency: 6 };
  assertEquals(say("silence", regular), "no order for 140 days; used to order every 31 days");
  assertEquals(
    say("silence", { ...regular, recency_days: 20 }),
    "last order 20 days ago; orders every 31 days",
  );
  assertEquals(say("silence", { ...regular, recency_days: 1 }).slice(0, 19), "last order 1 day ag");
  assertEquals(
    say("silence", { ...regular, recency_days: 9, mean_days_between_purchases: 1 }),
    "no order for 9 days; used to order nearly every day",
  );
  const once = { recency_days: 140, mean_days_between_purchases: 140, tenure_days: 140 };
  assertEquals(say("silence", { ...once, frequency: 1 }), "no order for 140 days");
  assertEquals(say("silence", { ...once, frequency: 2 }), "no order for 140 days");
  const lately = { recency_days: 17, tenure_days: 17, mean_days_between_purchases: 17 };
  assertEquals(say("silence", { ...lately, frequency: 1 }), "last order 17 days ago");
});

Deno.test("themeWords: spend beside the typical customer, or beside the customer's own past", () => {
  const spent = (now: number, before: number) =>
    say("recent spend", { spend_last_90_days: now, spend_previous_90_days: before });
  assertEquals(spent(3200, 3000), "spent 3,200 in the last 90 days, 16 × the typical customer");
  assertEquals(spent(1000, 900), "spent 1,000 in the last 90 days, 5 × the typical customer");
  assertEquals(spent(250, 200), "spent 250 in the last 90 days");
  assertEquals(spent(20, 0), "spent 20 in the last 90 days, typically 200");
  assertEquals(spent(300, 900), "spent 300 in the last 90 days, 900 in the 90 before");
  assertEquals(spent(0, 900), "nothing spent in the last 90 days, 900 in the 90 before");
  assertEquals(spent(0, 0), "nothing spent in the last 180 days");
  assertEquals(
    say("spend", { monetary_value: 3000 }),
    "spent 3,000 in total, 5 × the typical customer",
  );
  assertEquals(say("spend", { average_basket_value: 30 }), "orders worth 30, typically 300");
});

Deno.test("themeWords: habit, breadth, returns and season", () => {
  assertEquals(say("habit", { frequency: 1 }), "only one order so far");
  assertEquals(
    say("habit", { frequency: 12, tenure_days: 340 }),
    "12 orders in 340 days, 6 × the typical customer",
  );
  assertEquals(
    say("breadth", { distinct_products: 1 }),
    "bought 1 different product, typically 35",
  );
  assertEquals(say("returns", { return_rate: 0 }), "returned nothing");
  assertEquals(say("weekends", { weekend_share: 0 }), "no orders at weekends");
  assertEquals(say("evenings", { evening_share: 0.25 }), "25\u00a0% of orders in the evening");
  assertEquals(say("returns", { return_rate: 0.12 }), "returned 12\u00a0% of spend");
  assertEquals(
    say("season", { season_concentration: 0.8 }),
    "buys in one season (season concentration 80\u00a0%)",
  );
});

Deno.test("themeWords: amounts carry the currency where it is known", () => {
  assertEquals(say("spend", { average_basket_value: 30 }, "£"), "orders worth £30, typically £300");
  assertEquals(
    say("recent spend", { spend_last_90_days: 0, spend_previous_90_days: 900 }, "GBP"),
    "nothing spent in the last 90 days, 900\u00a0GBP in the 90 before",
  );
});

Deno.test("themeWords: a missing value is said to be unknown", () => {
  const own = { recency_days: NaN, recency_to_gap: 2 };
  assertEquals(themeWords(Object.keys(own), own, {}), "recency unknown, overdue ratio 2.0");
  assertEquals(
    themeWords(["monetary_value"], { monetary_value: NaN }, TYPICAL),
    "total spend unknown",
  );
});

Deno.test("featureWords: every customer feature has a label, a theme, and a written value", () => {
  for (const feature of CUSTOMER_FEATURES) {
    assert(String(themeOf(feature)) !== feature, feature);
    assert(/\d/.test(featureWords(feature).format(1)), feature);
  }
  const labels = CUSTOMER_FEATURES.map((feature) => featureWords(feature).label);
  assertEquals(new Set(labels).size, labels.length);
});

Deno.test("featureWords: cells are short, and of money they carry the currency", () => {
  assertEquals(featureWords("monetary_value", "£").format(15_400), "£15.4K");
  assertEquals(featureWords("monetary_value").unit, "");
  assertEquals(featureWords("spend_last_90_days", "£").unit, "£, last 90 days");
  assertEquals(featureWords("frequency").format(1), "1 order");
  assertEquals(featureWords("average_basket_size").format(15_400), "15.4K items");
});

Deno.test("traitWords: a segment and a customer are described in the same words", () => {
  assertEquals(traitWords("average_basket_size", 24, 8), "24 items per order against 8");
  assertEquals(traitWords("recency_days", 21, 51), "last order 21 days ago against 51");
  assertEquals(
    traitWords("weekend_share", 0.5, 0),
    "50\u00a0% of orders at weekends against 0\u00a0%",
  );
  const all: readonly string[] = CUSTOMER_FEATURES;
  assert(TRAIT_FEATURES.every((feature) => all.includes(feature)));
});

Deno.test("traitWords: singular, shares, equal medians, unknown features and no division by zero", () => {
  assertEquals(traitWords("frequency", 1, 4, { effect: -0.5 }), "1 order against 4");
  assertEquals(
    traitWords("return_rate", 0.004, 0, { effect: 0.2 }),
    "returned 0.4\u00a0% of spend against 0\u00a0%",
  );
  assertEquals(traitWords("monetary_value", 5, 0, { effect: 1 }), "spent 5 in total against 0");
  assertEquals(
    traitWords("frequency", 1, 1, { effect: 0.4 }),
    "1 order against 1, though mostly higher",
  );
  assertEquals(traitWords("my_own_score", 12.34, 5, { effect: 0.4 }), "my own score 12 against 5");
});

Deno.test("themeOf: finds the theme of a feature", () => {
  assertEquals(["recency_days", "recency_to_gap", "shoe_size"].map(themeOf), [
    "silence",
    "silence",
    "shoe_size",
  ]);
});
