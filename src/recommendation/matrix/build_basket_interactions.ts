import pl, { type DataFrame } from "nodejs-polars";
import { buildInteractions, type Interactions } from "./build_interactions.ts";

/** Options of {@linkcode buildBasketInteractions}. */
export interface BuildBasketInteractionsOptions {
  /** Whether postage, fees and other services are left out; default true. */
  readonly excludeServices?: boolean;
  /** Different products that count of one basket at most (≥ 1); default all. */
  readonly maximumBasketSize?: number;
}

/** A binary basket × product matrix: the ids of its rows, in `customers`, are those of invoices. */
export interface BasketInteractions extends Interactions {
  /** Number of baskets of which not every product counts. */
  readonly cappedBaskets: number;
}

/**
 * Builds the basket × product matrix of transaction lines: what was bought together, on one invoice.
 *
 * The work for a basket grows with the square of its size, and one of thousands of products says
 * little of any two of them. With `maximumBasketSize`, such a basket keeps its products that are in
 * most baskets, equals by product id.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, invoice_date, revenue,
 * is_service`, one row per line, in any order; whose they are is no matter.
 * @param options Whether services count, and how much of a huge basket does.
 * @returns One row per invoice, one column per product, both sorted by id, 1 for bought; and how many
 * baskets were capped.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or `maximumBasketSize` is not a positive integer.
 */
export function buildBasketInteractions(
  transactions: DataFrame,
  options: BuildBasketInteractionsOptions = {},
): BasketInteractions {
  const { excludeServices, maximumBasketSize = Infinity } = options;
  if (!(maximumBasketSize >= 1) || maximumBasketSize % 1 > 0) {
    throw new RangeError(
      "Building basket interactions: maximumBasketSize must be a positive integer, " +
        `got ${maximumBasketSize}.`,
    );
  }
  const isNamed = transactions.columns.includes("invoice_id");
  // Every invoice is its own customer.
  const baskets = isNamed
    ? transactions.withColumn(pl.col("invoice_id").alias("customer_id"))
    : transactions;
  return capped(buildInteractions(baskets, { excludeServices }), maximumBasketSize);
}

/** The same matrix, of whose rows none has more than so many entries. */
function capped(interactions: Interactions, size: number): BasketInteractions {
  const { customers: baskets, products, offsets, productIndices } = interactions;
  const popularity = new Int32Array(products.length);
  for (const product of productIndices) popularity[product]++;

  let cappedBaskets = 0;
  const kept = new Int32Array(productIndices.length);
  const keptOffsets = new Int32Array(offsets.length);
  for (let basket = 0; basket < baskets.length; basket++) {
    let content = productIndices.subarray(offsets[basket], offsets[basket + 1]);
    if (content.length > size) {
      content = content.toSorted((a, b) => popularity[b] - popularity[a] || a - b)
        .subarray(0, size).sort();
      cappedBaskets++;
    }
    kept.set(content, keptOffsets[basket]);
    keptOffsets[basket + 1] = keptOffsets[basket] + content.length;
  }
  const entries = keptOffsets[baskets.length];
  return {
    customers: baskets,
    products,
    offsets: keptOffsets,
    productIndices: kept.slice(0, entries),
    values: new Float64Array(entries).fill(1),
    cappedBaskets,
  };
}
