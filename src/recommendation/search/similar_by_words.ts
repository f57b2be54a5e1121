import { bestFirst } from "../ranking/best_first.ts";
import { type ProductWords, weighWords } from "./product_words.ts";

/** A product whose description resembles a given one. */
export interface WordNeighbour {
  readonly product_id: string;
  /** Cosine of the two descriptions' TF-IDF weights, in (0, 1]. */
  readonly similarity: number;
  /** The words in both descriptions, in alphabetical order. */
  readonly words_in_common: readonly string[];
}

/**
 * Finds the products whose descriptions resemble that of a new product, which nobody bought yet.
 *
 * @param model What {@linkcode fitProductWords} returned.
 * @param description The new product's description; words that no product has count for nothing.
 * @param count How many to find at most; default 10.
 * @returns The most similar first, ties by product id; none if no word is known.
 * @throws {RangeError} If the count is not a positive integer.
 *
 * @example
 * ```ts
 * import { fitProductWords } from "./product_words.ts";
 * import { similarByWords } from "./similar_by_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const model = fitProductWords(new Map([["A", "RED CUP"], ["B", "RED TEA"], ["C", "BLUE JAR"]]));
 * const [nearest, second, ...others] = similarByWords(model, "Large red cup");
 * assertEquals([nearest.product_id, nearest.words_in_common], ["A", ["cup", "red"]]);
 * assertEquals([second.product_id, second.words_in_common, others], ["B", ["red"], []]);
 * ```
 */
export function similarByWords(
  model: ProductWords,
  description: string,
  count = 10,
): WordNeighbour[] {
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(
      `Finding products by their words: count must be a positive integer, got ${count}.`,
    );
  }
  const { products, offsets, productIndices, weights } = model;
  const cosine = new Float64Array(products.length);
  const wordsInCommon = new Map<number, string[]>();
  const texts = [...model.words.keys()];
  for (const { word, weight } of weighWords(model, description)) {
    for (let e = offsets[word]; e < offsets[word + 1]; e++) {
      const product = productIndices[e];
      cosine[product] += weight * weights[e];
      const shared = wordsInCommon.get(product);
      if (shared) shared.push(texts[word]);
      else wordsInCommon.set(product, [texts[word]]);
    }
  }
  const nearest = bestFirst(Int32Array.from(wordsInCommon.keys()), cosine, count);
  return Array.from(nearest, (product) => ({
    product_id: products[product],
    similarity: Math.min(1, cosine[product]), // rounding can pass 1
    words_in_common: wordsInCommon.get(product)!,
  }));
}
