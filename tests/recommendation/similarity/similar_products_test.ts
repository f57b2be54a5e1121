import fc from "fast-check";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  buildInteractions,
  type Interactions,
} from "../../../src/recommendation/matrix/build_interactions.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  type SimilarProducts,
  similarProducts,
  type SimilarProductsOptions,
} from "../../../src/recommendation/similarity/similar_products.ts";
import type { Similarity } from "../../../src/recommendation/similarity/similarity_formula.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { lines, SHOP } from "../purchases.ts";
import sklearn from "../../fixtures/recommendation_sklearn.json" with { type: "json" };

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
  const similar = similarProducts(buildInteractions(lines(SHOP), { excludeServices: false }), {
    minimumSupport: 1,
  });
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
  const interactions = buildInteractions(lines(SHOP), { excludeServices: false });
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

const binary = sklearn.rows.map(() => 1);
for (
  const [name, values, similarity, expected] of [
    ["scikit-learn 1.9.1 cosine_similarity, binary", binary, "cosine", sklearn.binary_cosine],
    ["scikit-learn 1.9.1 cosine_similarity, spend", sklearn.spend, "cosine", sklearn.spend_cosine],
    ["scikit-learn 1.9.1 Jaccard distance", binary, "jaccard", sklearn.jaccard],
    ["numpy, lift", binary, "lift", sklearn.lift],
    [
      "numpy, conditional probability",
      binary,
      "conditional_probability",
      sklearn.conditional_probability,
    ],
  ] as const
) {
  Deno.test(`similarProducts: equals ${name}, to 1e-12`, () => {
    const options = { neighbours: 25, minimumSupport: 1, similarity };
    const similar = similarProducts(fixture(values), options);
    let pairs = 0;
    for (let product = 0; product < sklearn.products; product++) {
      for (let e = similar.offsets[product]; e < similar.offsets[product + 1]; e++) {
        const neighbour = similar.neighbours[e];
        assertAlmostEquals(similar.similarities[e], expected[product][neighbour], 1e-12);
        if (e > similar.offsets[product]) {
          assert(similar.similarities[e] <= similar.similarities[e - 1]);
        }
        pairs++;
      }
    }
    const common = sklearn.binary_cosine;
    assertEquals(pairs, common.flatMap((row, i) => row.filter((x, j) => i !== j && x > 0)).length);
  });
}

Deno.test("similarProducts: every measure of cups, by hand", () => {
  // Of 3 customers, CUP: Ada, Bob. TEA: Ada, Bob. JAM: Bob, Cyd. PEN: Cyd. POST: Ada.
  const ofCups = (options: SimilarProductsOptions) =>
    neighboursOf(
      similarProducts(buildInteractions(lines(SHOP), { excludeServices: false }), {
        minimumSupport: 1,
        ...options,
      }),
      "CUP",
    );
  assertEquals(ofCups({ similarity: "jaccard" }), [
    ["TEA", 1, 2],
    ["POST", 1 / 2, 1],
    ["JAM", 1 / 3, 1],
  ]);
  assertEquals(ofCups({ similarity: "lift" }), [
    ["POST", 3 / 2, 1], // ties with tea, 3 × 2 / (2 × 2)
    ["TEA", 3 / 2, 2],
    ["JAM", 3 / 4, 1],
  ]);
  assertEquals(ofCups({ similarity: "lift", shrinkage: 1 }), [
    ["TEA", 3 / 2 * (2 / 3), 2],
    ["POST", 3 / 2 * (1 / 2), 1],
    ["JAM", 3 / 4 * (1 / 2), 1],
  ]);
  assertEquals(ofCups({ similarity: "conditional_probability" }), [
    ["TEA", 1, 2],
    ["JAM", 1 / 2, 1],
    ["POST", 1 / 2, 1],
  ]);
  const penalised = { similarity: "conditional_probability", popularityPenalty: 1 } as const;
  assertEquals(ofCups(penalised), [["POST", 1 / 2, 1], ["TEA", 1 / 2, 2], ["JAM", 1 / 4, 1]]);
});

Deno.test("similarProducts: a conditional probability has a direction", () => {
  const similar = similarProducts(buildInteractions(lines(SHOP), { excludeServices: false }), {
    similarity: "conditional_probability",
    minimumSupport: 1,
  });
  assertEquals(neighboursOf(similar, "PEN"), [["JAM", 1, 1]]);
  assertEquals(neighboursOf(similar, "JAM").find(([id]) => id === "PEN"), ["PEN", 1 / 2, 1]);
});

/** A matrix whose rows are the given sets of products. */
function matrixOf(rows: readonly (readonly number[])[], products: number, value = 1): Interactions {
  const sorted = rows.map((row) => row.toSorted((a, b) => a - b));
  const offsets = new Int32Array(rows.length + 1);
  sorted.forEach((row, i) => offsets[i + 1] = offsets[i] + row.length);
  return {
    customers: rows.map((_, i) => `C${i}`),
    products: Array.from({ length: products }, (_, i) => `P${i}`),
    offsets,
    productIndices: Int32Array.from(sorted.flat()),
    values: new Float64Array(offsets[rows.length]).fill(value),
  };
}

/** Neighbours of a product by the definition: every pair of sets intersected, then sorted. */
function bruteForce(
  rows: readonly (readonly number[])[],
  products: number,
  product: number,
  options: Required<Omit<SimilarProductsOptions, "offered">>,
) {
  const { similarity, shrinkage, popularityPenalty, neighbours, minimumSupport } = options;
  const buyers = Array.from(
    { length: products },
    (_, p) => new Set(rows.flatMap((row, customer) => row.includes(p) ? customer : [])),
  );
  const a = buyers[product].size;
  return buyers.map((set, neighbour) => {
    const both = buyers[product].intersection(set).size;
    const b = set.size;
    const value = {
      cosine: both / Math.sqrt(a * b),
      jaccard: both / (a + b - both),
      lift: (both * rows.length) / (a * b),
      conditional_probability: both / (a * b ** popularityPenalty),
    }[similarity];
    return { neighbour, both, value: value * (both / (both + shrinkage)) };
  })
    .filter(({ neighbour, both }) => neighbour !== product && both >= minimumSupport)
    .sort((x, y) => y.value - x.value || x.neighbour - y.neighbour)
    .slice(0, neighbours);
}

const PRODUCTS = 12;
for (const similarity of ["cosine", "jaccard", "lift", "conditional_probability"] as const) {
  Deno.test(`similarProducts: ${similarity} equals intersecting every pair of sets`, () => {
    const penalty = similarity === "conditional_probability"
      ? fc.constantFrom(0, 0.5, 1)
      : fc.constant(0);
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(PRODUCTS - 1)), { maxLength: 30 }),
        fc.record({
          similarity: fc.constant<Similarity>(similarity),
          shrinkage: fc.constantFrom(0, 1, 2.5),
          popularityPenalty: penalty,
          neighbours: fc.integer({ min: 1, max: PRODUCTS }),
          minimumSupport: fc.integer({ min: 1, max: 3 }),
        }),
        (rows, options) => {
          const similar = similarProducts(matrixOf(rows, PRODUCTS), options);
          for (let product = 0; product < PRODUCTS; product++) {
            const expected = bruteForce(rows, PRODUCTS, product, options);
            assertEquals(
              neighboursOf(similar, `P${product}`),
              expected.map(({ neighbour, value, both }) => [`P${neighbour}`, value, both]),
            );
          }
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });
}

Deno.test("similarProducts: the cosine of equal weights is that of the binary matrix", () => {
  const random = createRandom(3);
  const rows = Array.from(
    { length: 50 },
    () => Array.from({ length: 30 }, (_, p) => p).filter((p) => random.next() < 3 / (p + 4)),
  );
  const options = { minimumSupport: 1, neighbours: 30, shrinkage: 1 };
  assertEquals(
    similarProducts(matrixOf(rows, 30, 2), options),
    similarProducts(matrixOf(rows, 30), options),
  );
});

Deno.test("similarProducts: a customer who bought everything, alone and among others", () => {
  const everything = Array.from({ length: 30 }, (_, product) => product);
  const alone = similarProducts(matrixOf([everything], 30), { minimumSupport: 1, neighbours: 2 });
  assertEquals(neighboursOf(alone, "P0"), [["P1", 1, 1], ["P2", 1, 1]]);
  assertEquals(neighboursOf(alone, "P29"), [["P0", 1, 1], ["P1", 1, 1]]);
  const among = similarProducts(matrixOf([[0, 9], everything, [0]], 30), { neighbours: 5 });
  assertEquals(neighboursOf(among, "P0"), [["P9", 2 / Math.sqrt(6), 2]]);
});

Deno.test("similarProducts: the order of customers is no matter", () => {
  const random = createRandom(5);
  const rows = Array.from(
    { length: 40 },
    () => Array.from({ length: 20 }, (_, p) => p).filter(() => random.next() < 0.3),
  );
  for (const similarity of ["cosine", "lift"] as const) {
    assertEquals(
      similarProducts(matrixOf(random.shuffle(rows), 20), { similarity, neighbours: 3 }),
      similarProducts(matrixOf(rows, 20), { similarity, neighbours: 3 }),
    );
  }
});

Deno.test("similarProducts: 200,000 customers × 40,000 products, never a dense matrix", () => {
  const random = createRandom(9);
  const rows = Array.from({ length: 200_000 }, (_, customer) => {
    const pair = 2 * (customer % 20_000); // each pair has ten customers, who bought little else
    return [...new Set([pair, pair + 1, Math.floor(40_000 * random.next() ** 3)])];
  });
  const similar = similarProducts(matrixOf(rows, 40_000));
  assertEquals(similar.offsets.length, 40_001);
  for (let product = 20_000; product < 40_000; product++) {
    assertEquals(similar.neighbours[similar.offsets[product]], product ^ 1);
  }
});

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
  const interactions = buildInteractions(lines(SHOP), { excludeServices: false });
  const before = structuredClone(interactions);
  similarProducts(interactions);
  assertEquals(interactions, before);
  assertThrows(() => similarProducts(interactions, { neighbours: 0 }), RangeError, "neighbours");
  assertThrows(
    () => similarProducts(interactions, { minimumSupport: 1.5 }),
    RangeError,
    "minimumSupport must be a positive integer, got 1.5",
  );
  for (const shrinkage of [-1, NaN, Infinity]) {
    assertThrows(
      () => similarProducts(interactions, { shrinkage }),
      RangeError,
      `shrinkage must be a number from 0 on, got ${shrinkage}`,
    );
  }
  assertThrows(
    () => similarProducts(interactions, { similarity: "pearson" as "cosine" }),
    RangeError,
    "got pearson",
  );
  assertThrows(
    () =>
      similarProducts(interactions, {
        similarity: "conditional_probability",
        popularityPenalty: 1.1,
      }),
    RangeError,
    "popularityPenalty must be from 0 to 1, got 1.1",
  );
  assertThrows(
    () => similarProducts(interactions, { popularityPenalty: 0.5 }),
    RangeError,
    "popularityPenalty is for conditional_probability, not cosine",
  );
  const spend = buildInteractions(lines(SHOP), { weight: "revenue", excludeServices: false });
  for (const similarity of ["jaccard", "lift", "conditional_probability"] as const) {
    assertThrows(
      () => similarProducts(spend, { similarity }),
      RangeError,
      `${similarity} needs a binary matrix, whose entries are all 1, got 4.`,
    );
  }
});

Deno.test({
  name: "similarProducts: UCI Online Retail, 85123A and 22423 (REFERENCE, scikit-learn 1.9)",
  ignore: onlineRetailPath === undefined,
  fn() {
    const similar = similarProducts(
      buildInteractions(onlineRetail().transactions, { excludeServices: false }),
    );
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
