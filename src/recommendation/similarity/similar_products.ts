import type { Interactions } from "../matrix/build_interactions.ts";
import { nearestByCounts } from "./nearest_by_counts.ts";
import { nearestByWeights } from "./nearest_by_weights.ts";
import type { SimilarityFormulaOptions } from "./similarity_formula.ts";

/** Options of {@linkcode similarProducts}. */
export interface SimilarProductsOptions extends SimilarityFormulaOptions {
  /** Neighbours kept per product at most; default 20. */
  readonly neighbours?: number;
  /** Customers whom two products must have in common to be neighbours; default 2. */
  readonly minimumSupport?: number;
  /** 1 for products that may be neighbours, else 0, per product; default all. */
  readonly offered?: Uint8Array;
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
  /** The neighbour's similarity; a cosine of positive weights is in (0, 1], a lift has no limit. */
  readonly similarities: Float64Array;
  /** The neighbour's support: number of customers who bought both (or of baskets that hold both). */
  readonly customersInCommon: Int32Array;
}

/**
 * Finds the most similar products of each product: those bought by the same customers or, in a matrix
 * of baskets, on the same invoices.
 *
 * The cosine is that of two columns of the matrix; on a binary one it is the number of customers in
 * common, divided by the geometric mean of the two products' customers. The other measures are those
 * of {@linkcode similarityFormula} and need a binary matrix. No row of the product × product matrix is
 * kept: memory does not grow with the square of the products.
 *
 * Source: Sarwar, Karypis, Konstan, Riedl (2001), "Item-based collaborative filtering", section 3.1.1.
 *
 * @param interactions The customer × product matrix, or a basket × product matrix.
 * @param options The measure, how many neighbours, and how many customers make one.
 * @returns Neighbours of every product; ties are broken by product id. A conditional probability is
 * that of the neighbour, given the product.
 * @throws {RangeError} If an option is out of range or unknown, or if a measure other than the cosine
 * is asked of a matrix that is not binary.
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
  const { similarity = "cosine", shrinkage = 0, popularityPenalty = 0 } = options;
  const neighbours = positiveInteger("neighbours", options.neighbours ?? 20);
  const minimumSupport = positiveInteger("minimumSupport", options.minimumSupport ?? 2);
  checkTempering(similarity, shrinkage, popularityPenalty);
  const { offered } = options;
  const settings = {
    neighbours,
    minimumSupport,
    similarity,
    shrinkage,
    popularityPenalty,
    offered,
  };
  const { products, values } = interactions;
  if (isBinary(values)) {
    return { products, ...nearestByCounts(interactions, settings) };
  }
  if (similarity !== "cosine") {
    throw new RangeError(
      `Finding similar products: ${similarity} needs a binary matrix, whose entries are all 1, ` +
        `got ${values.find((value) => value !== 1)}.`,
    );
  }
  return { products, ...nearestByWeights(interactions, settings) };
}

function isBinary(values: Float64Array): boolean {
  for (let e = 0; e < values.length; e++) if (values[e] !== 1) return false;
  return true;
}

function positiveInteger(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `Finding similar products: ${name} must be a positive integer, got ${value}.`,
    );
  }
  return value;
}

function checkTempering(similarity: string, shrinkage: number, popularityPenalty: number) {
  if (!(shrinkage >= 0 && shrinkage < Infinity)) {
    throw new RangeError(
      `Finding similar products: shrinkage must be a number from 0 on, got ${shrinkage}.`,
    );
  }
  if (!(popularityPenalty >= 0 && popularityPenalty <= 1)) {
    throw new RangeError(
      `Finding similar products: popularityPenalty must be from 0 to 1, got ${popularityPenalty}.`,
    );
  }
  if (popularityPenalty > 0 && similarity !== "conditional_probability") {
    throw new RangeError(
      `Finding similar products: popularityPenalty is for conditional_probability, not ${similarity}.`,
    );
  }
}
