import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  evaluateRecommendations,
  type RankingTask,
} from "../../../src/recommendation/selection/evaluate_recommendations.ts";
import { DEFAULT_PLAN } from "../../../src/recommendation/selection/recommendation_plan.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { type Line, lines, SHOP } from "../purchases.ts";
import { syntheticShop } from "../synthetic_shop.ts";

const PERIOD = { asOf: "2020-02-01", horizonDays: 28 };
const LATER: Line[] = [
  ["ada", "6", "2020-02-01", "JAM", 3], // new to her, and a product of the past
  ["ada", "6", "2020-02-01", "TEA", 2], // a rebuy
  ["bob", "7", "2020-02-28", "CUP", 4], // a rebuy
  ["bob", "7", "2020-02-28", "HAT", 9], // unknown before: cannot be found
  ["eve", "8", "2020-02-02", "TEA", 2], // unknown before: not asked
  ["cyd", "9", "2020-02-29", "TEA", 2], // too late
];

/** What the reference counts: services too, and products no longer sold. */
const EVERYTHING = { excludeServices: false, soldWithinDays: Infinity };

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
    ["rebuy_rhythm", false],
    ["rebuy_blend", false],
    ["rebuy_then_discover", false],
    ["item_cosine", false],
    ["ease", false],
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
  const selection_reason = "The default: only 0 customers bought a product new to them in " +
    "the 28 days from 4 Jan 2020; a comparison needs 50.";
  const empty = { kind: "ranking", customers: 0, selection_reason, models: [] } as const;
  for (const rows of [SHOP, LATER]) {
    assertEquals(evaluateRecommendations(lines(rows), PERIOD), {
      recommendation_new_items: { ...empty, selected: "item_cosine" },
      recommendation_all_items: { ...empty, selected: "rebuy" },
    });
  }
});

Deno.test("evaluateRecommendations: the order of rows is no matter", () => {
  const rows = [...SHOP, ...LATER];
  assertEquals(
    evaluateRecommendations(lines(createRandom(8).shuffle(rows)), PERIOD),
    evaluateRecommendations(lines(rows), PERIOD),
  );
});

const HOLDOUT = { asOf: "2020-06-01", horizonDays: 60 };

Deno.test("evaluateRecommendations: EASE and the blend find tastes and habits, the choice is among them", () => {
  const tasks = evaluateRecommendations(lines(syntheticShop()), {
    ...HOLDOUT,
    excludeServices: true,
    segmentOf: new Map(Array.from({ length: 150 }, (_, i) => [`c${i}`, `taste ${i % 3}`])),
  });
  const { recommendation_new_items: fresh, recommendation_all_items: all } = tasks;
  const ndcg = (task: RankingTask, model: string) => scores(task, model).ndcg_at_10;
  assert(ndcg(fresh, "ease") > 1.5 * ndcg(fresh, "popularity"));
  assert(ndcg(fresh, "popularity_in_segment") > 1.5 * ndcg(fresh, "popularity"));
  assert(ndcg(all, "rebuy_blend") > ndcg(all, "own_frequency"));
  for (const task of [fresh, all]) {
    assert(task.models.some(({ model }) => model === task.selected), task.selected);
    assert(task.selection_reason.startsWith("NDCG at 10 in the 60 days"), task.selection_reason);
    for (const model of task.models) {
      const { low, high } = model.intervals!.ndcg_at_10;
      assert(low < model.ndcg_at_10 && model.ndcg_at_10 < high, model.model);
      for (const k of [5, 10, 20]) {
        assert(model[`coverage_at_${k}`] > 0 && model[`coverage_at_${k}`] <= 1);
        assert(model[`diversity_at_${k}`] > 0 && model[`diversity_at_${k}`] <= 1);
        assert(model[`novelty_at_${k}`] > 0);
        assert(model[`map_at_${k}`] <= model[`hit_rate_at_${k}`]);
      }
      assert(model.recall_at_5 <= model.recall_at_10 && model.recall_at_10 <= model.recall_at_20);
    }
  }
});

Deno.test("evaluateRecommendations: lists of ten are the beginning of lists of twenty", () => {
  const shop = lines(syntheticShop());
  const ten = evaluateRecommendations(shop, { ...HOLDOUT, k: 10, seed: null, rebuys: 5 });
  const both = evaluateRecommendations(shop, { ...HOLDOUT, k: [10, 20], seed: null, rebuys: 5 });
  for (const name of ["recommendation_new_items", "recommendation_all_items"] as const) {
    ten[name].models.forEach((model) => {
      const { recall_at_10, ndcg_at_10, map_at_10 } = scores(both[name], model.model);
      assertEquals(
        { recall_at_10, ndcg_at_10, map_at_10 },
        {
          recall_at_10: model.recall_at_10,
          ndcg_at_10: model.ndcg_at_10,
          map_at_10: model.map_at_10,
        },
      );
    });
  }
});

Deno.test("evaluateRecommendations: the tested period decides nothing", () => {
  const shop = lines(syntheticShop());
  const past = shop.filter(pl.col("invoice_date").lt(pl.lit(new Date(HOLDOUT.asOf))));
  const whole = evaluateRecommendations(shop, HOLDOUT);
  const blind = evaluateRecommendations(past, HOLDOUT);
  for (const name of ["recommendation_new_items", "recommendation_all_items"] as const) {
    const { selected, selection_reason } = blind[name];
    assertEquals([whole[name].selected, whole[name].selection_reason], [
      selected,
      selection_reason,
    ]);
  }
});

Deno.test("evaluateRecommendations: refuses bad input in one sentence", () => {
  const evaluate = (options: object) => () =>
    evaluateRecommendations(lines(SHOP), { ...PERIOD, ...options });
  assertThrows(evaluate({ k: 0 }), RangeError, "k must be");
  assertThrows(evaluate({ horizonDays: -1 }), RangeError, "horizonDays");
  assertThrows(evaluate({ rebuys: 21 }), RangeError, "rebuys");
  assertThrows(evaluate({ k: [] }), RangeError, "k must not be empty");
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
      plan: DEFAULT_PLAN,
      seed: null,
      ...EVERYTHING,
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
  name:
    "evaluateRecommendations: on UCI the ways chosen before beat REFERENCE's EASE and frequency",
  ignore: onlineRetailPath === undefined,
  fn() {
    const tasks = evaluateRecommendations(onlineRetail().transactions, {
      asOf: "2011-09-09",
      horizonDays: 91,
    });
    const { recommendation_new_items: fresh, recommendation_all_items: all } = tasks;
    assertEquals([fresh.selected, all.selected], ["ease_trend", "rebuy_blend"]);
    const discover = scores(fresh, "ease_trend");
    assert(discover.ndcg_at_10 > 0.13 && discover.recall_at_10 > 0.057);
    assert(discover.intervals!.ndcg_at_10.low > 0.121);
    assert(scores(all, "rebuy_blend").ndcg_at_10 > 0.39);
    assert(scores(all, "rebuy_rhythm").ndcg_at_10 < scores(all, "own_frequency").ndcg_at_10);
  },
});

Deno.test({
  name: "evaluateRecommendations: an earlier period picks the tie-break of rebuys and the support",
  ignore: onlineRetailPath === undefined,
  fn() {
    // It ends where the reported period begins.
    const early = {
      asOf: "2011-06-10",
      horizonDays: 91,
      plan: DEFAULT_PLAN,
      seed: null,
      ...EVERYTHING,
    };
    const tasks = evaluateRecommendations(onlineRetail().transactions, early);
    const all = tasks.recommendation_all_items;
    const ndcg = (model: string) => scores(all, model).ndcg_at_10;
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
