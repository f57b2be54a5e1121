/** A word with fewer letters says little: of, set, in. */
const FEWEST_LETTERS = 3;
/** Words that say nothing about a product. */
const FILLERS = new Set(["and", "the", "for", "with", "set", "pack", "design", "box"]);
/** A name of more words is a description. */
const MOST_WORDS = 3;

/**
 * Names a group of products by the words that most of them share or, where they share none, after
 * the first one.
 *
 * @param names Descriptions of the products, the most popular first.
 * @returns Up to three words that stand in more than half of the descriptions, as the first
 * description that has them writes them and in its order; otherwise the first description.
 *
 * @example
 * ```ts
 * import { nameNeighbourhood } from "./name_neighbourhood.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   nameNeighbourhood(["RED LUNCH BAG", "LUNCH BAG, BLUE", "LUNCH BOX", "BIG BAG"]),
 *   "LUNCH BAG",
 * );
 * assertEquals(nameNeighbourhood(["CAKE STAND", "BUNTING"]), "CAKE STAND");
 * ```
 */
export function nameNeighbourhood(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    for (const word of new Set(wordsIn(name).map(normalised))) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const shared = [...counts]
    .filter(([word, count]) => telling(word) && count > 1 && count > names.length / 2)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
  if (shared.length === 0) return names[0] ?? "";
  // The one that has most of them says in which order they go.
  const has = (name: string) => wordsIn(name).filter((word) => shared.includes(normalised(word)));
  const best = names.map(has).reduce((a, b) => (b.length > a.length ? b : a));
  return [...new Set(best)].join(" ");
}

function wordsIn(name: string): string[] {
  return name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’+&-]*/gu) ?? [];
}

function normalised(word: string): string {
  return word.toLowerCase();
}

function telling(word: string): boolean {
  return word.length >= FEWEST_LETTERS && /\p{L}/u.test(word) && !FILLERS.has(word);
}
