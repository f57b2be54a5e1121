import type { Interactions } from "../matrix/build_interactions.ts";
import { customersByProduct } from "../matrix/customers_by_product.ts";
import { type ListedNeighbours, nearestLists } from "./nearest_lists.ts";

/** Options of {@linkcode nearestByWeights}. */
export interface NearestByWeightsOptions {
  /** Neighbours kept per product at most. */
  readonly neighbours: number;
  /** Customers whom two products must have in common to be neighbours. */
  readonly minimumSupport: number;
  /** 1 for products that may be neighbours, else 0, per product; default all. */
  readonly offered?: Uint8Array;
  /** Customers (≥ 0) that pull a similarity of little support towards 0. */
  readonly shrinkage: number;
}

/**
 * Finds the nearest products of each product by the cosine of their columns, whatever the entries.
 *
 * A product's row of the product × product matrix is summed in one buffer and dropped before the
 * next; each pair is summed once, in order of customer, and offered to both products.
 *
 * @returns Neighbours of every product; ties are broken by product id.
 */
export function nearestByWeights(
  interactions: Interactions,
  { neighbours, minimumSupport, shrinkage, offered }: NearestByWeightsOptions,
): ListedNeighbours {
  const { products, offsets: rows, productIndices, values } = interactions;
  const n = products.length;
  const columns = customersByProduct(interactions);
  const squares = sumsOfSquares(interactions);
  const { offer, listed } = nearestLists(n, Math.min(neighbours, Math.max(n - 1, 0)));

  const dot = new Float64Array(n);
  const inCommon = new Int32Array(n);
  const touched = new Int32Array(n);
  for (let product = 0; product < n; product++) {
    let reached = 0;
    for (let c = columns.offsets[product]; c < columns.offsets[product + 1]; c++) {
      const entry = columns.entries[c];
      const weight = values[entry];
      const end = rows[columns.customers[c] + 1];
      for (let f = entry + 1; f < end; f++) {
        const other = productIndices[f];
        if (inCommon[other]++ === 0) touched[reached++] = other;
        dot[other] += weight * values[f];
      }
    }
    for (let t = 0; t < reached; t++) {
      const other = touched[t];
      const count = inCommon[other];
      if (count >= minimumSupport) {
        const cosine = dot[other] / Math.sqrt(squares[product] * squares[other]);
        const similarity = cosine * (count / (count + shrinkage));
        if (offered?.[other] !== 0) offer(product, other, similarity, count);
        if (offered?.[product] !== 0) offer(other, product, similarity, count);
      }
      dot[other] = inCommon[other] = 0;
    }
  }
  return listed();
}

function sumsOfSquares({ products, productIndices, values }: Interactions): Float64Array {
  const squares = new Float64Array(products.length);
  productIndices.forEach((product, e) => squares[product] += values[e] ** 2);
  return squares;
}
