import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../src/numeric/random/random.ts";
import { binaryInteractions } from "../../src/recommendation/matrix/build_interactions.ts";
import { coPurchases } from "../../src/recommendation/similarity/co_purchases.ts";
import { cosineScorer } from "../../src/recommendation/ranking/cosine_scorer.ts";
import { encodePurchases } from "../../src/recommendation/matrix/encode_purchases.ts";
import { newItemRanker } from "../../src/recommendation/ranking/new_item_ranker.ts";
import { ownedBy, purchaseHistories } from "../../src/recommendation/matrix/purchase_histories.ts";
import { purchaseSignals } from "../../src/recommendation/ranking/purchase_signals.ts";
import { rebuyRhythm, stillDue } from "../../src/recommendation/ranking/rebuy_rhythm.ts";
import { blendScorer, rebuyRanker } from "../../src/recommendation/ranking/rebuy_ranker.ts";
import { DEFAULT_PLAN } from "../../src/recommendation/selection/recommendation_plan.ts";
import { segmentPopularity } from "../../src/recommendation/ranking/segment_popularity.ts";
import { sharedCustomers } from "../../src/recommendation/matrix/shared_customers.ts";
import { similarProducts } from "../../src/recommendation/similarity/similar_products.ts";
import { type Line, lines, SHOP } from "./purchases.ts";
import { syntheticShop } from "./synthetic_shop.ts";

const encoded = encodePurchases(lines(syntheticShop()));
const until = Date.parse("2020-06-01");
const signals = purchaseSignals(encoded, { until });
const { histories, popularity } = signals;

Deno.test("coPurchases, sharedCustomers: count the same customers, a product's own on the diagonal", () => {
  const selection = Int32Array.of(5, 0, 17);
  const { values } = coPurchases(histories, selection);
  const shared = sharedCustomers(histories);
  selection.forEach((a, i) =>
    selection.forEach((b, j) => assertEquals(values[3 * i + j], shared(a, b)))
  );
  assertEquals(values[0], popularity.customers[5]);
});

Deno.test("cosineScorer: scores, order and reasons are those of the definition", () => {
  const similar = similarProducts(binaryInteractions(histories), { neighbours: 7 });
  const scorer = cosineScorer(histories, similar);
  const ranked = newItemRanker(histories, scorer);
  for (const customer of [0, 77, 3]) {
    const owned = [...ownedBy(histories, customer)];
    const reasons = histories.products.map(() => [] as { from: number; similarity: number }[]);
    for (const from of owned) {
      for (let e = similar.offsets[from]; e < similar.offsets[from + 1]; e++) {
        reasons[similar.neighbours[e]].push({ from, similarity: similar.similarities[e] });
      }
    }
    const expected = reasons
      .map((of, product) => ({ product, score: of.reduce((sum, r) => sum + r.similarity, 0) }))
      .filter(({ product, score }) => score > 0 && !owned.includes(product))
      .sort((x, y) => y.score - x.score || x.product - y.product)
      .slice(0, 12);
    const actual = ranked(customer, 12);
    assertEquals(actual, expected);
    for (const { product } of actual) {
      const strongest = Math.max(...reasons[product].map(({ similarity }) => similarity));
      const source = reasons[product].find(({ similarity }) => similarity === strongest)!.from;
      assertEquals(scorer.source(customer, product), source);
    }
  }
  const other = { ...similar, products: ["CUP"] };
  assertThrows(() => cosineScorer(histories, other), TypeError, "the neighbours 1");
});

Deno.test("newItemRanker: a longer list begins with the shorter one, and withheld products stay away", () => {
  const scores = Float64Array.from(histories.products, (_, product) => (product * 7) % 11 - 3);
  const scorer = { scores: () => scores, source: () => undefined };
  const offered = new Uint8Array(histories.products.length).fill(1);
  offered[3] = 0;
  const rank = newItemRanker(histories, scorer, { offered, includeOwned: true });
  const long = rank(0, 30);
  for (const count of [1, 2, 9]) assertEquals(rank(0, count), long.slice(0, count));
  assert(long.every(({ product, score }) => product !== 3 && score > 0));
});

Deno.test("purchaseSignals: what is no longer bought falls behind the trend, what is new leads it", () => {
  const position = (id: string) => histories.products.indexOf(id);
  const rows: Line[] = [...syntheticShop(), ["c1", "x", "2020-05-20", "NEW", 3]];
  const later = purchaseSignals(encodePurchases(lines(rows)), { until });
  const trendOf = (id: string) => later.trend[later.histories.products.indexOf(id)];
  assert(trendOf("S1") < 0.2);
  assert(trendOf("NEW") > 1);
  // Without any recent line all products are alike.
  const long = purchaseSignals(encoded, { until: Date.parse("2025-01-01") });
  assert(long.trend.every((factor) => factor === 1));
  assert(signals.repurchase[position("T0-1")] > signals.repurchase[position("S1")]);
});

Deno.test("rebuyRhythm: own gaps by hand, drawn towards the usual gap", () => {
  const rows: Line[] = [
    ...["2020-01-01", "2020-01-11", "2020-01-31"].map((date, i): Line => [
      "ada",
      `a${i}`,
      date,
      "TEA",
      2,
    ]),
    ["bob", "b1", "2020-01-01", "TEA", 2],
    ["bob", "b2", "2020-01-01", "TEA", 2], // twice on one day: no gap
    ["cyd", "c1", "2020-01-05", "CUP", 2],
    ["cyd", "c2", "2020-01-25", "CUP", 2],
  ];
  const all = encodePurchases(lines(rows));
  const past = purchaseHistories(all);
  const { ownGap, expectedGap, age } = rebuyRhythm(all, past, Date.parse("2020-02-10"));
  assertEquals([...ownGap], [15, NaN, 20]);
  // The median of 15 and 20 counts as two gaps: Ada has two of her own, Cyd one.
  assertEquals([...expectedGap], [(2 * 15 + 2 * 17.5) / 4, 17.5, (20 + 2 * 17.5) / 3]);
  assertEquals([...age], [10, 40, 16]);
  assertEquals([stillDue(40, 20), stillDue(10, 20), stillDue(10, NaN)], [0.5, 1, 1]);
});

Deno.test("rebuyRanker: overdue products fall behind in the rhythm", () => {
  const none = { scores: () => new Float64Array(histories.products.length), source: () => 0 };
  const rhythmic = rebuyRanker(signals, { ...DEFAULT_PLAN.rebuy, model: "rebuy_rhythm" }, none);
  rhythmic.rank(5).forEach(({ entry, score }) => {
    assert(score <= histories.purchases[entry]);
    const overdue = signals.rhythm.age[entry] > signals.rhythm.expectedGap[entry];
    assertEquals(score < histories.purchases[entry], overdue);
  });
});

Deno.test("blendScorer: own products by the blend of rebuyRanker, others by EASE and the trend", () => {
  const items = Float64Array.from(histories.products, (_, product) => product / 10);
  const scorer = { scores: () => items, source: () => undefined };
  const plan = { model: "rebuy_blend", itemWeight: 2, trendPower: 0.5 } as const;
  const scores = blendScorer(signals, plan, scorer).scores(4);
  const own = new Map(
    rebuyRanker(signals, plan, scorer).rank(4)
      .map(({ entry, score }) => [histories.productIndices[entry], score]),
  );
  scores.forEach((score, product) =>
    assertAlmostEquals(
      score,
      own.get(product) ?? 2 * items[product] * Math.sqrt(signals.trend[product]),
      1e-12,
    )
  );
});

Deno.test("segmentPopularity: ties go to what all customers buy, strangers get what all buy", () => {
  const past = purchaseHistories(encodePurchases(lines(SHOP)), { excludeServices: true });
  const popularityFor = segmentPopularity(past, new Map([["cyd", "new"]]));
  const ids = (customer: number) =>
    [...popularityFor(customer).order].map((product) => past.products[product]);
  assertEquals(ids(2), ["JAM", "PEN", "CUP", "TEA"]);
  assertEquals(ids(0), ["CUP", "JAM", "TEA", "PEN"]);
});

Deno.test("purchaseSignals: nothing from the moment on counts, and the order of rows is no matter", () => {
  const before = syntheticShop().filter(([, , date]) => date < "2020-06-01");
  const shuffled = encodePurchases(lines(createRandom(3).shuffle(before)));
  assertEquals(purchaseSignals(shuffled, { until }), signals);
});
