import { type ListedItem, together, withPieces } from "./item_texts.ts";

/** What may stand between items, the surest first. */
const SEPARATORS = [/\s*\r?\n\s*/, /\s*\|\s*/, /\s*;\s*/, /\s*,\s*/, /\s+\+\s+/, /\s+\/\s+/];
/** The share of items in lists that must come back in other lists, and that must stand elsewhere in them. */
const RECURRING = 0.5, MOVING = 0.5;

/**
 * Takes lists of items apart, where it is clear that they are lists: one separator, items that come
 * back in other cells, and not always at the same place ("Mug, blue" and "Mug, red" are no lists).
 *
 * @param texts The distinct texts of a column.
 * @returns The items of each text; undefined where the texts are no lists.
 */
export function listedItems(texts: readonly string[]): ListedItem[][] | undefined {
  for (const separator of SEPARATORS) {
    const lists = texts.map((text) =>
      text.split(separator).map((part) => part.trim()).filter(Boolean)
    );
    if (!lists.some((list) => list.length > 1)) continue;
    const counted = lists.flat().map(withPieces);
    const areCounted = 2 * counted.filter(Boolean).length >= counted.length;
    const items = lists.map((list) =>
      together(
        list.map((name) => (areCounted ? withPieces(name) : undefined) ?? { name, pieces: 1 }),
      )
    );
    if (areLists(items)) return items;
  }
  return undefined;
}

function areLists(lists: readonly (readonly ListedItem[])[]): boolean {
  const cells = new Map<string, number>(), places = new Map<string, Set<number>>();
  for (const list of lists) {
    list.forEach(({ name }, i) => {
      cells.set(name, (cells.get(name) ?? 0) + 1);
      // Alone is a place of its own.
      places.set(name, (places.get(name) ?? new Set()).add(list.length === 1 ? -1 : i));
    });
  }
  const inLists = lists.filter((list) => list.length > 1).flat();
  const share = (test: (name: string) => boolean) =>
    inLists.filter(({ name }) => test(name)).length / Math.max(1, inLists.length);
  return share((name) => cells.get(name)! > 1) >= RECURRING &&
    share((name) => places.get(name)!.size > 1) >= MOVING;
}
