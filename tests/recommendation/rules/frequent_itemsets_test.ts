import fc from "fast-check";
import { assertEquals, assertThrows } from "@std/assert";
import { encodePurchases } from "../../../src/recommendation/matrix/encode_purchases.ts";
import {
  frequentItemsets,
  type ItemsetsOfSize,
} from "../../../src/recommendation/rules/frequent_itemsets.ts";
import { productBaskets } from "../../../src/recommendation/matrix/product_baskets.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import mlxtend from "../../fixtures/association_rules_mlxtend.json" with { type: "json" };
import { basketsOf, basketsOfPositions } from "../baskets.ts";
import { slowTest } from "../../slow.ts";

/** `[products, baskets]` of every itemset, in order. */
function listed(found: readonly ItemsetsOfSize[]): [number[], number][] {
  return found.flatMap(({ size, products, baskets }) =>
    Array.from(baskets, (count, i): [number[], number] => [
      [...products.subarray(i * size, (i + 1) * size)],
      count,
    ])
  );
}

/** The same by looking at every subset of the products. */
function byBruteForce(
  rows: readonly number[][],
  products: number,
  minimum: number,
  longest: number,
) {
  const sets: [number[], number][] = [];
  for (let mask = 1; mask < 1 << products; mask++) {
    const set = Array.from({ length: products }, (_, i) => i).filter((i) => mask >> i & 1);
    const count = rows.filter((row) => set.every((item) => row.includes(item))).length;
    if (set.length <= longest && count >= minimum) sets.push([set, count]);
  }
  const key = ([set]: [number[], number]) => `${set.length}:${set.join()}`;
  return sets.sort((a, b) => key(a) < key(b) ? -1 : 1);
}

Deno.test("frequentItemsets: five baskets, by hand", () => {
  // A 4, B 4, C 3; AB 3, AC 2, BC 3; ABC 2; D once.
  const baskets = basketsOf(["ABC", "ABC", "ABD", "A", "BC"]);
  assertEquals(listed(frequentItemsets(baskets, { minimumBaskets: 2, maximumLength: 3 })), [
    [[0], 4],
    [[1], 4],
    [[2], 3],
    [[0, 1], 3],
    [[0, 2], 2],
    [[1, 2], 3],
    [[0, 1, 2], 2],
  ]);
  assertEquals(listed(frequentItemsets(baskets, { minimumBaskets: 3 })), [
    [[0], 4],
    [[1], 4],
    [[2], 3],
    [[0, 1], 3],
    [[1, 2], 3],
  ]);
});

Deno.test("frequentItemsets: equals brute force on random baskets", () => {
  const products = 7;
  const basket = fc.uniqueArray(fc.integer({ min: 0, max: products - 1 }));
  fc.assert(
    fc.property(
      fc.array(basket, { maxLength: 25 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: products }),
      (rows, minimumBaskets, maximumLength) => {
        const baskets = basketsOfPositions([..."ABCDEFG"], rows);
        const found = frequentItemsets(baskets, { minimumBaskets, maximumLength });
        assertEquals(listed(found), byBruteForce(rows, products, minimumBaskets, maximumLength));
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});

slowTest(
  "frequentItemsets: a basket of 5,000 products is no matter to pairs of two baskets",
  () => {
    const everything = Array.from({ length: 5000 }, (_, i) => i);
    const products = everything.map((i) => String(i).padStart(4, "0"));
    const baskets = basketsOfPositions(products, [everything, [7, 11, 13], [7, 13]]);
    assertEquals(listed(frequentItemsets(baskets, { minimumBaskets: 2, maximumLength: 3 })), [
      [[7], 3],
      [[11], 2],
      [[13], 3],
      [[7, 11], 2],
      [[7, 13], 3],
      [[11, 13], 2],
      [[7, 11, 13], 2],
    ]);
    assertThrows(
      () => frequentItemsets(baskets, { minimumBaskets: 1 }),
      RangeError,
      "there are more than 1000000 sets of products",
    );
  },
);

Deno.test("frequentItemsets: nothing frequent, nothing found; options out of range are refused", () => {
  assertEquals(frequentItemsets(basketsOf(["AB", "C"]), { minimumBaskets: 2 }), []);
  assertEquals(frequentItemsets(basketsOf([]), { minimumBaskets: 1 }), []);
  assertThrows(
    () => frequentItemsets(basketsOf(["A"]), { minimumBaskets: 0 }),
    RangeError,
    "minimumBaskets must be a positive integer, got 0.",
  );
  assertThrows(
    () => frequentItemsets(basketsOf(["A"]), { minimumBaskets: 1, maximumLength: 1.5 }),
    RangeError,
    "maximumLength must be a positive integer, got 1.5.",
  );
});

Deno.test({
  name: "frequentItemsets: UCI Online Retail at half a percent, parity with mlxtend 0.23",
  ignore: onlineRetailPath === undefined,
  fn() {
    const baskets = productBaskets(encodePurchases(onlineRetail().transactions), {
      excludeServices: false,
      soldWithinDays: Infinity,
    });
    const found = frequentItemsets(baskets, { minimumBaskets: 93, maximumLength: 3 });
    assertEquals(
      found.map((sets) => sets.baskets.length),
      mlxtend.online_retail.itemsets_of_half_a_percent,
    );
  },
});
