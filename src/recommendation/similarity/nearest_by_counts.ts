import type { Interactions } from "../matrix/build_interactions.ts";
import { customersByProduct } from "../matrix/customers_by_product.ts";
import { type ListedNeighbours, nearestLists } from "./nearest_lists.ts";
import { pairCounter } from "../matrix/pair_counter.ts";
import { similarityFormula, type SimilarityFormulaOptions } from "./similarity_formula.ts";

/** Options of {@linkcode nearestByCounts}. */
export interface NearestByCountsOptions extends SimilarityFormulaOptions {
  /** Neighbours kept per product at most. */
  readonly neighbours: number;
  /** Customers whom two products must have in common to be neighbours. */
  readonly minimumSupport: number;
  /** 1 for products that may be neighbours, else 0, per product; default all. */
  readonly offered?: Uint8Array;
}

/**
 * Finds the nearest products of each product in a binary matrix, by counting customers in common.
 *
 * Products come in order of popularity (see {@linkcode pairCounter}). A pair is measured only if a
 * bound on its similarity, one multiplication, says that it may be among the nearest of either.
 *
 * @param interactions A customer × product matrix of which only the positions of entries count.
 * @returns Neighbours of every product; ties are broken by product id.
 * @throws {RangeError} If the measure is unknown.
 */
export function nearestByCounts(
  interactions: Interactions,
  options: NearestByCountsOptions,
): ListedNeighbours {
  const { neighbours, minimumSupport, offered } = options;
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
  /** What `inCommon × to[neighbour]` must reach to be worth a closer look. */
  const bar = worst.slice();
  const propose = (product: number, neighbour: number, count: number) => {
    if (offered?.[order[neighbour]] === 0) return;
    offer(product, order[neighbour], of(count, product, neighbour), count);
    bar[product] = worst[product] / from[product];
  };

  const { inCommon, touched, next, clear } = pairCounter(interactions, columns, order);
  for (let product = 0; product < n; product++) {
    if (bought(order[product]) < minimumSupport) break; // and so has everything after it
    const reached = next();
    const toProduct = to[product];
    let own = bar[product];
    // Those of like popularity are touched last and the likelier neighbours: they raise the bar.
    for (let t = reached - 1; t >= 0; t--) {
      const other = touched[t];
      const count = inCommon[other];
      if (count < minimumSupport) continue;
      if (count * to[other] >= own) {
        propose(product, other, count);
        own = bar[product];
      }
      if (count * toProduct >= bar[other]) propose(other, product, count);
    }
    clear(reached);
  }
  return listed(order);
}
