import type { ComponentsMap } from "../figures/segments/components_map_chart.ts";
import { featureWords } from "../words/feature_words.ts";
import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatPercent } from "../words/numbers.ts";
import { joinWords, NO_DATA } from "../words/sentences.ts";

/** A feature belongs to an axis if its loading is so large, relative to the largest one. */
const NEXT_TO = 0.8;

/**
 * Reads the map of the principal components: what its two axes mostly are, and how much of the
 * differences between the customers it shows.
 *
 * @param map Points, loadings and explained shares.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readComponentsMap } from "./read_components_map.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readComponentsMap({
 *     points: [{ segment: "Regular", x: 0, y: 0 }],
 *     loadings: [
 *       { feature: "frequency", x: 0.7, y: 0.1 },
 *       { feature: "recency_days", x: -0.6, y: 0.2 },
 *       { feature: "average_basket_size", x: 0.3, y: -0.9 },
 *     ],
 *     explained: [0.61, 0.24],
 *   }),
 *   "From left to right customers differ mostly in frequency and recency, from bottom to top in " +
 *     "basket size; the map shows 85\u00a0% of all differences, the rest is not to be seen on it.",
 * );
 * ```
 */
export function readComponentsMap(map: ComponentsMap): string {
  const loadings = finiteRows(map.loadings, "x", "y");
  const shown = map.explained[0] + map.explained[1];
  if (loadings.length === 0 || map.points.length === 0 || !Number.isFinite(shown)) return NO_DATA;
  const mostly = (axis: "x" | "y") => {
    const sizes = loadings.map((row) => ({ feature: row.feature, size: Math.abs(row[axis]) }))
      .sort((a, b) => b.size - a.size || (a.feature < b.feature ? -1 : 1));
    return joinWords(
      sizes.filter(({ size }) => size >= NEXT_TO * sizes[0].size)
        .map(({ feature }) => featureWords(feature).label),
    );
  };
  return `From left to right customers differ mostly in ${mostly("x")}, from bottom to top in ` +
    `${mostly("y")}; the map shows ${formatPercent(shown)} of all differences, the rest is not ` +
    `to be seen on it.`;
}
