import { assertEquals } from "@std/assert";
import { CUSTOMER_FEATURES } from "../../../src/customers/features/customer_features.ts";
import {
  REASON_THEMES,
  reasonWords,
  themesOf,
} from "../../../src/prediction/explanation/reason_words.ts";

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

function say(theme: string, own: Record<string, number>): string {
  const found = REASON_THEMES.find(({ name }) => name === theme)!;
  return reasonWords(found, { ...TYPICAL, ...own }, TYPICAL);
}

Deno.test("reasonWords: silence is judged by the customer's own rhythm", () => {
  const regular = { recency_days: 140, mean_days_between_purchases: 31, frequency: 6 };
  assertEquals(say("silence", regular), "no order for 140 days; used to order every 31");
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

Deno.test("reasonWords: spend beside the typical customer, or beside the customer's own past", () => {
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
    "spent 3,000 in all, 5 × the typical customer",
  );
  assertEquals(say("spend", { average_basket_value: 30 }), "orders worth 30, typically 300");
});

Deno.test("reasonWords: habit, breadth, returns and season", () => {
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
  assertEquals(say("weekends", { weekend_share: 0 }), "no order at weekends");
  assertEquals(say("evenings", { evening_share: 0.25 }), "25 % of the orders in the evening");
  assertEquals(say("returns", { return_rate: 0.12 }), "returned 12 % of the value bought");
  assertEquals(
    say("season", { season_concentration: 0.8 }),
    "buys in a season (concentration 80 %)",
  );
});

Deno.test("reasonWords: a value that is missing is said to be missing", () => {
  const own = { recency_days: NaN, recency_to_gap: 2 };
  const [silence] = themesOf(Object.keys(own));
  assertEquals(reasonWords(silence, own, {}), "recency days not known, recency to gap 2");
  const [spend] = themesOf(["monetary_value"]);
  assertEquals(reasonWords(spend, { monetary_value: NaN }, TYPICAL), "monetary value not known");
});

Deno.test("themesOf: every customer feature is in one theme, with words of its own", () => {
  const themes = themesOf(CUSTOMER_FEATURES);
  assertEquals(themes.length, REASON_THEMES.length);
  const told = themes.flatMap(({ features }) => features);
  assertEquals(told.toSorted(), [...CUSTOMER_FEATURES].sort());
});
