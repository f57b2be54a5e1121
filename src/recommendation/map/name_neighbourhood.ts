/** Words that a name neither begins nor ends with. */
const FILLERS = new Set(["a", "and", "design", "for", "in", "of", "pack", "set", "the", "with"]);
/** A name of more words is a description. */
const MOST_WORDS = 4;

/**
 * Names a group of products by the words that most of them share or, where they share none, after
 * the first one.
 *
 * @param names Descriptions of the products, the most popular first.
 * @returns The longest run of up to four words that stands in more than half of the descriptions,
 * as the first of them writes it; without one, the first description.
 */
export function nameNeighbourhood(names: readonly string[]): string {
  const written = new Map<string, { first: string; count: number }>();
  for (const name of names) {
    const runs = new Map(runsOf(name).map((run) => [run.toLowerCase(), run]));
    for (const [key, first] of runs) {
      const known = written.get(key);
      if (known) known.count++;
      else written.set(key, { first, count: 1 });
    }
  }
  const shared = [...written.values()]
    .filter(({ count }) => count > 1 && count > names.length / 2)
    .sort((a, b) => b.first.length - a.first.length || b.count - a.count);
  return shared[0]?.first ?? names[0] ?? "";
}

/** Every run of words that stand next to one another and say something. */
function runsOf(name: string): string[] {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’+&-]*/gu) ?? [];
  return words.flatMap((_, from) =>
    Array.from({ length: MOST_WORDS }, (_, i) => words.slice(from, from + i + 1))
      .filter((run, i) => run.length === i + 1 && telling(run[0]) && telling(run[i]))
      .map((run) => run.join(" "))
  );
}

function telling(word: string): boolean {
  return /\p{L}{2}/u.test(word) && !FILLERS.has(word.toLowerCase());
}
