import { formatDate } from "../../words/dates.ts";
import { formatNumber } from "../../words/numbers.ts";
import type { DataFrame } from "nodejs-polars";
import { FEWEST_CUSTOMERS } from "../../backtest/backtest_limits.ts";
import { addDays, DAY, instantOf } from "../../frames/days.ts";
import { type ComparedWay, compareWays, selectWay, type Way } from "./compare_ways.ts";
import { cosineScorer } from "../ranking/cosine_scorer.ts";
import { easeScorer } from "../ranking/ease_scorer.ts";
import { fillWithPopular } from "../ranking/fill_with_popular.ts";
import { fitEase, MOST_EASE_PRODUCTS } from "../similarity/fit_ease.ts";
import { mean } from "../../numeric/sums.ts";
import type { ItemScorer } from "../ranking/item_scorer.ts";
import { laterPurchases } from "../matrix/later_purchases.ts";
import { newItemRanker } from "../ranking/new_item_ranker.ts";
import { type KnownPurchases, PurchaseBook, type PurchaseBookOptions } from "../purchase_book.ts";
import type { PurchaseSignals } from "../ranking/purchase_signals.ts";
import { blendScorer, rebuyRanker } from "../ranking/rebuy_ranker.ts";
import {
  DEFAULT_PLAN,
  discoverName,
  type DiscoverPlan,
  type RebuyPlan,
  type RecommendationPlan,
} from "./recommendation_plan.ts";

/** Length of the lists that are compared. */
const K = 10;
const LAMBDAS = [100, 300, 900];
const TREND_POWERS = [0, 0.5, 1];
const ITEM_WEIGHTS = [0, 1, 2, 4];
const BLEND_TREND_POWERS = [0, 0.5];
/** Enough to choose λ, and faster to fit than all. */
const MAXIMUM_PRODUCTS = 1_000;

/** Options of {@linkcode chooseRecommenders}. */
export interface ChooseRecommendersOptions extends PurchaseBookOptions {
  /** ISO date: the choice is made from lines before it. */
  readonly asOf: string;
  /** Length of the period before `asOf` on which ways to recommend are compared, in days. */
  readonly horizonDays: number;
}

/**
 * Chooses how to recommend by an earlier period: lists made one horizon before `asOf` are compared on
 * what customers bought from there to `asOf`, by their NDCG at 10.
 *
 * For products to discover: popularity, item cosine, and EASE with three penalties (fitted on
 * the 1,000 most popular products), each with three powers of the products' trend. For products to
 * buy again: the number of purchases, the rhythm, and blends. Of each the best settings are compared,
 * and the best replaces the default ({@linkcode DEFAULT_PLAN}) only if it is better by more than two
 * standard errors of the customers' differences (see `selectModel`). With fewer than 50 customers to ask the defaults stay. EASE leaves all but the 1,500 most
 * popular products aside; where that hurts, as in a catalogue of very many products, item cosine
 * comes out ahead and is used instead.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, invoice_date, customer_id,
 * revenue, is_service`, in any order, or a book of them; those on or after `asOf` do not count.
 * @param options The dates, and the settings of the recommendations.
 * @returns The plan and why.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../../frames/columns.ts";
 * import { chooseRecommenders } from "./choose_recommenders.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { discover } = chooseRecommenders(pl.DataFrame({
 *   invoice_id: ["1"], product_id: ["TEA"], customer_id: ["Ada"], revenue: [2], is_service: [false],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0)),
 * }), { asOf: "1970-03-01", horizonDays: 28 });
 * assertEquals(discover.model, "item_cosine");
 * assertEquals(
 *   discover.selection_reason,
 *   "The default: only 0 customers bought a product new to them in the 28 days from 1 Feb 1970; a " +
 *     "comparison needs 50.",
 * );
 * ```
 */
export function chooseRecommenders(
  transactions: DataFrame | PurchaseBook,
  options: ChooseRecommendersOptions,
): RecommendationPlan {
  const { asOf, horizonDays } = options;
  if (!Number.isInteger(horizonDays) || horizonDays < 1) {
    throw new RangeError(
      `Choosing recommenders: horizonDays must be a positive integer, got ${horizonDays}.`,
    );
  }
  const until = instantOf(asOf, "the as-of date");
  const split = until - horizonDays * DAY;
  const period = `the ${horizonDays} days from ${formatDate(addDays(asOf, -horizonDays))}`;
  const book = PurchaseBook.of(transactions, options);
  const known = book.known(split);
  const { histories, owned, interactions } = known;
  const bought = laterPurchases(histories, book.between(split, until));
  const boughtNew = bought.map((products, customer) => products.difference(owned[customer]));
  const asked = boughtNew.filter(({ size }) => size > 0).length;
  if (asked < FEWEST_CUSTOMERS) {
    const selection_reason = `The default: only ${asked} customers bought a product new ` +
      `to them in ${period}; a comparison needs ${FEWEST_CUSTOMERS}.`;
    return {
      discover: { ...DEFAULT_PLAN.discover, selection_reason },
      rebuy: { ...DEFAULT_PLAN.rebuy, selection_reason },
    };
  }

  const byLambda = new Map(LAMBDAS.map((lambda) => {
    const model = fitEase(interactions, { lambda, maximumProducts: MAXIMUM_PRODUCTS });
    return [lambda, easeScorer(histories, model)];
  }));
  const ways = discoverWays(known, byLambda);
  const discover = selectWay(compareWays(ways, boughtNew, K));

  // EASE and the blend keep their best settings, to be measured even where they are not chosen.
  const { lambda } = bestOf(discover.best.filter(({ plan }) => plan.model === "ease")).plan;
  const rebuy = selectWay(compareWays(rebuyWays(known, byLambda.get(lambda)!), bought, K));
  const { plan: blend } = rebuy.best.find(({ plan }) => plan.model === "rebuy_blend")!;
  const reason = (why: string) => `NDCG at ${K} in ${period}: ${why}.`;
  const capped = discover.plan.model === "ease" && histories.products.length > MOST_EASE_PRODUCTS
    ? ` EASE knows the ${formatNumber(MOST_EASE_PRODUCTS)} most popular products only.`
    : "";
  return {
    discover: { ...discover.plan, lambda, selection_reason: reason(discover.because) + capped },
    rebuy: { ...blend, model: rebuy.plan.model, selection_reason: reason(rebuy.because) },
  };
}

function bestOf<Plan>(ways: readonly ComparedWay<Plan>[]): ComparedWay<Plan> {
  return ways.reduce((best, way) => mean(way.ndcg) > mean(best.ndcg) ? way : best);
}

/** Ways to find new products, the default first. */
function discoverWays(
  { histories, popularity, trend, offered, owned, similar }: KnownPurchases,
  byLambda: ReadonlyMap<number, ItemScorer>,
): Way<DiscoverPlan>[] {
  const { lambda: usual } = DEFAULT_PLAN.discover;
  const cosine = cosineScorer(histories, similar());
  function way(plan: DiscoverPlan, scorer: ItemScorer): Way<DiscoverPlan> {
    const factors = trend.map((factor) => factor ** plan.trendPower);
    const rank = newItemRanker(histories, scorer, { factors, offered });
    const recommend = (customer: number) => {
      const products = rank(customer, K).map(({ product }) => product);
      return fillWithPopular(products, K, popularity, owned[customer]);
    };
    return { name: discoverName(plan), plan, recommend };
  }
  return [
    ...TREND_POWERS.map((trendPower) =>
      way({ model: "item_cosine", lambda: usual, trendPower }, cosine)
    ),
    {
      name: "popularity",
      plan: { model: "popularity", lambda: usual, trendPower: 0 },
      recommend: (customer) => fillWithPopular([], K, popularity, owned[customer]),
    },
    ...Array.from(
      byLambda,
      ([lambda, scorer]) =>
        TREND_POWERS.map((trendPower) => way({ model: "ease", lambda, trendPower }, scorer)),
    )
      .flat(),
  ];
}

/** Ways to find whatever a customer buys, the default first. */
function rebuyWays(signals: PurchaseSignals, ease: ItemScorer): Way<RebuyPlan>[] {
  const { histories, popularity, offered } = signals;
  function again(model: "rebuy" | "rebuy_rhythm"): Way<RebuyPlan> {
    const { itemWeight, trendPower } = DEFAULT_PLAN.rebuy;
    const plan = { model, itemWeight, trendPower };
    const { rank } = rebuyRanker(signals, plan, ease);
    const recommend = (customer: number) => {
      const products = rank(customer).map(({ entry }) => histories.productIndices[entry]);
      return fillWithPopular(products, K, popularity);
    };
    return { name: model, plan, recommend };
  }
  function blend(itemWeight: number, trendPower: number): Way<RebuyPlan> {
    const plan = { model: "rebuy_blend", itemWeight, trendPower } as const;
    const scorer = blendScorer(signals, plan, ease);
    const rank = newItemRanker(histories, scorer, { includeOwned: true, offered });
    const recommend = (customer: number) => {
      const products = rank(customer, K).map(({ product }) => product);
      return fillWithPopular(products, K, popularity);
    };
    return { name: plan.model, plan, recommend };
  }
  return [
    again("rebuy"),
    again("rebuy_rhythm"),
    ...ITEM_WEIGHTS.flatMap((itemWeight) =>
      BLEND_TREND_POWERS.map((trendPower) => blend(itemWeight, trendPower))
    ),
  ];
}
