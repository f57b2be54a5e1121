import { formatDate } from "../words/dates.ts";
import pl, { type DataFrame } from "nodejs-polars";
import { cosineScorer } from "./ranking/cosine_scorer.ts";
import { customersInWords } from "./search/product_texts.ts";
import { easeScorer } from "./ranking/ease_scorer.ts";
import { fitEase } from "./similarity/fit_ease.ts";
import type { ItemScorer } from "./ranking/item_scorer.ts";
import { newItemRanker } from "./ranking/new_item_ranker.ts";
import { mostPopular } from "./matrix/product_popularity.ts";
import type { PurchaseHistories } from "./matrix/purchase_histories.ts";
import { type KnownPurchases, PurchaseBook, type PurchaseBookOptions } from "./purchase_book.ts";
import type { PurchaseSignals } from "./ranking/purchase_signals.ts";
import { rebuyRanker } from "./ranking/rebuy_ranker.ts";
import { DEFAULT_PLAN, type RecommendationPlan } from "./selection/recommendation_plan.ts";
import { sharedCustomers } from "./matrix/shared_customers.ts";

/** Options of {@linkcode recommendProducts}. */
export interface RecommendProductsOptions extends PurchaseBookOptions {
  /** ISO date: only lines before it count; default: all lines. */
  readonly asOf?: string;
  /** Recommendations per customer; default 10. */
  readonly perCustomer?: number;
  /**
   * How many of them come first and were bought before; default 5, or all if fewer are wanted. 0 leaves
   * out what the customer owns altogether.
   */
  readonly rebuys?: number;
  /** How to rank; default item cosine and the number of purchases. See `chooseRecommenders`. */
  readonly plan?: RecommendationPlan;
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
  transactions: DataFrame | PurchaseBook,
  options: RecommendProductsOptions = {},
): DataFrame {
  const { perCustomer = 10, asOf, plan = DEFAULT_PLAN } = options;
  const { rebuys = Math.min(5, perCustomer) } = options;
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
  const known = PurchaseBook.of(transactions, options).before(asOf);
  const { histories, offered, popularity, trend } = known;
  if (histories.customers.length === 0) {
    throw new RangeError(
      `Recommending products: there are no lines${asOf ? ` before ${formatDate(asOf)}` : ""}.`,
    );
  }
  const { similar, ease } = itemScorers(known, plan);
  const factors = trend.map((factor) => factor ** plan.discover.trendPower);
  const rankDiscoveries = similar && newItemRanker(histories, similar, { factors, offered });
  const { rank: rankRebuys } = rebuyRanker(known, plan.rebuy, ease);
  const inCommon = sharedCustomers(histories);
  const nameOf = (product: number) => known.names().get(histories.products[product])!;

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
        because: habit(known, entry),
      }));
    const first = again.slice(0, rebuys);
    const discoveries = (rankDiscoveries?.(customer, perCustomer - first.length) ?? [])
      .map(({ product, score }) => discovery(customer, product, score));
    const listed = new Set(discoveries.map((discovery) => discovery.product));
    const missing = perCustomer - first.length - discoveries.length;
    const popular = mostPopular(popularity, missing, listed.union(known.owned[customer]))
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
  known: KnownPurchases,
  { discover, rebuy }: RecommendationPlan,
): { similar: ItemScorer | undefined; ease: ItemScorer } {
  const { histories, interactions } = known;
  const needsEase = discover.model === "ease" || rebuy.model === "rebuy_blend";
  const ease = needsEase
    ? easeScorer(histories, fitEase(interactions, { lambda: discover.lambda }))
    : { scores: () => new Float64Array(histories.products.length), source: () => undefined };
  if (discover.model === "popularity") return { similar: undefined, ease };
  if (discover.model === "ease") return { similar: ease, ease };
  return { similar: cosineScorer(histories, known.similar()), ease };
}

/** How often a customer bought a product, and how regularly. */
function habit({ histories, rhythm }: PurchaseSignals, entry: number): string {
  const purchases = histories.purchases[entry];
  if (purchases === 1) return "bought once";
  const often = purchases === 2 ? "bought twice" : `bought ${purchases} times`;
  const gap = Math.round(rhythm.ownGap[entry]);
  return gap >= 1 ? `${often}, about every ${gap === 1 ? "day" : `${gap} days`}` : often;
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
