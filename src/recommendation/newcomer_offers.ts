import { formatNumber } from "../words/numbers.ts";
import pl, { type DataFrame } from "nodejs-polars";
import { isProduct } from "../transactions/is_product.ts";
import { textColumn } from "../frames/columns.ts";
import { linesBefore } from "../frames/days.ts";
import { bestFirst } from "./ranking/best_first.ts";
import { cosineScorer } from "./ranking/cosine_scorer.ts";
import { customersInWords } from "./search/product_texts.ts";
import { groupPopularity } from "./ranking/group_popularity.ts";
import type { PurchaseHistories } from "./matrix/purchase_histories.ts";
import { sharedCustomers } from "./matrix/shared_customers.ts";
import { type KnownPurchases, PurchaseBook, type PurchaseBookOptions } from "./purchase_book.ts";

/** Options of {@linkcode newcomerOffers}. */
export interface NewcomerOffersOptions extends PurchaseBookOptions {
  /** ISO date: only lines before it count; default: all lines. */
  readonly asOf?: string;
  /** Product ids in the newcomer's basket, in any order; default none. */
  readonly basket?: readonly string[];
  /** The newcomer's country, as the lines have it; default: not known. */
  readonly country?: string;
  /** The newcomer's segment, a name in `segments`; default: not known. */
  readonly segment?: string;
  /** The segments of known customers: `customer_id, segment`. */
  readonly segments?: DataFrame;
  /** Number of customers that everyone's popularity counts for beside the group's; default 20. */
  readonly strength?: number;
  /** Number of offers; default 10. */
  readonly count?: number;
}

/**
 * Finds offers for a customer nobody knows yet: what goes with the basket, and what is popular.
 *
 * A product's score is the sum of its cosine similarities with the products in the basket, as for
 * known customers, plus the share of customers of the newcomer's segment and country who bought it,
 * shrunk towards everyone's (see {@linkcode groupPopularity}). Without a basket it is that share
 * alone. The reason tells the larger of the two parts. What is in the basket is not offered, nor are
 * services or products no longer sold; a product in the basket that nobody bought yet has no neighbours and changes nothing.
 *
 * On the UCI file, asked at 2011-03-10 and 2011-06-10 (no reported figure uses them) for the first
 * baskets of newcomers of the next 91 days: popularity in the country has an NDCG at 10 of .103 and
 * .100, everyone's .094 and .094; outside the United Kingdom .159 and .160 against .073 and .106. A
 * strength of 5 gives .171 and .140 there, of 100 .100 and .147. Given any three products of a basket,
 * the sum of both parts finds the others with about .275 and .273, similarity alone with .268 and .271.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, description, invoice_date,
 * customer_id, revenue, is_service`, and `country` if one is asked for, one row per line, in any
 * order.
 * @param options What is known of the newcomer; how many offers, and as of when.
 * @returns `rank` (from 1), `product_id, score` and `because`, best first, ties by product id; fewer
 * rows only where there are fewer products.
 * @throws {TypeError} If a column is missing, or a segment is named without `segments`.
 * @throws {RangeError} If no line sells a product, or an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../frames/columns.ts";
 * import { newcomerOffers } from "./newcomer_offers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({
 *   invoice_id: ["1", "1", "2"], product_id: ["C", "T", "T"], description: ["CUP", "TEA", "TEA"],
 *   customer_id: ["Ada", "Ada", "Bob"], country: ["Eire", "Eire", "Peru"], revenue: [4, 2, 2],
 *   is_service: [false, false, false], invoice_date: dateSeries("invoice_date", new Float64Array(3)),
 * });
 * assertEquals(newcomerOffers(lines, { country: "Eire", strength: 1 }).rows(), [
 *   [1, "T", (1 + 1) / 2, "popular in Eire: bought by 1 of 1 customer"],
 *   [2, "C", (1 + .5) / 2, "popular in Eire: bought by 1 of 1 customer"],
 * ]);
 * assertEquals(newcomerOffers(lines, { basket: ["T"], minimumSupport: 1 }).rows(), [
 *   [1, "C", 1 / Math.sqrt(2) + .5, "bought with TEA (1 customer in common)"],
 * ]);
 * ```
 */
export function newcomerOffers(
  transactions: DataFrame,
  options: NewcomerOffersOptions = {},
): DataFrame {
  const { asOf, basket = [], strength = 20, count = 10 } = options;
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(`Finding offers: count must be a positive integer, got ${count}.`);
  }
  const past = asOf === undefined ? transactions : transactions.filter(linesBefore(asOf));
  const sold = past.filter(isProduct());
  const known = PurchaseBook.of(sold, options).before(asOf);
  const { histories, offered } = known;
  const { products, customers } = histories;
  const everyone = groupPopularity(histories, [...customers.keys()], strength);
  const group = groupPopularity(histories, membersOf(histories, sold, options), strength);

  const position = new Map(products.map((id, product) => [id, product]));
  const inBasket = new Set(basket.flatMap((id) => position.get(id) ?? []));
  const similar = similarityToBasket(inBasket, known);
  const inCommon = sharedCustomers(histories);
  const scores = group.shares.map((share, product) => share + similar.scores[product]);
  const candidates = Int32Array.from(products.keys()).filter((product) =>
    offered[product] === 1 && !inBasket.has(product)
  );
  const best = Array.from(bestFirst(candidates, scores, count));

  function because(product: number): string {
    const source = similar.source(product);
    if (source !== undefined && similar.scores[product] > group.shares[product]) {
      return `bought with ${known.names().get(products[source])} ` +
        `(${customersInWords(inCommon(product, source))} in common)`;
    }
    const isKnown = group.buyers[product] > 0;
    const { buyers, members } = isKnown ? group : everyone;
    return `popular${isKnown ? groupInWords(options) : ""}: bought by ${
      formatNumber(buyers[product])
    } of ` +
      customersInWords(members);
  }
  return pl.DataFrame([
    pl.Series("rank", Int32Array.from(best, (_, i) => i + 1), pl.Int32),
    pl.Series("product_id", best.map((product) => products[product]), pl.Utf8),
    pl.Series("score", Float64Array.from(best, (product) => scores[product]), pl.Float64),
    pl.Series("because", best.map(because), pl.Utf8),
  ]);
}

/** What goes with a basket, as for a customer who bought just the basket. */
function similarityToBasket(
  basket: ReadonlySet<number>,
  { histories, similar }: KnownPurchases,
): { scores: Float64Array; source: (product: number) => number | undefined } {
  const { products } = histories;
  if (basket.size === 0) {
    return { scores: new Float64Array(products.length), source: () => undefined };
  }
  const newcomer = {
    products,
    offsets: Int32Array.of(0, basket.size),
    productIndices: Int32Array.from(basket).sort(),
  };
  const { scores, source } = cosineScorer(newcomer, similar());
  return { scores: scores(0), source: (product) => source(0, product) };
}

/** Rows of the customers of the newcomer's segment who bought in the newcomer's country. */
function membersOf(
  { customers }: PurchaseHistories,
  sold: DataFrame,
  { country, segment, segments }: NewcomerOffersOptions,
): number[] {
  if (segment !== undefined && segments === undefined) {
    throw new TypeError(
      `Finding offers: segment "${segment}" is named without the segments of known customers.`,
    );
  }
  const isThere = country === undefined ? undefined : idsWhere(sold, "country", country);
  const isAlike = segment === undefined ? undefined : idsWhere(segments!, "segment", segment);
  return [...customers.keys()].filter((row) =>
    (isThere?.has(customers[row]) ?? true) && (isAlike?.has(customers[row]) ?? true)
  );
}

function idsWhere(frame: DataFrame, column: string, value: string): Set<string> {
  const missing = ["customer_id", column].filter((name) => !frame.columns.includes(name));
  if (missing.length > 0) {
    throw new TypeError(`Finding offers: missing ${missing.join(", ")}.`);
  }
  return new Set(textColumn(frame.filter(pl.col(column).eq(pl.lit(value))), "customer_id"));
}

function groupInWords({ country, segment }: NewcomerOffersOptions): string {
  return `${segment === undefined ? "" : ` among ${segment}`}` +
    `${country === undefined ? "" : ` in ${country}`}`;
}
