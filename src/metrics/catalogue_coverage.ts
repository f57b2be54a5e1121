/**
 * The share of the catalogue that is recommended to anybody: low where everyone is offered the same.
 *
 * Source: Ge, Delgado-Battenfeld, Jannach (2010), "Beyond accuracy: evaluating recommender systems by
 * coverage and serendipity".
 *
 * @param predictions One list of items per customer, best first.
 * @param catalogueSize How many items could be recommended.
 * @param k How many predictions of each list count.
 * @returns A share in [0, 1].
 * @throws {RangeError} If k or the size is not a positive integer, or more items are recommended than
 *   there are.
 *
 * @example
 * ```ts
 * import { catalogueCoverage } from "./catalogue_coverage.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(catalogueCoverage([["a", "b"], ["a", "c"]], 4, 1), 0.25);
 * assertEquals(catalogueCoverage([["a", "b"], ["a", "c"]], 4, 2), 0.75);
 * ```
 */
export function catalogueCoverage<Item>(
  predictions: readonly (readonly Item[])[],
  catalogueSize: number,
  k: number,
): number {
  const doing = "Measuring coverage";
  for (const [name, value] of [["k", k], ["the catalogue's size", catalogueSize]] as const) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RangeError(`${doing}: ${name} must be a positive integer, got ${value}.`);
    }
  }
  const recommended = new Set(predictions.flatMap((list) => list.slice(0, k)));
  if (recommended.size > catalogueSize) {
    throw new RangeError(
      `${doing}: ${recommended.size} items are recommended, the catalogue has ${catalogueSize}.`,
    );
  }
  return recommended.size / catalogueSize;
}
