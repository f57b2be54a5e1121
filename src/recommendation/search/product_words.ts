import { wordsOf } from "./product_texts.ts";

/**
 * Which words describe which products, by word: the products with word `w` stand at `offsets[w]` to
 * `offsets[w + 1] − 1` of `productIndices` and `weights`, in order of product.
 */
export interface ProductWords {
  /** Product ids, sorted. */
  readonly products: readonly string[];
  /** Position of each word, in alphabetical order. */
  readonly words: ReadonlyMap<string, number>;
  /** How rare each word is: ln((1 + products) / (1 + products with the word)) + 1. */
  readonly rarity: Float64Array;
  /** One more than words. */
  readonly offsets: Int32Array;
  /** Position in `products`. */
  readonly productIndices: Int32Array;
  /** The word's share of the product's description: TF-IDF, of length 1 over a product's words. */
  readonly weights: Float64Array;
}

/**
 * Learns the words that products are described with, and how much each says (TF-IDF).
 *
 * A word weighs as often as it stands in the description, times its rarity among all; the weights of
 * one product are then scaled to length 1. The same as scikit-learn's `TfidfVectorizer`.
 *
 * Source: Manning, Raghavan, Schütze (2008), "Introduction to Information Retrieval", chapter 6.
 *
 * @param names Product id to description, in any order; one without words has no weights.
 */
export function fitProductWords(names: ReadonlyMap<string, string>): ProductWords {
  const products = [...names.keys()].sort();
  const described = products.map((id) => countsOf(wordsOf(names.get(id)!)));
  const vocabulary = [...new Set(described.flatMap((counts) => [...counts.keys()]))].sort();
  const words = new Map(vocabulary.map((word, w) => [word, w]));

  const offsets = new Int32Array(vocabulary.length + 1);
  for (const counts of described) for (const word of counts.keys()) offsets[words.get(word)! + 1]++;
  const rarity = Float64Array.from(
    offsets.subarray(1),
    (withWord) => Math.log((1 + products.length) / (1 + withWord)) + 1,
  );
  for (let w = 0; w < vocabulary.length; w++) offsets[w + 1] += offsets[w];

  const next = offsets.slice();
  const productIndices = new Int32Array(offsets[vocabulary.length]);
  const weights = new Float64Array(productIndices.length);
  described.forEach((counts, product) => {
    for (const { word, weight } of unitWeights(counts, words, rarity)) {
      productIndices[next[word]] = product;
      weights[next[word]++] = weight;
    }
  });
  return { products, words, rarity, offsets, productIndices, weights };
}

/** A word of a description, by position, and what it weighs there. */
export interface WeightedWord {
  readonly word: number;
  readonly weight: number;
}

/**
 * Weighs the known words of a description, scaled to length 1.
 *
 * @param description Any text; words that the model does not know are left out.
 * @returns Each known word once, in alphabetical order; none for a text without any.
 */
export function weighWords(
  { words, rarity }: Pick<ProductWords, "words" | "rarity">,
  description: string,
): WeightedWord[] {
  return unitWeights(countsOf(wordsOf(description)), words, rarity);
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** In order of word, so that the order in a description cannot change the last digit. */
function unitWeights(
  counts: ReadonlyMap<string, number>,
  words: ReadonlyMap<string, number>,
  rarity: Float64Array,
): WeightedWord[] {
  const known = [...counts].flatMap(([text, count]) => {
    const word = words.get(text);
    return word === undefined ? [] : [{ word, weight: count * rarity[word] }];
  }).sort((a, b) => a.word - b.word);
  const length = Math.sqrt(known.reduce((sum, { weight }) => sum + weight ** 2, 0));
  return known.map(({ word, weight }) => ({ word, weight: weight / length }));
}
