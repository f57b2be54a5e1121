import type { DataFrame } from "nodejs-polars";
import { DAY, instantOf } from "../transactions/days.ts";
import { binaryInteractions } from "./build_interactions.ts";
import { choosePlan } from "./choose_recommenders.ts";
import { cosineScorer } from "./cosine_scorer.ts";
import { easeScorer } from "./ease_scorer.ts";
import { encodePurchases } from "./encode_purchases.ts";
import { fitEase } from "./fit_ease.ts";
import type { ItemScorer } from "./item_scorer.ts";
import { laterPurchases } from "./later_purchases.ts";
import { newItemRanker } from "./new_item_ranker.ts";
import { mostPopular } from "./product_popularity.ts";
import { ownedBy, purchaseHistories } from "./purchase_histories.ts";
import { purchaseSignals } from "./purchase_signals.ts";
import { type RankingScores, type Recommender, scoreRecommenders } from "./ranking_scores.ts";
import { rankRebuys } from "./rank_rebuys.ts";
import { blendScorer, rebuyRanker } from "./rebuy_ranker.ts";
import { discoverName, type RecommendationPlan } from "./recommendation_plan.ts";
import { segmentPopularity } from "./segment_popularity.ts";
import { similarProducts } from "./similar_products.ts";

/** Options of {@linkcode evaluateRecommendations}. */
export interface EvaluateRecommendationsOptions {
  /** ISO date: recommendations are made from lines before it, and tested on lines from it on. */
  readonly asOf: string;
  /** Length of the tested period, in days. */
  readonly horizonDays: number;
  /** Lengths of the lists; default 5, 10 and 20. */
  readonly k?: number | readonly number[];
  /** How many of a blended list may be rebuys; default 5, or half of the longest list if that is less. */
  readonly rebuys?: number;
  /** Neighbours per product; default 20. */
  readonly neighbours?: number;
  /** Customers whom two neighbours have in common at least; default 2. */
  readonly minimumSupport?: number;
  /** Whether postage, fees and other services are left out; default false. */
  readonly excludeServices?: boolean;
  /** How to recommend; default what the period before `asOf` speaks for (`chooseRecommenders`). */
  readonly plan?: RecommendationPlan;
  /** Segment by customer id, told from lines before `asOf`; default: no popularity by segment. */
  readonly segmentOf?: ReadonlyMap<string, string>;
  /** Seed of the bootstrap; default 42. Null: no intervals. */
  readonly seed?: number | null;
}

/** One question, asked of several models; a part of `metrics.json`. */
export interface RankingTask {
  readonly kind: "ranking";
  /** Customers known before who bought something to be found. */
  readonly customers: number;
  /** Which of the models had been chosen before the test, by an earlier period, and why. */
  readonly chosen: string;
  readonly because: string;
  readonly models: readonly RankingScores[];
}

/** What {@linkcode evaluateRecommendations} returns. */
export interface RecommendationTasks {
  /** Finding products that the customer never bought before. */
  readonly recommendation_new_items: RankingTask;
  /** Finding whatever the customer bought. */
  readonly recommendation_all_items: RankingTask;
}

/**
 * Measures on a later period how well recommendations find what customers then bought.
 *
 * Two questions are kept apart. *New items*: only products that the customer never bought count, and
 * lists hold no others; item cosine and EASE against popularity. *All items*: everything bought
 * counts, and a customer's own purchases are the baseline to beat. A product that nobody bought before
 * cannot be found and does not count; a customer with nothing to be found is left out. `own_frequency`
 * breaks ties by recency, `rebuy` by popularity (see {@linkcode rankRebuys}); `rebuy_rhythm` and
 * `rebuy_blend` see `rebuyRanker`; `_trend` says that scores are multiplied by the products' trend. All
 * lists fill up with popular products where they are short. `rebuy_then_discover` is the order of
 * `recommendProducts`. Settings are chosen on the period before `asOf`, of which nothing is tested.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, invoice_date, customer_id,
 * revenue, is_service`, before and after `asOf`, in any order.
 * @param options The dates, and the settings of the recommendations.
 * @returns Both tasks, with accuracy, coverage, novelty and diversity per model and length of list; where
 * no customer has anything to be found, 0 customers and no models.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../transactions/columns.ts";
 * import { evaluateRecommendations } from "./evaluate_recommendations.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Ada and Bob bought cup and tea, Cyd a cup; on the next day she buys tea, as item cosine foresaw.
 * const day = Float64Array.of(0, 0, 0, 0, 0, 1).map((day) => day * 864e5);
 * const tasks = evaluateRecommendations(pl.DataFrame({
 *   invoice_id: ["1", "1", "2", "2", "3", "4"], product_id: ["CUP", "TEA", "CUP", "TEA", "CUP", "TEA"],
 *   customer_id: ["Ada", "Ada", "Bob", "Bob", "Cyd", "Cyd"], revenue: [4, 2, 4, 2, 4, 2],
 *   is_service: new Array(6).fill(false), invoice_date: dateSeries("invoice_date", day),
 * }), { asOf: "1970-01-02", horizonDays: 1, k: 1 });
 * assertEquals(tasks.recommendation_new_items.customers, 1);
 * assertEquals(tasks.recommendation_new_items.chosen, "item_cosine");
 * assertEquals(tasks.recommendation_new_items.models[1].recall_at_1, 1);
 * ```
 */
export function evaluateRecommendations(
  transactions: DataFrame,
  options: EvaluateRecommendationsOptions,
): RecommendationTasks {
  const { horizonDays, neighbours, minimumSupport, excludeServices, segmentOf, seed = 42 } =
    options;
  const ks = typeof options.k === "number" ? [options.k] : options.k ?? [5, 10, 20];
  if (ks.length === 0) throw new RangeError("Evaluating recommendations: k must not be empty.");
  ks.forEach((k) => positiveInteger("k", k));
  positiveInteger("horizonDays", horizonDays);
  const longest = Math.max(...ks);
  const rebuys = options.rebuys ?? Math.min(5, Math.floor(longest / 2));
  if (!Number.isInteger(rebuys) || rebuys < 0 || rebuys > longest) {
    throw new RangeError(
      `Evaluating recommendations: rebuys must be 0 … ${longest}, got ${rebuys}.`,
    );
  }
  const asOf = instantOf(options.asOf, "the as-of date");
  const lines = encodePurchases(transactions);
  const plan = options.plan ?? choosePlan(lines, options);
  const signals = purchaseSignals(lines, { until: asOf, excludeServices });
  const { histories: past, popularity } = signals;
  const until = asOf + horizonDays * DAY;
  const bought = laterPurchases(
    past,
    purchaseHistories(lines, { from: asOf, until, excludeServices }),
  );
  const owned = past.customers.map((_, customer) => new Set(ownedBy(past, customer)));
  const boughtNew = bought.map((products, customer) => products.difference(owned[customer]));

  const interactions = binaryInteractions(past);
  const similar = similarProducts(interactions, { neighbours, minimumSupport });
  const cosine = cosineScorer(past, similar);
  const ease = easeScorer(past, fitEase(interactions, { lambda: plan.discover.lambda }));
  const trend = signals.trend.map((factor) => factor ** plan.discover.trendPower);
  const byModel = { item_cosine: cosine, ease, popularity: popularityScorer(popularity.customers) };
  const discoverFurther = newItemRanker(past, byModel[plan.discover.model], { factors: trend });

  const none = new Set<number>();
  const filled = (products: readonly number[], except: ReadonlySet<number>, by = popularity) => [
    ...products.slice(0, longest),
    ...mostPopular(by, longest - products.length, except.union(new Set(products))),
  ];
  const products = (ranked: readonly { product: number }[]) => ranked.map(({ product }) => product);
  const fresh = (scorer: ItemScorer, factors?: Float64Array) => {
    const rank = newItemRanker(past, scorer, { factors });
    return (customer: number) => filled(products(rank(customer, longest)), owned[customer]);
  };
  const anything = (scorer: ItemScorer) => {
    const rank = newItemRanker(past, scorer, { includeOwned: true });
    return (customer: number) => filled(products(rank(customer, longest)), none);
  };
  const again = (name: RecommendationPlan["rebuy"]["model"]) => {
    const { rank } = rebuyRanker(signals, { ...plan.rebuy, model: name }, ease);
    return (customer: number) => rank(customer).map(({ entry }) => past.productIndices[entry]);
  };
  const onlyRebuys = (name: "rebuy" | "rebuy_rhythm") => {
    const list = again(name);
    return (customer: number) => filled(list(customer), none);
  };
  const latest = (customer: number) =>
    Array.from(
      rankRebuys(past, popularity, customer, "recency"),
      (entry) => past.productIndices[entry],
    );
  const chosenRebuys = again(plan.rebuy.model);
  const rebuyThenDiscover = (customer: number) => {
    const first = chosenRebuys(customer).slice(0, rebuys);
    return filled(
      [...first, ...products(discoverFurther(customer, longest))],
      owned[customer],
    );
  };
  const inSegment = segmentOf && segmentPopularity(past, segmentOf);
  const chosen = discoverName(plan.discover);

  const newModels = [
    baseline("popularity", (customer) => filled([], owned[customer])),
    model("item_cosine", fresh(cosine)),
    ...(inSegment === undefined ? [] : [
      baseline(
        "popularity_in_segment",
        (customer) => filled([], owned[customer], inSegment(customer)),
      ),
    ]),
    model("ease", fresh(ease)),
  ];
  if (newModels.every((one) => one.model !== chosen)) {
    newModels.push(model(chosen, fresh(byModel[plan.discover.model], trend)));
  }
  const allModels = [
    baseline("popularity", () => filled([], none)),
    ...(inSegment === undefined ? [] : [
      baseline("popularity_in_segment", (customer) => filled([], none, inSegment(customer))),
    ]),
    baseline("own_frequency", (customer) => filled(latest(customer), none)),
    model("rebuy", onlyRebuys("rebuy")),
    model("rebuy_rhythm", onlyRebuys("rebuy_rhythm")),
    model("rebuy_blend", anything(blendScorer(signals, plan.rebuy, ease))),
    model("rebuy_then_discover", rebuyThenDiscover),
    model("item_cosine", anything(cosine)),
    model("ease", anything(ease)),
  ];

  function task(
    truth: readonly ReadonlySet<number>[],
    models: readonly Recommender[],
    chosen: string,
    because: string,
  ): RankingTask {
    return {
      kind: "ranking",
      customers: truth.filter(({ size }) => size > 0).length,
      chosen,
      because,
      models: scoreRecommenders(truth, models, { histories: past, popularity }, { ks, seed }),
    };
  }
  return {
    recommendation_new_items: task(boughtNew, newModels, chosen, plan.discover.because),
    recommendation_all_items: task(bought, allModels, plan.rebuy.model, plan.rebuy.because),
  };
}

function model(name: string, recommend: Recommender["recommend"]): Recommender {
  return { model: name, baseline: false, recommend };
}

function baseline(name: string, recommend: Recommender["recommend"]): Recommender {
  return { model: name, baseline: true, recommend };
}

/** The same scores for everybody. */
function popularityScorer(customers: Int32Array): ItemScorer {
  const scores = Float64Array.from(customers);
  return { scores: () => scores, source: () => undefined };
}

function positiveInteger(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `Evaluating recommendations: ${name} must be a positive integer, got ${value}.`,
    );
  }
}
