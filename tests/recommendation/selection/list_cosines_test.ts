import { assertAlmostEquals, assertEquals } from "@std/assert";
import { encodePurchases } from "../../../src/recommendation/matrix/encode_purchases.ts";
import { listCosines } from "../../../src/recommendation/selection/list_cosines.ts";
import { purchaseHistories } from "../../../src/recommendation/matrix/purchase_histories.ts";
import { scoreRecommenders } from "../../../src/recommendation/selection/ranking_scores.ts";
import { sharedCustomers } from "../../../src/recommendation/matrix/shared_customers.ts";
import { lines } from "../purchases.ts";
import { syntheticShop } from "../synthetic_shop.ts";

Deno.test("listCosines: every pair of a list as by its definition, lists of any length", () => {
  const histories = purchaseHistories(encodePurchases(lines(syntheticShop())));
  const shared = sharedCustomers(histories);
  const lists = [[3, 0, 7, 12], [], [7], [12, 3], [1, 2, 3, 4, 5, 6]];
  const { places, similarity } = listCosines(histories, lists);
  assertEquals(places.map(({ length }) => length), lists.map(({ length }) => length));
  lists.forEach((list, l) =>
    list.forEach((a, i) =>
      list.forEach((b, j) => {
        if (i === j) return;
        const expected = shared(a, b) / Math.sqrt(shared(a, a) * shared(b, b));
        assertAlmostEquals(similarity(places[l][i], places[l][j]), expected, 1e-15);
      })
    )
  );
});

Deno.test("scoreRecommenders: 100,000 offered products need no table of all their pairs", () => {
  // Every customer owns twenty products of their own and is offered them again.
  const customers = Array.from({ length: 5_000 }, (_, i) => `C${i}`);
  const products = Array.from({ length: 100_000 }, (_, i) => `P${i}`);
  const ownOf = (customer: number) => Array.from({ length: 20 }, (_, i) => 20 * customer + i);
  const histories = {
    customers,
    products,
    offsets: Int32Array.from({ length: customers.length + 1 }, (_, i) => 20 * i),
    productIndices: Int32Array.from(products, (_, i) => i),
  };
  const popularity = {
    customers: new Int32Array(products.length).fill(1),
    order: Int32Array.from(products, (_, i) => i),
  };
  const [scores] = scoreRecommenders(
    customers.map((_, i) => new Set(ownOf(i))),
    [{ model: "own", baseline: false, recommend: ownOf }],
    { histories, popularity },
    { ks: [20], seed: null },
  );
  assertEquals(scores.coverage_at_20, 1);
  assertEquals(scores.diversity_at_20, 0); // whoever has one of a list has all of it
});
