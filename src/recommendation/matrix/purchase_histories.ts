import type { EncodedPurchases } from "./encode_purchases.ts";
import { sum } from "../../numeric/sums.ts";

/**
 * What each customer bought, as a sparse table: the products of the customer in row `i` stand at
 * positions `offsets[i]` to `offsets[i + 1] − 1` of the arrays below, in order of product.
 */
export interface PurchaseHistories {
  /** Customer ids, sorted. */
  readonly customers: readonly string[];
  /** Product ids, sorted. */
  readonly products: readonly string[];
  /** One more than customers. */
  readonly offsets: Int32Array;
  /** Position in `products`. */
  readonly productIndices: Int32Array;
  /** Number of invoices on which the customer bought the product. */
  readonly purchases: Int32Array;
  /** Last purchase, in milliseconds since 1970. */
  readonly lastPurchase: Float64Array;
  /** Money spent on the product. */
  readonly revenue: Float64Array;
}

/** Options of {@linkcode purchaseHistories}. */
export interface PurchaseHistoriesOptions {
  /** First moment that counts, in milliseconds since 1970; default: all of the past. */
  readonly from?: number;
  /** First moment that no longer counts, in milliseconds since 1970; default: all of the future. */
  readonly until?: number;
  /** Whether postage, fees and other services are left out; default true. */
  readonly excludeServices?: boolean;
}

/**
 * Gathers purchase lines of a period into one entry per customer and product.
 *
 * A customer who bought only services keeps a row, empty where services are left out.
 *
 * @returns Customers and products of the period and their entries, whatever the order of the lines.
 */
export function purchaseHistories(
  lines: EncodedPurchases,
  options: PurchaseHistoriesOptions = {},
): PurchaseHistories {
  const { from = -Infinity, until = Infinity, excludeServices = true } = options;
  const inPeriod = linesWhere(
    lines.date.length,
    (line) => lines.date[line] >= from && lines.date[line] < until,
  );
  const isProduct = (line: number) => !excludeServices || lines.services[lines.product[line]] === 0;
  const counted = inPeriod.filter(isProduct);
  const customers = present(inPeriod, lines.customer, lines.customers.length);
  const products = present(counted, lines.product, lines.products.length);

  // Sorting by the least important key first leaves the lines of a customer's product together.
  const byInvoice = sortBy(counted, lines.invoice);
  const byProduct = sortBy(byInvoice, lines.product);
  const order = sortBy(byProduct, lines.customer);

  const offsets = new Int32Array(customers.kept.length + 1);
  const productIndices = new Int32Array(order.length);
  const purchases = new Int32Array(order.length);
  const lastPurchase = new Float64Array(order.length);
  const revenue = new Float64Array(order.length);
  let entries = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const customer = lines.customer[order[start]];
    const product = lines.product[order[start]];
    let invoices = 0;
    let latest = -Infinity;
    for (; end < order.length; end++) {
      const line = order[end];
      if (lines.customer[line] !== customer || lines.product[line] !== product) break;
      if (end === start || lines.invoice[line] !== lines.invoice[order[end - 1]]) invoices++;
      latest = Math.max(latest, lines.date[line]);
    }
    productIndices[entries] = products.position[product];
    purchases[entries] = invoices;
    lastPurchase[entries] = latest;
    revenue[entries] = sumInFixedOrder(order, start, end, lines.revenue);
    offsets[customers.position[customer] + 1]++;
    entries++;
  }
  for (let i = 0; i < customers.kept.length; i++) offsets[i + 1] += offsets[i];
  return {
    customers: Array.from(customers.kept, (customer) => lines.customers[customer]),
    products: Array.from(products.kept, (product) => lines.products[product]),
    offsets,
    productIndices: productIndices.slice(0, entries),
    purchases: purchases.slice(0, entries),
    lastPurchase: lastPurchase.slice(0, entries),
    revenue: revenue.slice(0, entries),
  };
}

/**
 * The products of one customer.
 *
 * @returns Positions of the products, ascending.
 */
export function ownedBy(
  { offsets, productIndices }: Pick<PurchaseHistories, "offsets" | "productIndices">,
  customer: number,
): Int32Array {
  return productIndices.subarray(offsets[customer], offsets[customer + 1]);
}

function linesWhere(count: number, holds: (line: number) => boolean): Int32Array {
  const chosen = new Int32Array(count);
  let n = 0;
  for (let line = 0; line < count; line++) if (holds(line)) chosen[n++] = line;
  return chosen.slice(0, n);
}

/** The codes that occur in the lines, in order, and each one's place among them. */
function present(lines: Int32Array, codes: Int32Array, count: number) {
  const occurs = new Uint8Array(count);
  for (const line of lines) occurs[codes[line]] = 1;
  const kept = linesWhere(count, (code) => occurs[code] === 1);
  const position = new Int32Array(count);
  kept.forEach((code, i) => position[code] = i);
  return { kept, position };
}

/** Stable counting sort of lines by their code. */
function sortBy(lines: Int32Array, codes: Int32Array): Int32Array {
  let highest = 0;
  for (const line of lines) highest = Math.max(highest, codes[line]);
  const next = new Int32Array(highest + 2);
  for (const line of lines) next[codes[line] + 1]++;
  for (let code = 0; code <= highest; code++) next[code + 1] += next[code];
  const sorted = new Int32Array(lines.length);
  for (const line of lines) sorted[next[codes[line]]++] = line;
  return sorted;
}

/** Adds the smallest first, so that the order of the lines cannot change the last digit. */
function sumInFixedOrder(
  lines: Int32Array,
  start: number,
  end: number,
  values: Float64Array,
): number {
  if (end - start === 1) return values[lines[start]]; // most
  if (end - start === 2) return values[lines[start]] + values[lines[start + 1]];
  const summands = Float64Array.from(lines.subarray(start, end), (line) => values[line]);
  return sum(summands.sort());
}
