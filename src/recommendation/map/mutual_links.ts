import type { SimilarProducts } from "../similarity/similar_products.ts";

/** Two products that are among each other's most similar ones. */
export interface MutualLink {
  /** Places of the two in the list of chosen products; `from` is the smaller. */
  readonly from: number;
  readonly to: number;
  /** Their similarity; where the two directions differ, the lower one. */
  readonly similarity: number;
  /** Number of customers who bought both. */
  readonly customersInCommon: number;
}

/**
 * Links chosen products that are among each other's strongest neighbours.
 *
 * Neighbours that were not chosen do not count, so that a product's strongest links are those within
 * the choice. A link that only one side finds strong is left out: everything is somewhat similar to
 * what everybody buys.
 *
 * Source: Jarvis, Patrick (1973), "Clustering using a similarity measure based on shared near
 * neighbors" (links of mutual near neighbours).
 *
 * @param chosen Positions of the chosen products, each once; of equally similar neighbours, the one
 * that comes first here is taken for the stronger.
 * @returns Links in order of `from` and `to`.
 */
export function mutualLinks(
  { offsets, neighbours, similarities, customersInCommon }: SimilarProducts,
  chosen: readonly number[],
  strongest: number,
): MutualLink[] {
  const placeOf = new Map(chosen.map((product, place) => [product, place]));
  const strong = chosen.map((product) => {
    const found: { to: number; similarity: number; customersInCommon: number }[] = [];
    for (let e = offsets[product]; e < offsets[product + 1]; e++) {
      const to = placeOf.get(neighbours[e]);
      if (to === undefined || !(similarities[e] > 0)) continue;
      found.push({ to, similarity: similarities[e], customersInCommon: customersInCommon[e] });
    }
    return found.sort((a, b) => b.similarity - a.similarity || a.to - b.to).slice(0, strongest);
  });
  return strong.flatMap((links, from) =>
    links.filter(({ to }) => from < to).sort((a, b) => a.to - b.to).flatMap((link) => {
      const back = strong[link.to].find(({ to }) => to === from);
      if (back === undefined) return [];
      return [{ from, ...link, similarity: Math.min(link.similarity, back.similarity) }];
    })
  );
}
