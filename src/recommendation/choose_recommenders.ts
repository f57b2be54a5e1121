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
/** Length of the lists that are compared. */
const K = 10;
const LAMBDAS = [50, 200, 400, 800];
const TREND_POWERS = [0, 0.5, 1];
const ITEM_WEIGHTS = [0, 1, 2, 4];
const BLEND_TREND_POWERS = [0, 0.5];
/** Enough to choose λ and eight times as fast to fit as twice as many. */
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
 * For products to discover: popularity, item cosine, and EASE with four penalties (fitted on
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
  const discovering = (plan: DiscoverPlan, scorer: ItemScorer): Candidate<DiscoverPlan> => {
    const factors = signals.trend.map((factor) => factor ** plan.trendPower);
    const rank = newItemRanker(histories, scorer, { factors });
    const ndcg = fresh.ndcg((customer) =>
      filled(rank(customer, K).map(({ product }) => product), owned[customer])
    );
    return { name: discoverName(plan), plan, ndcg };
  };
  const popular: Candidate<DiscoverPlan> = {
    name: "popularity",
    plan: { ...bare(DEFAULT_PLAN.discover), model: "popularity" },
    ndcg: fresh.ndcg((customer) => mostPopular(popularity, K, owned[customer])),
  };
  const { lambda: usual } = DEFAULT_PLAN.discover;
  const withCosine = TREND_POWERS.map((trendPower) =>
    discovering({ model: "item_cosine", lambda: usual, trendPower }, cosine)
  );
  const withEase = LAMBDAS.flatMap((lambda, i) =>
    TREND_POWERS.map((trendPower) => discovering({ model: "ease", lambda, trendPower }, fitted[i]))
  );
  const { lambda } = best(withEase).plan;
  const discover = better(withCosine[0], [popular, ...withCosine, ...withEase]);

  const ease = fitted[LAMBDAS.indexOf(lambda)];
  const none = new Set<number>();
  const again = (model: "rebuy" | "rebuy_rhythm"): Candidate<RebuyPlan> => {
    const plan = { ...bareRebuy(DEFAULT_PLAN.rebuy), model };
    const { rank } = rebuyRanker(signals, plan, ease);
    const ndcg = all.ndcg((customer) => {
      const entries = rank(customer).slice(0, K);
      return filled(entries.map(({ entry }) => histories.productIndices[entry]), none);
    });
    return { name: model, plan, ndcg };
  };
  const blends = ITEM_WEIGHTS.flatMap((itemWeight) =>
    BLEND_TREND_POWERS.map((trendPower): Candidate<RebuyPlan> => {
      const plan = { model: "rebuy_blend", itemWeight, trendPower } as const;
      const rank = newItemRanker(histories, blendScorer(signals, plan, ease), {
        includeOwned: true,
      });
      const ndcg = all.ndcg((customer) =>
        filled(rank(customer, K).map(({ product }) => product), none)
      );
      return { name: "rebuy_blend", plan, ndcg };
    })
  );
  const usualRebuy = again("rebuy");
  const rebuy = better(usualRebuy, [again("rebuy_rhythm"), ...blends]);
  const bestBlend = best(blends).plan;
  return {
    discover: {
      ...discover.chosen.plan,
      lambda,
      because: reason(discover, withCosine[0], period, fresh.customers.length),
    },
    // The blend's own settings are kept, so that it can be measured even where it is not chosen.
    rebuy: {
      ...bestBlend,
      model: rebuy.chosen.plan.model,
      because: reason(rebuy, usualRebuy, period, all.customers.length),
    },
  };
}

/** A way to recommend, and how its list did for each customer. */
interface Candidate<Plan> {
  readonly name: string;
  readonly plan: Plan;
  readonly ndcg: Float64Array;
}

/** The customers with something to be found, and a way to score lists for them. */
function asked(truth: readonly ReadonlySet<number>[]) {
  const customers = [...truth.keys()].filter((customer) => truth[customer].size > 0);
  const ndcg = (listOf: (customer: number) => number[]) =>
    Float64Array.from(customers, (customer) => ndcgAt([truth[customer]], [listOf(customer)], K));
  return { customers, ndcg };
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

function bare({ model, lambda, trendPower }: DiscoverPlan): DiscoverPlan {
  return { model, lambda, trendPower };
}

function bareRebuy({ model, itemWeight, trendPower }: RebuyPlan): RebuyPlan {
  return { model, itemWeight, trendPower };
}
