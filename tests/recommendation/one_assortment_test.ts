import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { textColumn } from "../../src/frames/columns.ts";
import { newcomerOffers } from "../../src/recommendation/newcomer_offers.ts";
import { PurchaseBook } from "../../src/recommendation/purchase_book.ts";
import { recommendProducts } from "../../src/recommendation/recommend_products.ts";
import { recommendShop } from "../../src/recommendation/recommend_shop.ts";
import { evaluateRecommendations } from "../../src/recommendation/selection/evaluate_recommendations.ts";
import { DEFAULT_PLAN } from "../../src/recommendation/selection/recommendation_plan.ts";
import { type Line, lines } from "./purchases.ts";

const OFFERED = ["CUP", "JAM", "TEA"];

/** Sixty customers with postage on every order; OLD sold well, but not since February. */
function shop(): Line[] {
  return Array.from({ length: 60 }, (_, i): Line[] => {
    const id = `c${i}`;
    const order = (month: number, products: string[]): Line[] =>
      products.map((product) => [id, `${id}-${month}`, `2020-0${month}-02`, product, 2]);
    const mine = [OFFERED[i % 3], OFFERED[(i + 1) % 3]];
    return [
      ...order(1, [...(i % 4 > 0 ? ["OLD"] : []), "POST", mine[0]]),
      ...order(7, ["POST", ...mine]),
      ...order(8, ["POST", OFFERED[(i + 2) % 3]]),
    ];
  }).flat();
}

Deno.test("F3: no service and nothing that is no longer sold in any table of a run", () => {
  const frame = lines(shop());
  const options = { asOf: "2020-09-01", horizonDays: 31 };
  const { similar, recommendations, map, rules } = recommendShop(frame, options);
  const ids = (name: string, table = similar) => [...new Set(textColumn(table, name))].sort();
  assertEquals(ids("product_id"), OFFERED);
  assertEquals(ids("neighbour_id"), OFFERED);
  assertEquals(ids("product_id", recommendations), OFFERED);
  assertEquals(map.nodes.map(({ product_id }) => product_id).sort(), OFFERED);
  for (const { antecedents, consequent } of rules) {
    for (const id of [...antecedents, consequent]) assert(OFFERED.includes(id), id);
  }
  assertEquals(ids("product_id", newcomerOffers(frame)), OFFERED);
});

Deno.test("F3: recommendations are measured as they are made", () => {
  const frame = lines(shop());
  const asOf = "2020-08-01";
  const tested = { asOf, horizonDays: 31, plan: DEFAULT_PLAN, seed: null, k: 1 };
  const { recommendation_new_items: fresh, recommendation_all_items: all } =
    evaluateRecommendations(frame, tested);
  // Everybody buys the one product on offer that they do not own yet, and no list begins with OLD or POST.
  assertEquals(fresh.customers, 60);
  for (const { model, recall_at_1 } of fresh.models) assertEquals(recall_at_1, 1, model);
  // Postage is bought by all 60 and is no right answer.
  assertEquals(all.customers, 60);
  for (const { model, hit_rate_at_1 } of all.models) {
    if (model === "rebuy" || model === "own_frequency") assertEquals(hit_rate_at_1, 0, model);
  }
  const first = recommendProducts(frame, { asOf, perCustomer: 1, rebuys: 0 });
  assertEquals(
    textColumn(first, "product_id").slice(0, 3).every((id) => OFFERED.includes(id)),
    true,
  );
});

Deno.test("PurchaseBook: one reading per date, shared by whoever asks", () => {
  const book = PurchaseBook.of(lines(shop()), { soldWithinDays: Infinity, excludeServices: false });
  assertStrictEquals(PurchaseBook.of(book, { soldWithinDays: 1 }), book);
  const known = book.before("2020-08-01");
  assertStrictEquals(book.known(Date.UTC(2020, 7, 1)), known);
  assertStrictEquals(known.similar(), known.similar());
  assertEquals(known.histories.products, ["CUP", "JAM", "OLD", "POST", "TEA"]);
  assertEquals([...known.offered], [1, 1, 1, 1, 1]);
});
