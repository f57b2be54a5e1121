import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../src/numeric/random.ts";
import {
  evaluateRecommendations,
  type RankingTask,
} from "../../src/recommendation/evaluate_recommendations.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";
import { type Line, lines, SHOP } from "./purchases.ts";

const PERIOD = { asOf: "2020-02-01", horizonDays: 28 };
const LATER: Line[] = [
  ["ada", "6", "2020-02-01", "JAM", 3], // new to her, and a product of the past
  ["ada", "6", "2020-02-01", "TEA", 2], // a rebuy
  ["bob", "7", "2020-02-28", "CUP", 4], // a rebuy
  ["bob", "7", "2020-02-28", "HAT", 9], // unknown before: cannot be found
  ["eve", "8", "2020-02-02", "TEA", 2], // unknown before: not asked
  ["cyd", "9", "2020-02-29", "TEA", 2], // too late
];

function scores(task: RankingTask, model: string) {
  const found = task.models.find((one) => one.model === model);
  assert(found, model);
  return found;
}

Deno.test("evaluateRecommendations: who is asked and what counts, by hand", () => {
  const tasks = evaluateRecommendations(lines([...SHOP, ...LATER]), { ...PERIOD, k: 1 });
  const { recommendation_new_items: fresh, recommendation_all_items: all } = tasks;
  assertEquals([fresh.kind, fresh.customers, all.customers], ["ranking", 1, 2]);
  // Ada's most popular product that she does not own is jam, and it is what she buys.
  assertEquals(scores(fresh, "popularity").recall_at_1, 1);
  // Own frequency: Ada's tea is 1 of 2 right items; Bob's list starts with the cup, his only one.
  assertEquals(scores(all, "own_frequency").recall_at_1, 0.75);
  assertEquals(scores(all, "own_frequency").hit_rate_at_1, 1);
  assertEquals(all.models.map(({ model, baseline }) => [model, baseline]), [
    ["popularity", true],
    ["own_frequency", true],
    ["rebuy", false],
    ["rebuy_then_discover", false],
    ["item_cosine", false],
  ]);
});

Deno.test("evaluateRecommendations: services can be left out of lists and of what counts", () => {
  const rows: Line[] = [...SHOP, ["bob", "6", "2020-02-01", "POST", 3]];
  const asked = (excludeServices: boolean) =>
    evaluateRecommendations(lines(rows), { ...PERIOD, excludeServices })
      .recommendation_all_items.customers;
  assertEquals([asked(false), asked(true)], [1, 0]);
});

Deno.test("evaluateRecommendations: with nobody to ask there are no scores", () => {
  const empty: RankingTask = { kind: "ranking", customers: 0, models: [] };
  assertEquals(evaluateRecommendations(lines(SHOP), PERIOD), {
    recommendation_new_items: empty,
    recommendation_all_items: empty,
  });
  assertEquals(
    evaluateRecommendations(lines(LATER), PERIOD).recommendation_all_items,
    empty,
  );
});

Deno.test("evaluateRecommendations: the order of rows is no matter", () => {
  const rows = [...SHOP, ...LATER];
  assertEquals(
    evaluateRecommendations(lines(createRandom(8).shuffle(rows)), PERIOD),
    evaluateRecommendations(lines(rows), PERIOD),
  );
});

Deno.test("evaluateRecommendations: refuses bad input in one sentence", () => {
  const evaluate = (options: object) => () =>
    evaluateRecommendations(lines(SHOP), { ...PERIOD, ...options });
  assertThrows(evaluate({ k: 0 }), RangeError, "k must be");
  assertThrows(evaluate({ horizonDays: -1 }), RangeError, "horizonDays");
  assertThrows(evaluate({ rebuys: 11 }), RangeError, "rebuys");
  assertThrows(evaluate({ asOf: "2020-02-30" }), RangeError, "2020-02-30");
  assertThrows(() => evaluateRecommendations(lines([]), PERIOD), RangeError, "no lines");
});

Deno.test({
  name: "evaluateRecommendations: UCI Online Retail equals REFERENCE (numpy, scipy, scikit-learn)",
  ignore: onlineRetailPath === undefined,
  fn() {
    // The reference tests on everything from 2011-09-09 to the end of the file, 92 days, and lets
    // one customer make two products neighbours.
    const tasks = evaluateRecommendations(onlineRetail().transactions, {
      asOf: "2011-09-09",
      horizonDays: 92,
      minimumSupport: 1,
    });
    const { recommendation_new_items: fresh, recommendation_all_items: all } = tasks;
    assertEquals([fresh.customers, all.customers], [1854, 1919]);
    const popularity = scores(fresh, "popularity");
    assertAlmostEquals(popularity.recall_at_10, 0.019, 5e-4);
    assertAlmostEquals(popularity.ndcg_at_10, 0.051, 5e-4);
    assertAlmostEquals(popularity.hit_rate_at_10, 0.324, 5e-4);
    // Which of equally similar products is the 20th neighbour is unsaid in the reference and goes by
    // product id here (.0504, .1091, .4827). Three other ways to break these ties, tried in numpy, gave
    // .0505 to .0506, .1093 to .1095 and .4827 to .4844; the tolerances are of that size.
    const cosine = scores(fresh, "item_cosine");
    assertAlmostEquals(cosine.recall_at_10, 0.051, 1e-3);
    assertAlmostEquals(cosine.ndcg_at_10, 0.109, 1e-3);
    assertAlmostEquals(cosine.hit_rate_at_10, 0.485, 3e-3);
    assertAlmostEquals(scores(all, "own_frequency").ndcg_at_10, 0.379, 5e-4);
    assertAlmostEquals(scores(all, "item_cosine").ndcg_at_10, 0.237, 5e-4);
  },
});

Deno.test({
  name: "evaluateRecommendations: an earlier period picks the tie-break of rebuys and the support",
  ignore: onlineRetailPath === undefined,
  fn() {
    const early = { asOf: "2011-06-10", horizonDays: 91 }; // ends where the reported period begins
    const tasks = evaluateRecommendations(onlineRetail().transactions, early);
    const ndcg = (model: string) => scores(tasks.recommendation_all_items, model).ndcg_at_10;
    assertAlmostEquals(ndcg("rebuy"), 0.417, 5e-4);
    assertAlmostEquals(ndcg("own_frequency"), 0.411, 5e-4);
    const single = evaluateRecommendations(onlineRetail().transactions, {
      ...early,
      minimumSupport: 1,
    });
    assert(
      scores(tasks.recommendation_new_items, "item_cosine").ndcg_at_10 >
        scores(single.recommendation_new_items, "item_cosine").ndcg_at_10,
    );
  },
});
