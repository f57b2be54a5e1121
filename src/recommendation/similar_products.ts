import type { Interactions } from "./build_interactions.ts";
import { nearestLists } from "./nearest_lists.ts";

/** Options of {@linkcode similarProducts}. */
export interface SimilarProductsOptions {
  /** Neighbours kept per product at most; default 20. */
  readonly neighbours?: number;
  /** Customers whom two products must have in common to be neighbours; default 2. */
  readonly minimumSupport?: number;
}

/**
 * The nearest products of each product, most similar first: those of the product at position `i`
 * stand at `offsets[i]` to `offsets[i + 1] − 1` of the arrays below.
 */
export interface SimilarProducts {
  /** Product ids, sorted. */
  readonly products: readonly string[];
  /** One more than products. */
  readonly offsets: Int32Array;
  /** Position of the neighbour in `products`. */
  readonly neighbours: Int32Array;
  /** Cosine of the two products' columns, in (0, 1] for positive weights. */
  readonly similarities: Float64Array;
  /** Number of customers who bought both. */
  readonly customersInCommon: Int32Array;
}

/**
 * Finds the most similar products of each product, by the cosine of their columns in the
 * customer × product matrix.
 *
 * On a binary matrix the cosine is the number of customers in common, divided by the geometric mean
 * of the two products' customers. Since it is the same in both directions, each pair is counted once
 * and offered to both products. A product's row of the product × product matrix is counted in one
 * buffer and dropped before the next: memory does not grow with the square of the products.
 *
 * Source: Sarwar, Karypis, Konstan, Riedl (2001), "Item-based collaborative filtering", section 3.1.1.
 *
 * @param interactions The customer × product matrix.
 * @param options How many neighbours, and how many customers make one.
 * @returns Neighbours of every product; ties are broken by product id.
 * @throws {RangeError} If an option is not a positive integer.
 *
 * @example
 * ```ts
 * import { similarProducts } from "./similar_products.ts";
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 *
 * // Ada and Bob bought both products, Cyd only the first one.
 * const { neighbours, similarities } = similarProducts({
 *   customers: ["Ada", "Bob", "Cyd"], products: ["CUP", "TEA"],
 *   offsets: Int32Array.of(0, 2, 4, 5), productIndices: Int32Array.of(0, 1, 0, 1, 0),
 *   values: Float64Array.of(1, 1, 1, 1, 1),
 * });
 * assertEquals([...neighbours], [1, 0]);
 * assertAlmostEquals(similarities[0], 2 / Math.sqrt(3 * 2));
 * ```
 */
export function similarProducts(
  interactions: Interactions,
  options: SimilarProductsOptions = {},
): SimilarProducts {
  const neighbours = positiveInteger("neighbours", options.neighbours ?? 20);
  const minimumSupport = positiveInteger("minimumSupport", options.minimumSupport ?? 2);
  const { products, offsets: rows, productIndices, values } = interactions;
  const n = products.length;
  const columns = transpose(interactions);
  const squares = sumsOfSquares(interactions);
  const nearest = nearestLists(n, Math.min(neighbours, n - 1));

  const dot = new Float64Array(n);
  const common = new Int32Array(n);
  const touched = new Int32Array(n);
  for (let product = 0; product < n; product++) {
    let reached = 0;
    for (let c = columns.offsets[product]; c < columns.offsets[product + 1]; c++) {
      const entry = columns.entries[c];
      const weight = values[entry];
      const end = rows[columns.customers[c] + 1];
      for (let f = entry + 1; f < end; f++) {
        const other = productIndices[f];
        if (common[other]++ === 0) touched[reached++] = other;
        dot[other] += weight * values[f];
      }
    }
    for (let t = 0; t < reached; t++) {
      const other = touched[t];
      if (common[other] >= minimumSupport) {
        const similarity = dot[other] / Math.sqrt(squares[product] * squares[other]);
        nearest.offer(product, other, similarity, common[other]);
        nearest.offer(other, product, similarity, common[other]);
      }
      dot[other] = common[other] = 0;
    }
  }
  return { products, ...nearest.listed() };
}

/** The same entries by product: whose they are and where they stand, in order of customer. */
function transpose({ products, offsets, productIndices }: Interactions) {
  const starts = new Int32Array(products.length + 1);
  for (const product of productIndices) starts[product + 1]++;
  for (let product = 0; product < products.length; product++) {
    starts[product + 1] += starts[product];
  }
  const next = starts.slice();
  const customers = new Int32Array(productIndices.length);
  const entries = new Int32Array(productIndices.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    for (let entry = offsets[customer]; entry < offsets[customer + 1]; entry++) {
      const place = next[productIndices[entry]]++;
      customers[place] = customer;
      entries[place] = entry;
    }
  }
  return { offsets: starts, customers, entries };
}

function sumsOfSquares({ products, productIndices, values }: Interactions): Float64Array {
  const squares = new Float64Array(products.length);
  productIndices.forEach((product, e) => squares[product] += values[e] ** 2);
  return squares;
}

function positiveInteger(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `Finding similar products: ${name} must be a positive integer, got ${value}.`,
    );
  }
  return value;
}
