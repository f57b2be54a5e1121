import type { Interactions } from "./build_interactions.ts";
import type { ProductColumns } from "./customers_by_product.ts";

/** Counts customers in common, one product after the other; see {@linkcode pairCounter}. */
export interface PairCounter {
  /** Customers whom the product counted last has in common with each one before it. */
  readonly inCommon: Int32Array;
  /** The products that it has customers in common with. */
  readonly touched: Int32Array;
  /**
   * Counts for the next product of the order.
   *
   * @returns How many products were touched.
   */
  next(): number;
  /** Sets the counts of so many touched products back to 0. */
  clear(reached: number): void;
}

/** Entries per counter from which on it is quicker to look through all counters afterwards. */
const DENSE = 2;

/**
 * Counts for each product, in a given order, the customers in common with those before it.
 *
 * A product goes through its customers, counts which products they are known to have bought, and then
 * joins what is known of them: each pair is counted once. With the popular products first, most
 * counting is in their few counters, which stay in the fastest memory.
 *
 * @param interactions The customer × product matrix, of which only the positions of entries count.
 * @param order All products; from here on a product is its place in this order.
 */
export function pairCounter(
  { offsets, productIndices }: Pick<Interactions, "offsets" | "productIndices">,
  columns: Pick<ProductColumns, "offsets" | "customers">,
  order: Int32Array,
): PairCounter {
  const { customers } = columns;
  const known = new Int32Array(productIndices.length);
  const ends = offsets.slice();
  const inCommon = new Int32Array(order.length);
  const touched = new Int32Array(order.length + 1); // a last place to write what is not kept
  let product = 0;

  function next(): number {
    const first = columns.offsets[order[product]];
    const last = columns.offsets[order[product] + 1];
    let visits = 0;
    for (let c = first; c < last; c++) visits += ends[customers[c]] - offsets[customers[c]];
    const reached = visits > DENSE * product
      ? countAndLook(first, last)
      : countAndNote(first, last);
    for (let c = first; c < last; c++) known[ends[customers[c]]++] = product;
    product++;
    return reached;
  }

  // In both, a sign bit decides what is kept: as a branch it would be guessed wrong every other time.

  function countAndNote(first: number, last: number): number {
    let reached = 0;
    for (let c = first; c < last; c++) {
      const end = ends[customers[c]];
      for (let e = offsets[customers[c]]; e < end; e++) {
        const other = known[e];
        const before = inCommon[other];
        inCommon[other] = before + 1;
        touched[reached] = other;
        reached += (before - 1) >>> 31;
      }
    }
    return reached;
  }

  function countAndLook(first: number, last: number): number {
    for (let c = first; c < last; c++) {
      const end = ends[customers[c]];
      for (let e = offsets[customers[c]]; e < end; e++) inCommon[known[e]]++;
    }
    let reached = 0;
    for (let other = 0; other < product; other++) {
      touched[reached] = other;
      reached += -inCommon[other] >>> 31;
    }
    return reached;
  }

  function clear(reached: number) {
    for (let t = 0; t < reached; t++) inCommon[touched[t]] = 0;
  }
  return { inCommon, touched, next, clear };
}
