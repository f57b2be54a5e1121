import { assertEquals, assertThrows } from "@std/assert";
import { type Archetype, ARCHETYPES } from "../../../src/segmentation/naming/archetypes.ts";
import { nameSegments } from "../../../src/segmentation/naming/name_segments.ts";
import type { ClusterCharacter } from "../../../src/segmentation/naming/descriptive_names.ts";

const character = (
  relativeSpend: number,
  effects: ClusterCharacter["effects"],
  seasonal = false,
): ClusterCharacter => ({ effects, relativeSpend, seasonal });

const high = character(4, { monetary_value: 0.9, frequency: 0.8, recency_days: -0.7 });
const budget = character(0.3, {
  monetary_value: -0.2,
  frequency: 0.3,
  recency_days: -0.2,
  average_basket_size: -0.8,
  average_basket_value: -0.8,
});
const lost = character(0.2, { monetary_value: -0.5, frequency: -0.7, recency_days: 0.8 });
const season = character(
  1.2,
  { monetary_value: 0.4, average_basket_size: 0.6, season_concentration: 0.8 },
  true,
);

const names = (clusters: readonly ClusterCharacter[], archetypes?: readonly Archetype[]) =>
  nameSegments(clusters, archetypes).map(({ name }) => name);

Deno.test("nameSegments: clusters like the archetypes get their names, in any order", () => {
  const expected = new Map([
    [high, "High-value customers"],
    [budget, "Budget buyers"],
    [lost, "Infrequent shoppers"],
    [season, "Seasonal spenders"],
  ]);
  for (const order of [[high, budget, lost, season], [season, lost, budget, high]]) {
    assertEquals(names(order), order.map((cluster) => expected.get(cluster)!));
  }
});

Deno.test("nameSegments: the total likeness counts, not the first come", () => {
  // Both could be infrequent shoppers; only the second could be budget buyers instead.
  const either = character(0.2, {
    frequency: -0.8,
    recency_days: 0.8,
    monetary_value: -0.8,
    average_basket_size: -0.5,
    average_basket_value: -0.5,
  });
  assertEquals(names([lost, either]), ["Infrequent shoppers", "Budget buyers"]);
  assertEquals(names([either, lost]), ["Budget buyers", "Infrequent shoppers"]);
});

Deno.test("nameSegments: seasonal is not claimed without proof, however concentrated", () => {
  const unproven = { ...season, seasonal: false };
  assertEquals(names([high, budget, lost, unproven])[3], "Large-basket high spenders");
});

Deno.test("nameSegments: high-value is the segment of the largest spend or none", () => {
  const larger = character(5, { monetary_value: 0.9, recency_days: 0.8, frequency: -0.1 });
  assertEquals(names([high, larger])[0], "Repeat high spenders");
  assertEquals(names([larger]), ["Lapsed high spenders"]);
});

Deno.test("nameSegments: no high spenders who bring less than their share", () => {
  const below = character(0.9, { monetary_value: 0.4, average_basket_size: 0.6 });
  assertEquals(names([high, below])[1], "Large-basket buyers");
});

Deno.test("nameSegments: clusters beyond the archetypes get different names that say what they are", () => {
  const average = character(1, { monetary_value: 0.1 });
  const recent = character(1.5, { recency_days: -0.9, frequency: 0.4 });
  const lessRecent = character(1.1, { recency_days: -0.5, frequency: 0.35 });
  assertEquals(names([high, recent, lessRecent, average]), [
    "High-value customers",
    "Repeat buyers, more recent",
    "Repeat buyers, less recent",
    "Average customers",
  ]);
  const three = names([average, { ...average, relativeSpend: 2 }, {
    ...average,
    relativeSpend: 3,
  }]);
  assertEquals(three[0], "Average customers (3 by spend)");
  assertEquals(new Set(names(Array.from({ length: 20 }, () => ({ ...average })))).size, 20);
});

Deno.test("nameSegments: archetypes are data", () => {
  const own: Archetype = {
    ...ARCHETYPES[0],
    name: "Wholesalers",
    profile: { average_basket_size: 1 },
    requires: { average_basket_size: 0.33 },
    largestSpend: false,
  };
  assertEquals(names([season, lost], [own])[0], "Wholesalers");
});

Deno.test("nameSegments: no cluster is a fault", () => {
  assertThrows(() => nameSegments([]), RangeError, "there are no clusters");
});
