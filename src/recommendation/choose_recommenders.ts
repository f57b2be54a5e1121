import type { DataFrame } from "nodejs-polars";
import { ndcgAt } from "../metrics/ndcg_at.ts";
import { addDays, DAY, instantOf } from "../transactions/days.ts";
import { binaryInteractions } from "./build_interactions.ts";
import { cosineScorer } from "./cosine_scorer.ts";
import { easeScorer } from "./ease_scorer.ts";
import { type EncodedPurchases, encodePurchases } from "./encode_purchases.ts";
import { fitEase } from "./fit_ease.ts";
import type { ItemScorer } from "./item_scorer.ts";
import { laterPurchases } from "./later_purchases.ts";
import { newItemRanker } from "./new_item_ranker.ts";
import { mostPopular } from "./product_popularity.ts";
import { ownedBy, purchaseHistories } from "./purchase_histories.ts";
import { type PurchaseSignals, purchaseSignals } from "./purchase_signals.ts";
import { blendScorer, rebuyRanker } from "./rebuy_ranker.ts";
import {
  DEFAULT_PLAN,
  discoverName,
  type DiscoverPlan,
  type RebuyPlan,
  type RecommendationPlan,
} from "./recommendation_plan.ts";
import { similarProducts } from "./similar_products.ts";

/** Customers with something to find below whom an earlier period is no evidence. */
const MINIMUM_CUSTOMERS = 50;
/** Customers who are asked at most. */
const MAXIMUM_CUSTOMERS = 2_000;
/** Length of the lists that are compared. */
const K = 10;
const LAMBDAS = [100, 300, 900];
const TREND_POWERS = [0, 0.5, 1];
const ITEM_WEIGHTS = [0, 1, 2, 4];
const BLEND_TREND_POWERS = [0, 0.5];
/** Enough to choose λ, and faster to fit than all. */
const MAXIMUM_PRODUCTS = 1_000;

/** Options of {@linkcode chooseRecommenders}. */
export interface ChooseRecommendersOptions {
  /** ISO date: the choice is made from lines before it. */
  readonly asOf: string;
  /** Length of the period before `asOf` on which ways to recommend are compared, in days. */
  readonly horizonDays: number;
  /** Neighbours per product; default 20. */
  readonly neighbours?: number;
  /** Customers whom two neighbours have in common at least; default 2. */
  readonly minimumSupport?: number;
  /** Whether postage, fees and other services are left out; default false. */
  readonly excludeServices?: boolean;
}

/**
 * Chooses how to recommend by an earlier period: lists made one horizon before `asOf` are compared on
 * what customers bought from there to `asOf`, by their NDCG at 10.
 *
 * For products to discover: popularity, item cosine, and EASE with three penalties (fitted on
 * the 1,000 most popular products), each with three powers of the products' trend. For products to
 * buy again: the number of purchases, the rhythm, and blends. What is not better than the default
 * (see {@linkcode DEFAULT_PLAN}) by one standard error of the customers' differences does not
 * replace it; with fewer than 50 customers to ask the defaults stay.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, invoice_date, customer_id,
 * revenue, is_service`, in any order; those on or after `asOf` do not count.
 * @param options The dates, and the settings of the recommendations.
 * @returns The plan and why.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../transactions/columns.ts";
 * import { chooseRecommenders } from "./choose_recommenders.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { discover } = chooseRecommenders(pl.DataFrame({
 *   invoice_id: ["1"], product_id: ["TEA"], customer_id: ["Ada"], revenue: [2], is_service: [false],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0)),
 * }), { asOf: "1970-03-01", horizonDays: 28 });
 * assertEquals(discover.model, "item_cosine");
 * assertEquals(
 *   discover.because,
 *   "The default: before 1970-03-01 only 0 customers bought what was new to them in the 28 days from " +
 *     "1970-02-01, at least 50 are needed to compare.",
 * );
 * ```
 */
export function chooseRecommenders(
  transactions: DataFrame,
  options: ChooseRecommendersOptions,
): RecommendationPlan {
  return choosePlan(encodePurchases(transactions), options);
}

/**
 * The same from encoded lines; see {@linkcode chooseRecommenders}.
 *
 * @param lines Encoded purchase lines, in any order.
 * @param options The dates, and the settings of the recommendations.
 * @returns The plan and why.
 * @throws {RangeError} If an option is out of range.
 *
 * @example
 * ```ts
 * import { choosePlan } from "./choose_recommenders.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { rebuy } = choosePlan({
 *   customers: ["Ada"], products: ["TEA"], services: Uint8Array.of(0), customer: Int32Array.of(0),
 *   product: Int32Array.of(0), invoice: Int32Array.of(0), date: Float64Array.of(0),
 *   revenue: Float64Array.of(2),
 * }, { asOf: "1970-03-01", horizonDays: 28 });
 * assertEquals(rebuy.model, "rebuy");
 * ```
 */
export function choosePlan(
  lines: EncodedPurchases,
  options: ChooseRecommendersOptions,
): RecommendationPlan {
  const { asOf, horizonDays, excludeServices, neighbours, minimumSupport } = options;
  if (!Number.isInteger(horizonDays) || horizonDays < 1) {
    throw new RangeError(
      `Choosing recommenders: horizonDays must be a positive integer, got ${horizonDays}.`,
    );
  }
  const until = instantOf(asOf, "the as-of date");
  const split = until - horizonDays * DAY;
  const period = `the ${horizonDays} days from ${addDays(asOf, -horizonDays)}`;
  const signals = purchaseSignals(lines, { until: split, excludeServices });
  const { histories, popularity } = signals;
  const future = purchaseHistories(lines, { from: split, until, excludeServices });
  const later = laterPurchases(histories, future);
  const owned = histories.customers.map((_, customer) => new Set(ownedBy(histories, customer)));
  const fresh = asked(later.map((products, customer) => products.difference(owned[customer])));
  const all = asked(later);
  if (fresh.customers.length < MINIMUM_CUSTOMERS) {
    const because = `The default: before ${asOf} only ${fresh.customers.length} customers bought ` +
      `what was new to them in ${period}, at least ${MINIMUM_CUSTOMERS} are needed to compare.`;
    return {
      discover: { ...DEFAULT_PLAN.discover, because },
      rebuy: { ...DEFAULT_PLAN.rebuy, because },
    };
  }

  const interactions = binaryInteractions(histories);
  const cosine = cosineScorer(
    histories,
    similarProducts(interactions, { neighbours, minimumSupport }),
  );
  const fitted = LAMBDAS.map((lambda) => {
    const model = fitEase(interactions, { lambda, maximumProducts: MAXIMUM_PRODUCTS });
    return easeScorer(histories, model);
  });

  const filled = (products: number[], except: ReadonlySet<number>) =>
    products.length >= K ? products : [
      ...products,
      ...mostPopular(popularity, K - products.length, except.union(new Set(products))),
    ];
  const discovering = (plan: DiscoverPlan, scorer: ItemScorer): Way<DiscoverPlan> => {
    const factors = signals.trend.map((factor) => factor ** plan.trendPower);
    const rank = newItemRanker(histories, scorer, { factors });
    const recommend = (customer: number) =>
      filled(rank(customer, K).map(({ product }) => product), owned[customer]);
    return { name: discoverName(plan), plan, recommend };
  };
  const { lambda: usualLambda } = DEFAULT_PLAN.discover;
  const [usual, ...others] = compared<DiscoverPlan>(fresh, [
    ...TREND_POWERS.map((trendPower) =>
      discovering({ model: "item_cosine", lambda: usualLambda, trendPower }, cosine)
    ),
    {
      name: "popularity",
      plan: { model: "popularity", lambda: usualLambda, trendPower: 0 },
      recommend: (customer) => mostPopular(popularity, K, owned[customer]),
    },
    ...LAMBDAS.flatMap((lambda, i) =>
      TREND_POWERS.map((trendPower) =>
        discovering({ model: "ease", lambda, trendPower }, fitted[i])
      )
    ),
  ]);
  const { lambda } = best(others.filter(({ plan }) => plan.model === "ease")).plan;
  const discover = better(usual, others);

  const ease = fitted[LAMBDAS.indexOf(lambda)];
  const none = new Set<number>();
  const again = (model: "rebuy" | "rebuy_rhythm"): Way<RebuyPlan> => {
    const { itemWeight, trendPower } = DEFAULT_PLAN.rebuy;
    const plan = { model, itemWeight, trendPower };
    const { rank } = rebuyRanker(signals, plan, ease);
    const recommend = (customer: number) => {
      const entries = rank(customer).slice(0, K);
      return filled(entries.map(({ entry }) => histories.productIndices[entry]), none);
    };
    return { name: model, plan, recommend };
  };
  const blend = (itemWeight: number, trendPower: number): Way<RebuyPlan> => {
    const plan = { model: "rebuy_blend", itemWeight, trendPower } as const;
    const rank = newItemRanker(histories, blendScorer(signals, plan, ease), { includeOwned: true });
    const recommend = (customer: number) =>
      filled(rank(customer, K).map(({ product }) => product), none);
    return { name: "rebuy_blend", plan, recommend };
  };
  const [usualRebuy, ...otherRebuys] = compared<RebuyPlan>(all, [
    again("rebuy"),
    again("rebuy_rhythm"),
    ...ITEM_WEIGHTS.flatMap((itemWeight) =>
      BLEND_TREND_POWERS.map((trendPower) => blend(itemWeight, trendPower))
    ),
  ]);
  const rebuy = better(usualRebuy, otherRebuys);
  const bestBlend = best(otherRebuys.filter(({ plan }) => plan.model === "rebuy_blend")).plan;
  return {
    discover: {
      ...discover.chosen.plan,
      lambda,
      because: reason(discover, usual, period, fresh.customers.length),
    },
    // The blend's own settings are kept, so that it can be measured even where it is not chosen.
    rebuy: {
      ...bestBlend,
      model: rebuy.chosen.plan.model,
      because: reason(rebuy, usualRebuy, period, all.customers.length),
    },
  };
}

/** A way to recommend. */
interface Way<Plan> {
  readonly name: string;
  readonly plan: Plan;
  readonly recommend: (customer: number) => number[];
}

/** A way to recommend, and how its list did for each customer. */
interface Candidate<Plan> {
  readonly name: string;
  readonly plan: Plan;
  readonly ndcg: Float64Array;
}

/** Customers who are asked, and for every customer what is to be found. */
interface Asked {
  readonly customers: readonly number[];
  readonly truth: readonly ReadonlySet<number>[];
}

/** The customers with something to be found; of very many, evenly many. */
function asked(truth: readonly ReadonlySet<number>[]): Asked {
  const all = [...truth.keys()].filter((customer) => truth[customer].size > 0);
  const step = Math.max(1, all.length / MAXIMUM_CUSTOMERS);
  const count = Math.min(all.length, MAXIMUM_CUSTOMERS);
  return { truth, customers: Array.from({ length: count }, (_, i) => all[Math.floor(i * step)]) };
}

/** Customer by customer, so that ways to recommend can share what they compute for each. */
function compared<Plan>({ customers, truth }: Asked, ways: readonly Way<Plan>[]) {
  const candidates = ways.map(({ name, plan }): Candidate<Plan> => {
    return { name, plan, ndcg: new Float64Array(customers.length) };
  });
  customers.forEach((customer, i) =>
    ways.forEach(({ recommend }, w) => {
      candidates[w].ndcg[i] = ndcgAt([truth[customer]], [recommend(customer)], K);
    })
  );
  return candidates;
}

/** The candidate with the highest mean; the first among equals. */
function best<Plan>(candidates: readonly Candidate<Plan>[]): Candidate<Plan> {
  return candidates.reduce((leader, one) => mean(one.ndcg) > mean(leader.ndcg) ? one : leader);
}

/** The best candidate, if it is better than the usual one by a standard error of the differences. */
function better<Plan>(usual: Candidate<Plan>, others: readonly Candidate<Plan>[]) {
  const leader = best([usual, ...others]);
  const differences = leader.ndcg.map((value, i) => value - usual.ndcg[i]);
  const gain = mean(differences);
  const variance = mean(differences.map((difference) => (difference - gain) ** 2));
  const error = Math.sqrt(variance / differences.length);
  return { chosen: gain > error ? leader : usual, leader };
}

function reason<Plan>(
  { chosen, leader }: { chosen: Candidate<Plan>; leader: Candidate<Plan> },
  usual: Candidate<Plan>,
  period: string,
  customers: number,
): string {
  const score = ({ name, ndcg }: Candidate<Plan>) =>
    `${name.replaceAll("_", " ")} ${mean(ndcg).toFixed(3)}`;
  const where = `NDCG at ${K} for ${customers} customers in ${period}`;
  if (chosen !== usual) return `${where}: ${score(chosen)}, ${score(usual)}.`;
  if (leader === usual) return `${where}: ${score(usual)}, none better.`;
  return `${where}: ${score(usual)}; ${score(leader)} is not better by a standard error.`;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
