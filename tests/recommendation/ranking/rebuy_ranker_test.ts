import { assertEquals } from "@std/assert";
import { productPopularity } from "../../../src/recommendation/matrix/product_popularity.ts";
import { rebuyRanker, type RebuyTie } from "../../../src/recommendation/ranking/rebuy_ranker.ts";
import { DEFAULT_PLAN } from "../../../src/recommendation/selection/recommendation_plan.ts";

const DAY = 86_400_000;

/** Ada bought product 0 to 4; Bob product 2. */
const HISTORIES = {
  customers: ["ada", "bob"],
  products: ["A", "B", "C", "D", "E"],
  offsets: Int32Array.of(0, 5, 6),
  productIndices: Int32Array.of(0, 1, 2, 3, 4, 2),
  purchases: Int32Array.of(1, 1, 1, 3, 1, 1),
  lastPurchase: Float64Array.of(1, 5, 2, 1, 5.5, 9).map((day) => day * DAY),
  revenue: new Float64Array(6),
};

function ranked(customer: number, tie?: RebuyTie, offered = Uint8Array.of(1, 1, 1, 1, 1)) {
  const signals = {
    histories: HISTORIES,
    popularity: productPopularity(HISTORIES),
    offered,
    trend: new Float64Array(5).fill(1),
    repurchase: new Float64Array(5),
    rhythm: {
      ownGap: new Float64Array(6),
      expectedGap: new Float64Array(6),
      age: new Float64Array(6),
    },
  };
  const none = { scores: () => new Float64Array(5), source: () => undefined };
  const { rank } = rebuyRanker(signals, DEFAULT_PLAN.rebuy, none, tie);
  return rank(customer).map(({ entry }) => entry);
}

Deno.test("rebuyRanker: by purchases, then customers, then day, then id", () => {
  assertEquals(ranked(0), [3, 2, 1, 4, 0]);
});

Deno.test("rebuyRanker: by purchases, then day, then customers, then id", () => {
  assertEquals(ranked(0, "recency"), [3, 1, 4, 2, 0]);
});

Deno.test("rebuyRanker: entries of another customer are their own", () => {
  assertEquals(ranked(1), [5]);
});

Deno.test("rebuyRanker: products no longer sold are left out", () => {
  assertEquals(ranked(0, "popularity", Uint8Array.of(1, 1, 0, 0, 1)), [1, 4, 0]);
});
