import { nameEdits } from "./name_edits.ts";
import { normalisedName } from "./product_texts.ts";

/** Characters of a typed text that are compared; nobody types a longer name. */
const LONGEST = 100;

/** The share of what was typed that may be wrong. */
const TOLERANCE = 0.3;

/**
 * Finds the names that somebody may have meant who mistyped one or typed a part of it.
 *
 * The fewest edits to a part of the name come first ("hangin heart" is near WHITE HANGING HEART
 * HOLDER), then the fewest to the whole of it, then the alphabet. At most 30 % of what was typed may
 * be wrong.
 *
 * @param count How many to find at most; default 3.
 * @returns The nearest names, each once; none where nothing is near, or nothing was typed.
 */
export function nearMatches(typed: string, names: Iterable<string>, count = 3): string[] {
  const text = normalisedName(typed.slice(0, LONGEST));
  return [...new Set(names)]
    .map((name) => ({ name, ...nameEdits(text, normalisedName(name)) }))
    .filter(({ part }) => part <= TOLERANCE * text.length && part < text.length)
    .sort((a, b) => a.part - b.part || a.whole - b.whole || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}
