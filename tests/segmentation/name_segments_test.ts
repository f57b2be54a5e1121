import { assertEquals } from "@std/assert";
import { type ClusterProfile, nameSegments } from "../../src/segmentation/name_segments.ts";

const high = { monetary_value: 1.5, frequency: 1.4, recency_days: -1, average_basket_size: 0.5 };
const budget = {
  monetary_value: -0.6,
  frequency: 0.5,
  recency_days: -0.5,
  average_basket_size: -1,
};
const lost = { monetary_value: -0.8, frequency: -0.8, recency_days: 1.2, average_basket_size: 0 };
const season = { monetary_value: 0.4, frequency: 0, recency_days: -0.2, season_concentration: 1.1 };

const names = (profiles: Parameters<typeof nameSegments>[0]) =>
  nameSegments(profiles).map(({ name }) => name);

Deno.test("nameSegments: profiles like the archetypes get their names, in any order", () => {
  const expected = new Map<ClusterProfile, string>([
    [high, "High-value customers"],
    [budget, "Budget buyers"],
    [lost, "Infrequent shoppers"],
    [season, "Seasonal spenders"],
  ]);
  for (const order of [[high, budget, lost, season], [season, lost, budget, high]]) {
    assertEquals(names(order), order.map((profile) => expected.get(profile)!));
  }
});

Deno.test("nameSegments: seasonal is not claimed where spending is not concentrated", () => {
  const even = { ...season, season_concentration: 0 };
  assertEquals(names([high, budget, lost, even]).includes("Seasonal spenders"), false);
});

Deno.test("nameSegments: clusters beyond the archetypes get plain, different names", () => {
  const average = { monetary_value: 0.1, frequency: 0, recency_days: 0, average_basket_size: 0 };
  const six = names([high, budget, lost, season, average, average]);
  assertEquals(new Set(six).size, 6);
  assertEquals(six.slice(4), ["Average customers", "Average customers (2)"]);
});

Deno.test("nameSegments: no segment is named twice when there are two", () => {
  assertEquals(names([high, lost]), ["High-value customers", "Infrequent shoppers"]);
});
