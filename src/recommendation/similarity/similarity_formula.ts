/** How the likeness of two products is measured; see {@linkcode similarityFormula}. */
export type Similarity = "cosine" | "jaccard" | "lift" | "conditional_probability";

/** Options of {@linkcode similarityFormula}. */
export interface SimilarityFormulaOptions {
  /** The measure; default "cosine". */
  readonly similarity?: Similarity;
  /** Customers (≥ 0) that pull a similarity of little support towards 0; default 0. */
  readonly shrinkage?: number;
  /** How much, 0 … 1, a conditional probability is held against popular neighbours; default 0. */
  readonly popularityPenalty?: number;
}

/** A measure of how like two products are; see {@linkcode similarityFormula}. */
export interface SimilarityFormula {
  /** The similarity of a neighbour, as seen from a product, given their customers in common. */
  readonly of: (inCommon: number, product: number, neighbour: number) => number;
  /**
   * With {@linkcode to}: the similarity is at most `inCommon × from[product] × to[neighbour]`, which
   * is quicker to know and mostly enough to see that a pair is not worth more.
   */
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** More than rounding can take from a bound. */
const SLACK = 1 + 1e-9;

/**
 * Prepares a measure of how like two products are, from how many bought each and how many both.
 *
 * With n(i) customers of product i, n(i, j) of both and N in all: `cosine` is n(i, j) / √(n(i) n(j)),
 * `jaccard` n(i, j) / (n(i) + n(j) − n(i, j)), `lift` N n(i, j) / (n(i) n(j)), and
 * `conditional_probability` P(j | i) / n(j)^penalty = n(i, j) / (n(i) n(j)^penalty), the only one that
 * differs with the direction. With shrinkage s, each is multiplied by n(i, j) / (n(i, j) + s).
 *
 * Source: Deshpande, Karypis (2004), "Item-based top-N recommendation algorithms", section 4.1
 * (cosine, conditional probability); Bell, Koren (2007), "Improved neighborhood-based collaborative
 * filtering" (shrinkage); Brin, Motwani, Ullman, Tsur (1997), "Dynamic itemset counting" (lift, there
 * called interest).
 *
 * @param customers Customers per product, each ≥ 1.
 * @throws {RangeError} If the measure is unknown.
 */
export function similarityFormula(
  customers: Float64Array,
  total: number,
  options: SimilarityFormulaOptions = {},
): SimilarityFormula {
  const { similarity = "cosine", shrinkage = 0, popularityPenalty = 0 } = options;
  const plain = plainFormula(similarity, customers, total, popularityPenalty);
  const { of } = plain;
  return {
    of: shrinkage === 0
      ? of
      : (inCommon, i, j) => of(inCommon, i, j) * (inCommon / (inCommon + shrinkage)),
    from: plain.from.map((factor) => factor * SLACK),
    to: plain.to,
  };
}

function plainFormula(
  similarity: Similarity,
  n: Float64Array,
  total: number,
  penalty: number,
): SimilarityFormula {
  switch (similarity) {
    case "cosine": {
      const from = n.map((count) => 1 / Math.sqrt(count));
      return { of: (inCommon, i, j) => inCommon / Math.sqrt(n[i] * n[j]), from, to: from };
    }
    case "jaccard": {
      // Never more than the cosine: n(i) + n(j) − n(i, j) is at least the larger of the two.
      const from = n.map((count) => 1 / Math.sqrt(count));
      return { of: (inCommon, i, j) => inCommon / (n[i] + n[j] - inCommon), from, to: from };
    }
    case "lift":
      return {
        of: (inCommon, i, j) => (inCommon * total) / (n[i] * n[j]),
        from: n.map((count) => total / count),
        to: n.map((count) => 1 / count),
      };
    case "conditional_probability": {
      const weight = n.map((count) => count ** penalty);
      return {
        of: (inCommon, i, j) => inCommon / (n[i] * weight[j]),
        from: n.map((count) => 1 / count),
        to: weight.map((count) => 1 / count),
      };
    }
    default:
      throw new RangeError(
        "Finding similar products: similarity must be cosine, jaccard, lift or " +
          `conditional_probability, got ${similarity}.`,
      );
  }
}
