/** An item of a list, and how many pieces of it. */
export interface ListedItem {
  readonly name: string;
  readonly pieces: number;
}

/** `2x Blue mug`, `Blue mug × 2`, `Blue mug (2)`. */
const PIECES: readonly RegExp[] = [
  /^(?<pieces>\d{1,4})\s*[x×*]\s+?(?<name>\D.*)$/i,
  /^(?<pieces>\d{1,4})[x×*](?<name>[^\dx].*)$/i,
  /^(?<name>.*\S)\s+[x×*]\s*(?<pieces>\d{1,4})$/i,
  /^(?<name>.*\S)\s*\(\s*[x×*]?\s*(?<pieces>\d{1,4})\s*[x×*]?\s*\)$/i,
];

/**
 * Takes the number of pieces off an item.
 *
 * @param text An item as it stands in a list.
 * @returns Its name and pieces; undefined where it says none.
 */
export function withPieces(text: string): ListedItem | undefined {
  for (const pattern of PIECES) {
    const { name, pieces } = pattern.exec(text)?.groups ?? {};
    if (name !== undefined && Number(pieces) > 0) {
      return { name: name.trim(), pieces: Number(pieces) };
    }
  }
  return undefined;
}

/**
 * Puts equal items together, in the order in which they come.
 *
 * @param items The items of one list.
 * @returns Each name once.
 */
export function together(items: readonly ListedItem[]): ListedItem[] {
  const pieces = new Map<string, number>();
  for (const item of items) pieces.set(item.name, (pieces.get(item.name) ?? 0) + item.pieces);
  return [...pieces].map(([name, pieces]) => ({ name, pieces }));
}
