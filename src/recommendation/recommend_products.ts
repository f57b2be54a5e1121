import pl, { type DataFrame } from "nodejs-polars";
import { DAY, instantOf } from "../frames/days.ts";
import { productNames } from "../transactions/product_names.ts";
import { binaryInteractions } from "./matrix/build_interactions.ts";
import { cosineScorer } from "./ranking/cosine_scorer.ts";
import { customersInWords } from "./search/product_texts.ts";
import { easeScorer } from "./ranking/ease_scorer.ts";
import { encodePurchases } from "./matrix/encode_purchases.ts";
import { fitEase } from "./similarity/fit_ease.ts";
import type { ItemScorer } from "./ranking/item_scorer.ts";
import { newItemRanker } from "./ranking/new_item_ranker.ts";
import { mostPopular } from "./matrix/product_popularity.ts";
import { ownedBy, type PurchaseHistories } from "./matrix/purchase_histories.ts";
import { type PurchaseSignals, purchaseSignals } from "./ranking/purchase_signals.ts";
import { rebuyRanker } from "./ranking/rebuy_ranker.ts";
import { DEFAULT_PLAN, type RecommendationPlan } from "./selection/recommendation_plan.ts";
import { sharedCustomers } from "./matrix/shared_customers.ts";
import { similarProducts } from "./similarity/similar_products.ts";

/** Options of {@linkcode recommendProducts}. */
export interface RecommendProductsOptions {
  /** ISO date: only lines before it count; default: all lines. */
  readonly asOf?: string;
  /** Recommendations per customer; default 10. */
  readonly perCustomer?: number;
  /**
   * How many of them come first and were bought before; default 5, or all if fewer are wanted. 0 leaves
   * out what the customer owns altogether.
   */
  readonly rebuys?: number;
  /** Neighbours per product that discoveries are drawn from; default 20. */
  readonly neighbours?: number;
  /** Customers whom two neighbours have in common at least; default 2. */
  readonly minimumSupport?: number;
  /** How to rank; default item cosine and the number of purchases. See `chooseRecommenders`. */
  readonly plan?: RecommendationPlan;
  /** Whether postage, fees and other services are left out; default true. */
  readonly excludeServices?: boolean;
  /**
   * Products that no known customer bought in so many days up to `asOf` (else up to the last line)
   * count as withdrawn and are left out; default: none.
   */
  readonly soldWithinDays?: number;
}

/** A product to offer to one customer. */
interface Recommendation {
  readonly product: number;
  readonly score: number;
  readonly kind: "rebuy" | "discover";
  readonly because: string;
}

/**
 * Recommends products to every customer: first what they are likely to buy again, then what goes
 * with what they own, each with its reason.
 *
 * Rebuys are ranked and scored as `plan.rebuy` says (see `rebuyRanker`), by default by the number of
 * purchases. Discoveries are products they never bought, ranked and scored as `plan.discover` says
 * (see `newItemRanker`), by default by the sum of cosine similarities with what they own; where
 * those run out, the most popular products fill up with a score of 0, and then further rebuys.
 * Scores compare within a kind only. Services (postage, fees) are not recommended. A shorter list is
 * the beginning of a longer one, as long as `rebuys` is the same or left out.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, description, invoice_date,
 * customer_id, revenue, is_service`, one row per line, in any order.
 * @param options How many of each kind, ranked how, and as of when.
 * @returns `customer_id, rank` (from 1), `product_id, score, kind` ("rebuy" or "discover") and
 * `because`, ordered by customer and rank; fewer rows only where there are fewer products.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../frames/columns.ts";
 * import { recommendProducts } from "./recommend_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const offers = recommendProducts(pl.DataFrame({
 *   invoice_id: ["1", "1", "2"], product_id: ["C", "T", "T"], description: ["CUP", "TEA", "TEA"],
 *   customer_id: ["Ada", "Ada", "Bob"], revenue: [4, 2, 2], is_service: [false, false, false],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0, 0, 9)),
 * }), { minimumSupport: 1 });
 * assertEquals(offers.filter(pl.col("customer_id").eq(pl.lit("Bob"))).rows(), [
 *   ["Bob", 1, "T", 1, "rebuy", "bought once"],
 *   ["Bob", 2, "C", 1 / Math.sqrt(2), "discover", "bought with TEA (1 customer in common)"],
 * ]);
 * ```
 */
export function recommendProducts(
  transactions: DataFrame,
  options: RecommendProductsOptions = {},
): DataFrame {
  const { perCustomer = 10, asOf, plan = DEFAULT_PLAN, excludeServices = true } = options;
  const { rebuys = Math.min(5, perCustomer), soldWithinDays = Infinity } = options;
  if (!Number.isInteger(perCustomer) || perCustomer < 1) {
    throw new RangeError(
      `Recommending products: perCustomer must be a positive integer, got ${perCustomer}.`,
    );
  }
  if (!Number.isInteger(rebuys) || rebuys < 0 || rebuys > perCustomer) {
    throw new RangeError(
      `Recommending products: rebuys must be an integer from 0 to ${perCustomer}, got ${rebuys}.`,
    );
  }
  if (!(soldWithinDays > 0)) {
    throw new RangeError(
      `Recommending products: soldWithinDays must be positive, got ${soldWithinDays}.`,
    );
  }
  const past = asOf === undefined ? transactions : linesBefore(transactions, asOf);
  const lines = encodePurchases(past);
  const until = asOf === undefined ? 1 + latestOf(lines.date) : instantOf(asOf, "the as-of date");
  const signals = purchaseSignals(lines, { until, excludeServices });
  const { histories, popularity, trend } = signals;
  const offered = soldSince(histories, until - soldWithinDays * DAY);
  const order = popularity.order.filter((product) => offered[product] === 1);
  const { similar, ease } = itemScorers(signals, plan, options);
  const factors = trend.map((factor) => factor ** plan.discover.trendPower);
  const rankDiscoveries = similar && newItemRanker(histories, similar, { factors, offered });
  const { rank: rankRebuys } = rebuyRanker(signals, plan.rebuy, ease);
  const inCommon = sharedCustomers(histories);
  const names = productNames(past);
  const nameOf = (product: number) => names.get(histories.products[product])!;

  function discovery(customer: number, product: number, score: number): Recommendation {
    const source = similar!.source(customer, product)!;
    const both = customersInWords(inCommon(product, source));
    const because = `bought with ${nameOf(source)} (${both} in common)`;
    return { product, score, kind: "discover", because };
  }

  function recommendationsFor(customer: number): Recommendation[] {
    const again = rebuys === 0 ? [] : rankRebuys(customer)
      .map(({ entry, score }): Recommendation => ({
        product: histories.productIndices[entry],
        score,
        kind: "rebuy",
        because: habit(signals, entry),
      }))
      .filter(({ product }) => offered[product] === 1);
    const first = again.slice(0, rebuys);
    const discoveries = (rankDiscoveries?.(customer, perCustomer - first.length) ?? [])
      .map(({ product, score }) => discovery(customer, product, score));
    const known = new Set(discoveries.map((discovery) => discovery.product));
    for (const product of ownedBy(histories, customer)) known.add(product);
    const missing = perCustomer - first.length - discoveries.length;
    const popular = mostPopular({ ...popularity, order }, missing, known)
      .map((product): Recommendation => ({
        product,
        score: 0,
        kind: "discover",
        because: `popular: bought by ${customersInWords(popularity.customers[product])}`,
      }));
    return [...first, ...discoveries, ...popular, ...again.slice(rebuys)].slice(0, perCustomer);
  }
  return recommendationsTable(histories, recommendationsFor);
}

/** How discoveries are scored, unless by popularity, and EASE where the rebuys need it. */
function itemScorers(
  { histories }: PurchaseSignals,
  { discover, rebuy }: RecommendationPlan,
  { neighbours, minimumSupport }: RecommendProductsOptions,
): { similar: ItemScorer | undefined; ease: ItemScorer } {
  const interactions = binaryInteractions(histories);
  const needsEase = discover.model === "ease" || rebuy.model === "rebuy_blend";
  const ease = needsEase
    ? easeScorer(histories, fitEase(interactions, { lambda: discover.lambda }))
    : { scores: () => new Float64Array(histories.products.length), source: () => undefined };
  if (discover.model === "popularity") return { similar: undefined, ease };
  if (discover.model === "ease") return { similar: ease, ease };
  const neighbourhood = similarProducts(interactions, { neighbours, minimumSupport });
  return { similar: cosineScorer(histories, neighbourhood), ease };
}

function latestOf(dates: Float64Array): number {
  return dates.reduce((latest, date) => Math.max(latest, date), -Infinity);
}

/** 1 for products bought since a moment, else 0. */
function soldSince(
  { products, productIndices, lastPurchase }: PurchaseHistories,
  since: number,
): Uint8Array {
  const sold = new Uint8Array(products.length);
  productIndices.forEach((product, entry) => {
    if (lastPurchase[entry] >= since) sold[product] = 1;
  });
  return sold;
}

/** How often a customer bought a product, and how regularly. */
function habit({ histories, rhythm }: PurchaseSignals, entry: number): string {
  const purchases = histories.purchases[entry];
  if (purchases === 1) return "bought once";
  const gap = Math.round(rhythm.ownGap[entry]);
  if (!(gap >= 1)) return `bought ${purchases} times`;
  return `bought ${purchases} times, about every ${gap === 1 ? "day" : `${gap} days`}`;
}

function linesBefore(transactions: DataFrame, asOf: string): DataFrame {
  const until = new Date(instantOf(asOf, "the as-of date"));
  return transactions.filter(pl.col("invoice_date").lt(pl.lit(until)));
}

function recommendationsTable(
  { customers, products }: PurchaseHistories,
  recommendationsFor: (customer: number) => Recommendation[],
): DataFrame {
  const rows = customers.flatMap((id, customer) =>
    recommendationsFor(customer).map((offer, i) => ({ ...offer, id, rank: i + 1 }))
  );
  return pl.DataFrame([
    pl.Series("customer_id", rows.map((row) => row.id), pl.Utf8),
    pl.Series("rank", Int32Array.from(rows, (row) => row.rank), pl.Int32),
    pl.Series("product_id", rows.map((row) => products[row.product]), pl.Utf8),
    pl.Series("score", Float64Array.from(rows, (row) => row.score), pl.Float64),
    pl.Series("kind", rows.map((row) => row.kind), pl.Utf8),
    pl.Series("because", rows.map((row) => row.because), pl.Utf8),
  ]);
}
