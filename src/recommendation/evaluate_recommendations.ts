import type { DataFrame } from "nodejs-polars";
import { hitRateAt } from "../metrics/hit_rate_at.ts";
import { ndcgAt } from "../metrics/ndcg_at.ts";
import { recallAt } from "../metrics/recall_at.ts";
import { binaryInteractions } from "./build_interactions.ts";
import { discoveryRanker } from "./discovery_ranker.ts";
import { encodePurchases } from "./encode_purchases.ts";
import { DAY, instantOf } from "../transactions/days.ts";
import { mostPopular, productPopularity } from "./product_popularity.ts";
import { ownedBy, type PurchaseHistories, purchaseHistories } from "./purchase_histories.ts";
import { rankRebuys, type RebuyTie } from "./rank_rebuys.ts";
import { similarProducts } from "./similar_products.ts";

/** Options of {@linkcode evaluateRecommendations}. */
export interface EvaluateRecommendationsOptions {
  /** ISO date: recommendations are made from lines before it, and tested on lines from it on. */
  readonly asOf: string;
  /** Length of the tested period, in days. */
  readonly horizonDays: number;
  /** Length of the lists; default 10. */
  readonly k?: number;
  /** How many of a blended list may be rebuys; default half of `k`. */
  readonly rebuys?: number;
  /** Neighbours per product; default 20. */
  readonly neighbours?: number;
  /** Customers whom two neighbours have in common at least; default 2. */
  readonly minimumSupport?: number;
  /** Whether postage, fees and other services are left out; default false. */
  readonly excludeServices?: boolean;
}

/** How well one way to recommend did, averaged over customers; the names end in k. */
export interface RankingScores {
  readonly model: string;
  readonly engine: string;
  /** Whether this is what the others have to beat. */
  readonly baseline: boolean;
  readonly [score: `${"recall" | "ndcg" | "hit_rate"}_at_${number}`]: number;
}

/** One question, asked of several models; a part of `metrics.json`. */
export interface RankingTask {
  readonly kind: "ranking";
  /** Customers known before who bought something to be found. */
  readonly customers: number;
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
 * lists hold no others; item cosine against popularity. *All items*: everything bought counts, and a
 * customer's own purchases are the baseline to beat. A product that nobody bought before cannot be
 * found and does not count; a customer with nothing to be found is left out. `own_frequency` breaks
 * ties by recency, `rebuy` by popularity (see {@linkcode rankRebuys}). All lists fill up with popular
 * products where they are short. `rebuy_then_discover` is the order of `recommendProducts`. Nothing here is random.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, invoice_date, customer_id,
 * revenue, is_service`, before and after `asOf`, in any order.
 * @param options The dates, and the settings of the recommendations.
 * @returns Both tasks, with recall, NDCG and hit rate at k per model; where no customer has anything
 * to be found, 0 customers and no models.
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
 * assertEquals(tasks.recommendation_new_items.models[1].recall_at_1, 1);
 * ```
 */
export function evaluateRecommendations(
  transactions: DataFrame,
  options: EvaluateRecommendationsOptions,
): RecommendationTasks {
  const { k = 10, horizonDays, neighbours, minimumSupport, excludeServices } = options;
  const rebuys = options.rebuys ?? Math.floor(k / 2);
  positiveInteger("k", k);
  positiveInteger("horizonDays", horizonDays);
  if (!Number.isInteger(rebuys) || rebuys < 0 || rebuys > k) {
    throw new RangeError(
      `Evaluating recommendations: rebuys must be 0 … ${k}, got ${rebuys}.`,
    );
  }
  const asOf = instantOf(options.asOf, "the as-of date");
  const lines = encodePurchases(transactions);
  const past = purchaseHistories(lines, { until: asOf, excludeServices });
  const until = asOf + horizonDays * DAY;
  const future = purchaseHistories(lines, { from: asOf, until, excludeServices });
  const bought = knownPurchases(past, future);
  const owned = past.customers.map((_, customer) => new Set(ownedBy(past, customer)));
  const boughtNew = bought.map((products, customer) => products.difference(owned[customer]));

  const popularity = productPopularity(past);
  const similar = similarProducts(binaryInteractions(past), { neighbours, minimumSupport });
  const rankDiscoveries = discoveryRanker(past, similar);
  const cosine = (customer: number, includeOwned: boolean) =>
    rankDiscoveries(customer, k, { includeOwned }).map(({ product }) => product);
  const rebuy = (customer: number, tie: RebuyTie) =>
    Array.from(rankRebuys(past, popularity, customer, tie), (entry) => past.productIndices[entry])
      .slice(0, k);
  const filled = (products: number[], except: ReadonlySet<number> = new Set()) => [
    ...products,
    ...mostPopular(popularity, k - products.length, except.union(new Set(products))),
  ];

  return {
    recommendation_new_items: compare(boughtNew, k, [
      baseline("popularity", (customer) => filled([], owned[customer])),
      model("item_cosine", (customer) => filled(cosine(customer, false), owned[customer])),
    ]),
    recommendation_all_items: compare(bought, k, [
      baseline("popularity", () => filled([])),
      baseline("own_frequency", (customer) => filled(rebuy(customer, "recency"))),
      model("rebuy", (customer) => filled(rebuy(customer, "popularity"))),
      model("rebuy_then_discover", (customer) => {
        const again = rebuy(customer, "popularity").slice(0, rebuys);
        return filled([...again, ...cosine(customer, false)].slice(0, k), owned[customer]);
      }),
      model("item_cosine", (customer) => filled(cosine(customer, true))),
    ]),
  };
}

/** A way to make a list of products for a customer, best first. */
interface Recommender {
  readonly model: string;
  readonly baseline: boolean;
  readonly recommend: (customer: number) => number[];
}

function model(name: string, recommend: Recommender["recommend"]): Recommender {
  return { model: name, baseline: false, recommend };
}

function baseline(name: string, recommend: Recommender["recommend"]): Recommender {
  return { model: name, baseline: true, recommend };
}

/** Scores the lists of every recommender for the customers with something to be found. */
function compare(
  truthByCustomer: readonly ReadonlySet<number>[],
  k: number,
  recommenders: readonly Recommender[],
): RankingTask {
  const customers = [...truthByCustomer.keys()].filter((i) => truthByCustomer[i].size > 0);
  const truth = customers.map((customer) => truthByCustomer[customer]);
  // With nobody to ask there is nothing to say: no scores rather than scores of 0.
  const asked = customers.length === 0 ? [] : recommenders;
  const models = asked.map(({ model, baseline, recommend }) => {
    const lists = customers.map(recommend);
    return {
      model,
      engine: "typed arrays",
      baseline,
      [`recall_at_${k}`]: recallAt(truth, lists, k),
      [`ndcg_at_${k}`]: ndcgAt(truth, lists, k),
      [`hit_rate_at_${k}`]: hitRateAt(truth, lists, k),
    } as RankingScores;
  });
  return { kind: "ranking", customers: customers.length, models };
}

/** For each customer of the past, the products of the past that they buy in the future. */
function knownPurchases(past: PurchaseHistories, future: PurchaseHistories): Set<number>[] {
  const productOf = new Map(past.products.map((id, product) => [id, product]));
  const rowOf = new Map(future.customers.map((id, customer) => [id, customer]));
  return past.customers.map((id) => {
    const row = rowOf.get(id);
    const bought = row === undefined ? [] : Array.from(ownedBy(future, row));
    return new Set(
      bought.map((product) => productOf.get(future.products[product]))
        .filter((product) => product !== undefined),
    );
  });
}

function positiveInteger(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `Evaluating recommendations: ${name} must be a positive integer, got ${value}.`,
    );
  }
}
