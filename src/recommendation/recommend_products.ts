import pl, { type DataFrame } from "nodejs-polars";
import { productNames } from "../transactions/product_names.ts";
import { binaryInteractions } from "./build_interactions.ts";
import { discoveryRanker } from "./discovery_ranker.ts";
import { encodePurchases } from "./encode_purchases.ts";
import { instantOf } from "../transactions/days.ts";
import { mostPopular, productPopularity } from "./product_popularity.ts";
import { ownedBy, type PurchaseHistories, purchaseHistories } from "./purchase_histories.ts";
import { rankRebuys } from "./rank_rebuys.ts";
import { similarProducts } from "./similar_products.ts";

/** Options of {@linkcode recommendProducts}. */
export interface RecommendProductsOptions {
  /** ISO date: only lines before it count; default: all lines. */
  readonly asOf?: string;
  /** Recommendations per customer; default 10. */
  readonly perCustomer?: number;
  /** How many of them may be products that the customer bought before; default 5. */
  readonly rebuys?: number;
  /** Neighbours per product that discoveries are drawn from; default 20. */
  readonly neighbours?: number;
  /** Customers whom two neighbours have in common at least; default 2. */
  readonly minimumSupport?: number;
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
 * Rebuys are the customer's most often bought products (see {@linkcode rankRebuys}), scored by the
 * number of purchases. Discoveries are products they never bought, scored by the sum of cosine
 * similarities with what they own; where those run out, the most popular products fill up with a
 * score of 0. Services (postage, fees) are never recommended.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, description, invoice_date,
 * customer_id, revenue, is_service`, one row per line, in any order.
 * @param options How many of each kind, and as of when.
 * @returns `customer_id, rank` (from 1), `product_id, score, kind` ("rebuy" or "discover") and
 * `because`, ordered by customer and rank; fewer rows only where there are fewer products.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../transactions/columns.ts";
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
  const { perCustomer = 10, rebuys = 5, asOf, neighbours, minimumSupport } = options;
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
  const past = asOf === undefined ? transactions : linesBefore(transactions, asOf);
  const histories = purchaseHistories(encodePurchases(past), { excludeServices: true });
  const similar = similarProducts(binaryInteractions(histories), { neighbours, minimumSupport });
  const popularity = productPopularity(histories);
  const rankDiscoveries = discoveryRanker(histories, similar);
  const names = productNames(past);
  const nameOf = (product: number) => names.get(histories.products[product])!;

  function recommendationsFor(customer: number): Recommendation[] {
    const again = Array.from(
      rankRebuys(histories, popularity, customer).subarray(0, rebuys),
      (entry): Recommendation => ({
        product: histories.productIndices[entry],
        score: histories.purchases[entry],
        kind: "rebuy",
        because: times(histories.purchases[entry]),
      }),
    );
    const discoveries = rankDiscoveries(customer, perCustomer - again.length)
      .map(({ product, score, source, customersInCommon }): Recommendation => ({
        product,
        score,
        kind: "discover",
        because: `bought with ${nameOf(source)} (${customersOf(customersInCommon)} in common)`,
      }));
    const missing = perCustomer - again.length - discoveries.length;
    const known = new Set(discoveries.map((discovery) => discovery.product));
    for (const product of ownedBy(histories, customer)) known.add(product);
    const popular = mostPopular(popularity, missing, known).map((product): Recommendation => ({
      product,
      score: 0,
      kind: "discover",
      because: `popular: bought by ${customersOf(popularity.customers[product])}`,
    }));
    return [...again, ...discoveries, ...popular];
  }
  return recommendationsTable(histories, recommendationsFor);
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

function times(purchases: number): string {
  return purchases === 1 ? "bought once" : `bought ${purchases} times`;
}

function customersOf(count: number): string {
  return count === 1 ? "1 customer" : `${count} customers`;
}
