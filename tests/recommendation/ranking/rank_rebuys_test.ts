import { assertEquals } from "@std/assert";
import { productPopularity } from "../../../src/recommendation/matrix/product_popularity.ts";
import { rankRebuys } from "../../../src/recommendation/ranking/rank_rebuys.ts";

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

Deno.test("rankRebuys: by purchases, then customers, then day, then id", () => {
  const popularity = productPopularity(HISTORIES);
  assertEquals([...rankRebuys(HISTORIES, popularity, 0)], [3, 2, 1, 4, 0]);
});

Deno.test("rankRebuys: by purchases, then day, then customers, then id", () => {
  const popularity = productPopularity(HISTORIES);
  assertEquals([...rankRebuys(HISTORIES, popularity, 0, "recency")], [3, 1, 4, 2, 0]);
});

Deno.test("rankRebuys: entries of another customer are their own", () => {
  assertEquals([...rankRebuys(HISTORIES, productPopularity(HISTORIES), 1)], [5]);
});
