import type { DataFrame } from "nodejs-polars";
import { DAY, instantOf } from "../../frames/days.ts";
import { chooseRecommenders } from "./choose_recommenders.ts";
import { cosineScorer } from "../ranking/cosine_scorer.ts";
import { easeScorer } from "../ranking/ease_scorer.ts";
import { fillWithPopular } from "../ranking/fill_with_popular.ts";
import { fitEase } from "../similarity/fit_ease.ts";
import type { ItemScorer } from "../ranking/item_scorer.ts";
import { laterPurchases } from "../matrix/later_purchases.ts";
import { newItemRanker } from "../ranking/new_item_ranker.ts";
import type { ProductPopularity } from "../matrix/product_popularity.ts";
import { type KnownPurchases, PurchaseBook, type PurchaseBookOptions } from "../purchase_book.ts";
import { type RankingScores, type Recommender, scoreRecommenders } from "./ranking_scores.ts";
import { blendScorer, rebuyRanker, type RebuyTie } from "../ranking/rebuy_ranker.ts";
import { discoverName, type RebuyPlan, type RecommendationPlan } from "./recommendation_plan.ts";
import { segmentPopularity } from "../ranking/segment_popularity.ts";

/** Options of {@linkcode evaluateRecommendations}. */
export interface EvaluateRecommendationsOptions extends PurchaseBookOptions {
  /** ISO date: recommendations are made from lines before it, and tested on lines from it on. */
  readonly asOf: string;
  /** Length of the tested period, in days. */
  readonly horizonDays: number;
  /** Lengths of the lists; default 5, 10 and 20. */
  readonly k?: number | readonly number[];
  /** How many of a blended list may be rebuys; default 5, or half of the longest list if that is less. */
  readonly rebuys?: number;
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
  /** Which of the models had been selected before the test, by an earlier period, and why. */
  readonly selected: string;
  readonly selection_reason: string;
  readonly models: readonly RankingScores[];
}

/** Result of {@linkcode evaluateRecommendations}. */
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
 * breaks ties by recency, `rebuy` by popularity; `rebuy_rhythm` and
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
 * import { dateSeries } from "../../frames/columns.ts";
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
 * assertEquals(tasks.recommendation_new_items.selected, "item_cosine");
 * assertEquals(tasks.recommendation_new_items.models[1].recall_at_1, 1);
 * ```
 */
export function evaluateRecommendations(
  transactions: DataFrame | PurchaseBook,
  options: EvaluateRecommendationsOptions,
): RecommendationTasks {
  const { horizonDays, segmentOf, seed = 42 } = options;
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
  const until = asOf + horizonDays * DAY;
  const book = PurchaseBook.of(transactions, options);
  const plan = options.plan ?? chooseRecommenders(book, options);
  const past = book.known(asOf);
  const { histories, owned, popularity } = past;
  const bought = laterPurchases(histories, book.between(asOf, until));
  const boughtNew = bought.map((products, customer) => products.difference(owned[customer]));

  const ease = fitEase(past.interactions, { lambda: plan.discover.lambda });
  const known: Known = {
    ...past,
    plan,
    cosine: cosineScorer(histories, past.similar()),
    ease: easeScorer(histories, ease),
    inSegment: segmentOf && segmentPopularity(histories, segmentOf, popularity),
    longest,
    rebuys,
  };

  function task(
    truth: readonly ReadonlySet<number>[],
    models: readonly Recommender[],
    selected: string,
    selection_reason: string,
  ): RankingTask {
    return {
      kind: "ranking",
      customers: truth.filter(({ size }) => size > 0).length,
      selected,
      selection_reason,
      models: scoreRecommenders(truth, models, past, { ks, seed }),
    };
  }
  const { discover, rebuy } = plan;
  return {
    recommendation_new_items: task(
      boughtNew,
      newItemModels(known),
      discoverName(discover),
      discover.selection_reason,
    ),
    recommendation_all_items: task(
      bought,
      allItemModels(known),
      rebuy.model,
      rebuy.selection_reason,
    ),
  };
}

/** What lists are made of. */
interface Known extends Omit<KnownPurchases, "similar" | "names"> {
  readonly plan: RecommendationPlan;
  readonly cosine: ItemScorer;
  readonly ease: ItemScorer;
  readonly inSegment: ((customer: number) => ProductPopularity) | undefined;
  /** Length of the lists. */
  readonly longest: number;
  /** How many of a blended list are rebuys. */
  readonly rebuys: number;
}

function newItemModels(
  { histories, offered, popularity, trend, owned, plan, cosine, ease, inSegment, longest }: Known,
): Recommender[] {
  const popular = (customer: number, by: ProductPopularity) =>
    fillWithPopular([], longest, by, owned[customer]);
  function scored(scorer: ItemScorer, factors?: Float64Array): Recommender["recommend"] {
    const rank = newItemRanker(histories, scorer, { factors, offered });
    return (customer) => {
      const products = rank(customer, longest).map(({ product }) => product);
      return fillWithPopular(products, longest, popularity, owned[customer]);
    };
  }
  const models = [
    baseline("popularity", (customer) => popular(customer, popularity)),
    model("item_cosine", scored(cosine)),
    model("ease", scored(ease)),
  ];
  if (inSegment !== undefined) {
    models.push(
      baseline("popularity_in_segment", (customer) => popular(customer, inSegment(customer))),
    );
  }
  const chosen = discoverName(plan.discover);
  if (models.every((one) => one.model !== chosen)) {
    const factors = trend.map((factor) => factor ** plan.discover.trendPower);
    models.push(model(chosen, scored(plan.discover.model === "ease" ? ease : cosine, factors)));
  }
  return models;
}

function allItemModels(known: Known): Recommender[] {
  const { histories, offered, popularity, owned, plan, cosine, ease, inSegment, longest, rebuys } =
    known;
  const fill = (products: readonly number[], by = popularity) =>
    fillWithPopular(products, longest, by);
  function scored(scorer: ItemScorer): Recommender["recommend"] {
    const rank = newItemRanker(histories, scorer, { includeOwned: true, offered });
    return (customer) => fill(rank(customer, longest).map(({ product }) => product));
  }
  function again(name: RebuyPlan["model"], tie?: RebuyTie) {
    const { rank } = rebuyRanker(known, { ...plan.rebuy, model: name }, ease, tie);
    return (customer: number) => rank(customer).map(({ entry }) => histories.productIndices[entry]);
  }
  const byPurchases = again("rebuy");
  const byRhythm = again("rebuy_rhythm");
  const asChosen = again(plan.rebuy.model);
  const discover = newItemModels(known)
    .find(({ model }) => model === discoverName(plan.discover))!.recommend;
  const latest = again("rebuy", "recency");
  const models = [
    baseline("popularity", () => fill([])),
    baseline("own_frequency", (customer) => fill(latest(customer))),
    model("rebuy", (customer) => fill(byPurchases(customer))),
    model("rebuy_rhythm", (customer) => fill(byRhythm(customer))),
    model("rebuy_blend", scored(blendScorer(known, plan.rebuy, ease))),
    model("rebuy_then_discover", (customer) => {
      const products = [...asChosen(customer).slice(0, rebuys), ...discover(customer)];
      return fillWithPopular(products, longest, popularity, owned[customer]);
    }),
    model("item_cosine", scored(cosine)),
    model("ease", scored(ease)),
  ];
  if (inSegment !== undefined) {
    models.push(baseline("popularity_in_segment", (customer) => fill([], inSegment(customer))));
  }
  return models;
}

function model(name: string, recommend: Recommender["recommend"]): Recommender {
  return { model: name, baseline: false, recommend };
}

function baseline(name: string, recommend: Recommender["recommend"]): Recommender {
  return { model: name, baseline: true, recommend };
}

function positiveInteger(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `Evaluating recommendations: ${name} must be a positive integer, got ${value}.`,
    );
  }
}
