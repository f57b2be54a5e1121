import type { Interactions } from "./build_interactions.ts";
import { customersByProduct } from "./customers_by_product.ts";
import { type ListedNeighbours, nearestLists } from "./nearest_lists.ts";
import { similarityFormula, type SimilarityFormulaOptions } from "./similarity_formula.ts";

/** Options of {@linkcode nearestByCounts}. */
export interface NearestByCountsOptions extends SimilarityFormulaOptions {
  /** Neighbours kept per product at most. */
  readonly neighbours: number;
  /** Customers whom two products must have in common to be neighbours. */
  readonly minimumSupport: number;
}

/**
 * Finds the nearest products of each product in a binary matrix, by counting customers in common.
 *
 * Products come in order of popularity. Each one goes through its customers, and counts which of the
 * products before it they bought; then it joins what is known of them. So every pair is counted once,
 * mostly in the few counters of the popular products, which stay in the fastest memory.
 *
 * @param interactions A customer × product matrix of which only the positions of entries count.
 * @param options The measure, how many neighbours, and how many customers make one.
 * @returns Neighbours of every product; ties are broken by product id.
 * @throws {RangeError} If the measure is unknown.
 *
 * @example
 * ```ts
 * import { nearestByCounts } from "./nearest_by_counts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { similarities } = nearestByCounts({
 *   customers: ["Ada", "Bob"], products: ["CUP", "TEA"], offsets: Int32Array.of(0, 2, 3),
 *   productIndices: Int32Array.of(0, 1, 0), values: Float64Array.of(1, 1, 1),
 * }, { neighbours: 1, minimumSupport: 1, similarity: "jaccard" });
 * assertEquals([...similarities], [0.5, 0.5]);
 * ```
 */
export function nearestByCounts(
  interactions: Interactions,
  options: NearestByCountsOptions,
): ListedNeighbours {
  const { neighbours, minimumSupport } = options;
  const n = interactions.products.length;
  const columns = customersByProduct(interactions);
  const bought = (product: number) => columns.offsets[product + 1] - columns.offsets[product];
  const order = Int32Array.from({ length: n }, (_, product) => product)
    .sort((a, b) => bought(b) - bought(a) || a - b);
  const { of, from, to } = similarityFormula(
    Float64Array.from(order, bought),
    interactions.customers.length,
    options,
  );
  // From here on a product is its place in the order; only a neighbour keeps its name, for ties.
  const { worst, offer, listed } = nearestLists(n, Math.min(neighbours, Math.max(n - 1, 0)));

  const known = new Int32Array(interactions.productIndices.length);
  const ends = interactions.offsets.slice();
  const inCommon = new Int32Array(n);
  const touched = new Int32Array(n);
  for (let product = 0; product < n; product++) {
    const first = columns.offsets[order[product]];
    const last = columns.offsets[order[product] + 1];
    if (last - first < minimumSupport) break; // and so has everything after it

    let reached = 0;
    for (let c = first; c < last; c++) {
      const customer = columns.customers[c];
      const end = ends[customer]++;
      for (let e = interactions.offsets[customer]; e < end; e++) {
        const other = known[e];
        if (inCommon[other]++ === 0) touched[reached++] = other;
      }
      known[end] = product;
    }
    const fromProduct = from[product];
    const toProduct = to[product];
    for (let t = 0; t < reached; t++) {
      const other = touched[t];
      const count = inCommon[other];
      inCommon[other] = 0;
      if (count < minimumSupport) continue;
      if (count * fromProduct * to[other] >= worst[product]) {
        offer(product, order[other], of(count, product, other), count);
      }
      if (count * from[other] * toProduct >= worst[other]) {
        offer(other, order[product], of(count, other, product), count);
      }
    }
  }
  return listed(order);
}
