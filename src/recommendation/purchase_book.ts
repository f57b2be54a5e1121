import pl, { type DataFrame } from "nodejs-polars";
import { instantOf } from "../frames/days.ts";
import { productNames } from "../transactions/product_names.ts";
import type { AssortmentOptions } from "./matrix/assortment.ts";
import { binaryInteractions, type Interactions } from "./matrix/build_interactions.ts";
import { type EncodedPurchases, encodePurchases } from "./matrix/encode_purchases.ts";
import { ownedBy, type PurchaseHistories, purchaseHistories } from "./matrix/purchase_histories.ts";
import { type PurchaseSignals, purchaseSignals } from "./ranking/purchase_signals.ts";
import { type SimilarProducts, similarProducts } from "./similarity/similar_products.ts";

/** Options of {@linkcode PurchaseBook}: which products are offered, and which are neighbours. */
export interface PurchaseBookOptions extends AssortmentOptions {
  /** Neighbours per product; default 20. */
  readonly neighbours?: number;
  /** Customers whom two neighbours have in common at least; default 2. */
  readonly minimumSupport?: number;
}

/** Everything that the purchases before a date show. */
export interface KnownPurchases extends PurchaseSignals {
  /** Positions of products per customer. */
  readonly owned: readonly ReadonlySet<number>[];
  /** Who bought what. */
  readonly interactions: Interactions;
  /** Products bought by the same customers; none of the neighbours is no longer sold. */
  readonly similar: () => SimilarProducts;
  /** Product id to name. */
  readonly names: () => ReadonlyMap<string, string>;
}

/**
 * The purchases of a shop, encoded once, with one rule of what is offered: whatever is asked of it, of
 * whatever date, is worked out once.
 *
 * Functions of this room take a book where they take transactions; the book's options then stand.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../frames/columns.ts";
 * import { PurchaseBook } from "./purchase_book.ts";
 * import { assertEquals, assertStrictEquals } from "@std/assert";
 *
 * const book = PurchaseBook.of(pl.DataFrame({
 *   invoice_id: ["1", "2"], product_id: ["CUP", "POST"], customer_id: ["Ada", "Ada"],
 *   description: ["A CUP", "POSTAGE"], revenue: [4, 2], is_service: [false, true],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0, 9)),
 * }));
 * const known = book.before();
 * assertEquals(known.histories.products, ["CUP"]);
 * assertStrictEquals(book.before(), known);
 * ```
 */
export class PurchaseBook {
  /** All lines, in the order of the transactions. */
  readonly lines: EncodedPurchases;
  /** What is offered, and what is a neighbour. */
  readonly options: PurchaseBookOptions;
  readonly #transactions: DataFrame;
  readonly #known = new Map<number, KnownPurchases>();

  private constructor(transactions: DataFrame, options: PurchaseBookOptions) {
    this.lines = encodePurchases(transactions);
    this.options = options;
    this.#transactions = transactions;
  }

  /**
   * Opens a book.
   *
   * @param purchases Kept transaction lines: `invoice_id, product_id, invoice_date, customer_id, revenue,
   * is_service` (and `description`, where names are asked for), in any order; or a book.
   * @param options See {@linkcode PurchaseBookOptions}; of no effect on a book that is open.
   * @returns The book.
   * @throws {TypeError} If a column is missing.
   * @throws {RangeError} If there are no lines.
   */
  static of(purchases: DataFrame | PurchaseBook, options: PurchaseBookOptions = {}): PurchaseBook {
    return purchases instanceof PurchaseBook ? purchases : new PurchaseBook(purchases, options);
  }

  /**
   * What was known before a date.
   *
   * @param asOf ISO date; default: all lines.
   * @returns See {@linkcode KnownPurchases}.
   * @throws {RangeError} If it is no date, no line lies before it, or an option is out of range.
   */
  before(asOf?: string): KnownPurchases {
    return this.known(
      asOf === undefined ? 1 + latestOf(this.lines.date) : instantOf(asOf, "the as-of date"),
    );
  }

  /**
   * What was known at a moment.
   *
   * @param until First moment that is not known yet, in milliseconds since 1970.
   * @returns See {@linkcode KnownPurchases}.
   */
  known(until: number): KnownPurchases {
    let known = this.#known.get(until);
    if (known === undefined) this.#known.set(until, known = this.#read(until));
    return known;
  }

  /**
   * What was bought in a period.
   *
   * @param from First moment that counts, in milliseconds since 1970.
   * @param until First moment that no longer counts.
   * @returns Entries per customer and product.
   */
  between(from: number, until: number): PurchaseHistories {
    return purchaseHistories(this.lines, { ...this.options, from, until });
  }

  #read(until: number): KnownPurchases {
    const signals = purchaseSignals(this.lines, { ...this.options, until });
    const { histories, offered } = signals;
    const { neighbours, minimumSupport } = this.options;
    const transactions = this.#transactions;
    const interactions = binaryInteractions(histories);
    const isPast = pl.col("invoice_date").lt(pl.lit(new Date(until)));
    let similar: SimilarProducts | undefined;
    let names: ReadonlyMap<string, string> | undefined;
    return {
      ...signals,
      owned: histories.customers.map((_, customer) => new Set(ownedBy(histories, customer))),
      interactions,
      similar: () =>
        similar ??= similarProducts(interactions, { neighbours, minimumSupport, offered }),
      names: () => names ??= productNames(transactions.filter(isPast)),
    };
  }
}

function latestOf(dates: Float64Array): number {
  return dates.reduce((latest, date) => Math.max(latest, date), -Infinity);
}
