import { type AssortmentOptions, soldSince } from "./assortment.ts";
import type { EncodedPurchases } from "./encode_purchases.ts";

/**
 * Which products stood on the same invoice, as a sparse table: the distinct products of basket `i`
 * stand at positions `offsets[i]` to `offsets[i + 1] − 1` of `productIndices`, ascending.
 */
export interface ProductBaskets {
  /** Product ids, sorted. */
  readonly products: readonly string[];
  /** One more than baskets; a basket per invoice, in order of invoice id. */
  readonly offsets: Int32Array;
  /** Position in `products`; each product once per basket. */
  readonly productIndices: Int32Array;
}

/** Options of {@linkcode productBaskets}. */
export interface ProductBasketsOptions extends AssortmentOptions {
  /** First moment that is not known yet, in milliseconds since 1970; default: after the last line. */
  readonly until?: number;
}

/**
 * Gathers purchase lines into baskets: the distinct products of each invoice.
 *
 * Cancelled lines are no purchases and are not among the encoded ones. Where services are left out,
 * an invoice of nothing but services is no basket.
 *
 * @param lines Encoded purchase lines, in any order.
 * @param options Whether services count.
 * @returns The baskets and the products in them, whatever the order of the lines.
 *
 * @example
 * ```ts
 * import { productBaskets } from "./product_baskets.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Two lines of tea and one cup on the first invoice, tea and postage on the second.
 * const lines = {
 *   customers: ["Ada"], products: ["CUP", "POST", "TEA"], services: Uint8Array.of(0, 1, 0),
 *   customer: new Int32Array(5), product: Int32Array.of(2, 2, 0, 2, 1),
 *   invoice: Int32Array.of(0, 0, 0, 1, 1), date: new Float64Array(5), revenue: new Float64Array(5),
 * };
 * const { products, offsets, productIndices } = productBaskets(lines, { excludeServices: true });
 * assertEquals(products, ["CUP", "TEA"]);
 * assertEquals([...offsets], [0, 2, 3]);
 * assertEquals([...productIndices], [0, 1, 1]);
 * ```
 */
export function productBaskets(
  lines: EncodedPurchases,
  options: ProductBasketsOptions = {},
): ProductBaskets {
  const { excludeServices = true, soldWithinDays } = options;
  const latest = lastSales(lines);
  const until = options.until ?? 1 + latest.reduce((last, date) => Math.max(last, date), -Infinity);
  const since = soldSince(until, soldWithinDays);
  const counts = (product: number) =>
    latest[product] >= since && !(excludeServices && lines.services[product] === 1);
  const { products, position } = productsSold(lines, counts);
  const { starts, sold } = byInvoice(lines, counts);

  const offsets = [0];
  const productIndices = new Int32Array(sold.length);
  let entries = 0;
  for (let invoice = 0; invoice + 1 < starts.length; invoice++) {
    let previous = -1;
    for (const product of sold.subarray(starts[invoice], starts[invoice + 1]).sort()) {
      if (product !== previous) productIndices[entries++] = position[product];
      previous = product;
    }
    if (previous >= 0) offsets.push(entries);
  }
  return {
    products,
    offsets: Int32Array.from(offsets),
    productIndices: productIndices.slice(0, entries),
  };
}

/** The last time each product was bought, in milliseconds since 1970. */
function lastSales({ products, product, date }: EncodedPurchases): Float64Array {
  const latest = new Float64Array(products.length).fill(-Infinity);
  product.forEach((sold, line) => latest[sold] = Math.max(latest[sold], date[line]));
  return latest;
}

/** The products of the lines, and each one's place among them. */
function productsSold(lines: EncodedPurchases, counts: (product: number) => boolean) {
  const occurs = new Uint8Array(lines.products.length);
  for (const product of lines.product) if (counts(product)) occurs[product] = 1;
  const position = new Int32Array(lines.products.length);
  const products: string[] = [];
  lines.products.forEach((id, product) => {
    if (occurs[product] === 1) position[product] = products.push(id) - 1;
  });
  return { products, position };
}

/** The products of each invoice: those of number `i` stand at `starts[i]` to `starts[i + 1] − 1`. */
function byInvoice(lines: EncodedPurchases, counts: (product: number) => boolean) {
  let last = -1;
  for (const invoice of lines.invoice) last = Math.max(last, invoice);
  const starts = new Int32Array(last + 2);
  lines.product.forEach((product, line) => {
    if (counts(product)) starts[lines.invoice[line] + 1]++;
  });
  for (let invoice = 0; invoice <= last; invoice++) starts[invoice + 1] += starts[invoice];
  const next = starts.slice();
  const sold = new Int32Array(starts[last + 1]);
  lines.product.forEach((product, line) => {
    if (counts(product)) sold[next[lines.invoice[line]]++] = product;
  });
  return { starts, sold };
}
