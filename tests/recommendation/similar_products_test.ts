import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  buildInteractions,
  type Interactions,
} from "../../src/recommendation/build_interactions.ts";
import {
  type SimilarProducts,
  similarProducts,
} from "../../src/recommendation/similar_products.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";
import { lines, SHOP } from "./purchases.ts";
import sklearn from "../fixtures/recommendation_sklearn.json" with { type: "json" };

/** `[neighbour, similarity, customers in common]` of a product, in order. */
function neighboursOf(similar: SimilarProducts, id: string): [string, number, number][] {
  const product = similar.products.indexOf(id);
  const rows: [string, number, number][] = [];
  for (let e = similar.offsets[product]; e < similar.offsets[product + 1]; e++) {
    rows.push([
      similar.products[similar.neighbours[e]],
      similar.similarities[e],
      similar.customersInCommon[e],
    ]);
  }
  return rows;
}

Deno.test("similarProducts: ten lines, by hand; ties by product id", () => {
  const similar = similarProducts(buildInteractions(lines(SHOP)), { minimumSupport: 1 });
  // CUP: Ada, Bob. TEA: Ada, Bob. JAM: Bob, Cyd. PEN: Cyd. POST: Ada.
  assertEquals(neighboursOf(similar, "CUP"), [
    ["TEA", 1, 2],
    ["POST", 1 / Math.sqrt(2), 1],
    ["JAM", 0.5, 1],
  ]);
  assertEquals(neighboursOf(similar, "JAM"), [
    ["PEN", 1 / Math.sqrt(2), 1],
    ["CUP", 0.5, 1],
    ["TEA", 0.5, 1],
  ]);
});

Deno.test("similarProducts: keeps the nearest few, with customers in common", () => {
  const interactions = buildInteractions(lines(SHOP));
  const nearest = similarProducts(interactions, { neighbours: 1, minimumSupport: 1 });
  assertEquals(neighboursOf(nearest, "JAM"), [["PEN", 1 / Math.sqrt(2), 1]]);
  const supported = similarProducts(interactions);
  assertEquals(neighboursOf(supported, "CUP"), [["TEA", 1, 2]]);
  assertEquals(neighboursOf(supported, "JAM"), []);
});

/** The matrix of the fixture; product ids sort like their columns. */
function fixture(values: readonly number[]): Interactions {
  const offsets = new Int32Array(sklearn.customers + 1);
  for (const row of sklearn.rows) offsets[row + 1]++;
  for (let i = 0; i < sklearn.customers; i++) offsets[i + 1] += offsets[i];
  return {
    customers: Array.from({ length: sklearn.customers }, (_, i) => `C${i}`),
    products: Array.from({ length: sklearn.products }, (_, i) => String.fromCharCode(65 + i)),
    offsets,
    productIndices: Int32Array.from(sklearn.columns),
    values: Float64Array.from(values),
  };
}

for (
  const [weight, values, cosine] of [
    ["binary", sklearn.rows.map(() => 1), sklearn.binary_cosine],
    ["spend", sklearn.spend, sklearn.spend_cosine],
  ] as const
) {
  Deno.test(`similarProducts: equals scikit-learn 1.9.1 cosine_similarity to 1e-12 (${weight})`, () => {
    const similar = similarProducts(fixture(values), { neighbours: 25, minimumSupport: 1 });
    let pairs = 0;
    for (let product = 0; product < sklearn.products; product++) {
      for (let e = similar.offsets[product]; e < similar.offsets[product + 1]; e++) {
        assertAlmostEquals(similar.similarities[e], cosine[product][similar.neighbours[e]], 1e-12);
        if (e > similar.offsets[product]) {
          assert(similar.similarities[e] <= similar.similarities[e - 1]);
        }
        pairs++;
      }
    }
    const expected = cosine.flatMap((row, i) => row.filter((value, j) => i !== j && value > 0));
    assertEquals(pairs, expected.length);
  });
}

Deno.test("similarProducts: one product has no neighbours; nothing sold, nothing found", () => {
  const one = similarProducts(buildInteractions(lines(SHOP.slice(0, 1))), { minimumSupport: 1 });
  assertEquals([one.products, one.neighbours.length], [["TEA"], 0]);
  const none = similarProducts({
    customers: [],
    products: [],
    offsets: Int32Array.of(0),
    productIndices: new Int32Array(0),
    values: new Float64Array(0),
  });
  assertEquals(none.offsets, Int32Array.of(0));
});

Deno.test("similarProducts: leaves its input alone and refuses options out of range", () => {
  const interactions = buildInteractions(lines(SHOP));
  const before = structuredClone(interactions);
  similarProducts(interactions);
  assertEquals(interactions, before);
  assertThrows(() => similarProducts(interactions, { neighbours: 0 }), RangeError, "neighbours");
  assertThrows(
    () => similarProducts(interactions, { minimumSupport: 1.5 }),
    RangeError,
    "minimumSupport must be a positive integer, got 1.5",
  );
});

Deno.test({
  name: "similarProducts: UCI Online Retail, 85123A and 22423 (REFERENCE, scikit-learn 1.9)",
  ignore: onlineRetailPath === undefined,
  fn() {
    const similar = similarProducts(buildInteractions(onlineRetail().transactions));
    const reference = {
      "85123A": [["21733", 0.5435], ["22804", 0.4931]],
      "22423": [["22699", 0.5258], ["22697", 0.5086], ["22698", 0.4886]],
    } as const;
    for (const [id, expected] of Object.entries(reference)) {
      const found = neighboursOf(similar, id);
      assertEquals(found.length, 20);
      expected.forEach(([neighbour, similarity], rank) => {
        assertEquals(found[rank][0], neighbour);
        assertAlmostEquals(found[rank][1], similarity, 5e-5);
      });
    }
  },
});
