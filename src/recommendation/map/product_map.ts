import type { Interactions } from "../matrix/build_interactions.ts";
import { findCommunities } from "./find_communities.ts";
import { layOutGraph } from "./lay_out_graph.ts";
import { type MutualLink, mutualLinks } from "./mutual_links.ts";
import { nameNeighbourhood } from "./name_neighbourhood.ts";
import type { SimilarProducts } from "../similarity/similar_products.ts";

/** One product on the map. */
export interface ProductMapNode {
  readonly product_id: string;
  /** Its description; the id where none is known. */
  readonly name: string;
  /** Place on the map, around (0, 0); links within a neighbourhood are about 1 long. */
  readonly x: number;
  readonly y: number;
  /** Number of its neighbourhood, 1 being the largest; 0 for a product without a link. */
  readonly neighbourhood: number;
  /** Number of customers who bought it. */
  readonly customers: number;
}

/** Two products that are among each other's most similar ones. */
export interface ProductMapLink {
  /** Ids of the two, the more popular one first. */
  readonly from: string;
  readonly to: string;
  readonly similarity: number;
  /** Number of customers who bought both. */
  readonly customers_in_common: number;
}

/** Products that are more similar to one another than to the others. */
export interface ProductNeighbourhood {
  /** 1 for the one with the most products, then 2 and so on. */
  readonly neighbourhood: number;
  /** The words that most of its products share, or its most popular product. */
  readonly name: string;
  /** Number of its products. */
  readonly products: number;
}

/** Map of products that sell together. */
export interface ProductMap {
  /** The most popular product first, ties by id. */
  readonly nodes: readonly ProductMapNode[];
  /** In the order of the nodes. */
  readonly links: readonly ProductMapLink[];
  /** In order of their numbers. */
  readonly neighbourhoods: readonly ProductNeighbourhood[];
}

/** Options of {@linkcode productMap}. */
export interface ProductMapOptions {
  /** Number of products on the map, the most popular ones, at most 300; default 60. */
  readonly products?: number;
  /** How many of the most similar products of each one count as strong; default 5. */
  readonly strongest?: number;
  /** 1 for products that may stand on the map, else 0, per product; default all. */
  readonly offered?: Uint8Array;
  /** Product id to description, as {@linkcode productNames} returns it. */
  readonly names?: ReadonlyMap<string, string>;
}

/** More would take many seconds, and could not be told apart on a page. */
const MOST_PRODUCTS = 300;
/** A link between two neighbourhoods is longer than one within, so that they stand apart. */
const LENGTH_BETWEEN = 2;
/** Digits of the places: what rounding of another machine could change is not shown. */
const DIGITS = 4;

/**
 * Draws up a map of the most popular products: which are bought by the same customers, and what
 * neighbourhoods they form.
 *
 * Two products are linked if each is among the other's most similar ones on the map
 * ({@linkcode mutualLinks}). Neighbourhoods are the communities of these links
 * ({@linkcode findCommunities}), and places follow the distances along them
 * ({@linkcode layOutGraph}). No chance is involved, and the order of products and customers does not
 * matter: equals are ordered by id.
 *
 * @param similar Neighbours of every product.
 * @param interactions The customer × product matrix that they come from, for the popularity.
 * @param options See {@linkcode ProductMapOptions}.
 * @returns Plain rows for `productMapFigure`: products, links and neighbourhoods.
 * @throws {RangeError} If an option is out of range.
 * @throws {TypeError} If the two speak of different products.
 *
 * @example
 * ```ts
 * import { productMap } from "./product_map.ts";
 * import { similarProducts } from "../similarity/similar_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Ada and Bob bought a cup and tea, Cyd a pen.
 * const interactions = {
 *   customers: ["Ada", "Bob", "Cyd"], products: ["CUP", "PEN", "TEA"],
 *   offsets: Int32Array.of(0, 2, 4, 5), productIndices: Int32Array.of(0, 2, 0, 2, 1),
 *   values: Float64Array.of(1, 1, 1, 1, 1),
 * };
 * const { nodes, links } = productMap(similarProducts(interactions), interactions);
 * assertEquals(nodes.map((node) => [node.name, node.neighbourhood, node.customers]), [
 *   ["CUP", 1, 2],
 *   ["TEA", 1, 2],
 *   ["PEN", 0, 1],
 * ]);
 * assertEquals(links, [{ from: "CUP", to: "TEA", similarity: 1, customers_in_common: 2 }]);
 * ```
 */
export function productMap(
  similar: SimilarProducts,
  interactions: Pick<Interactions, "products" | "productIndices">,
  options: ProductMapOptions = {},
): ProductMap {
  const count = wholeNumber("products", options.products ?? 60, MOST_PRODUCTS);
  const strongest = wholeNumber("strongest", options.strongest ?? 5, Infinity);
  const names = options.names ?? new Map<string, string>();
  checkSameProducts(similar.products, interactions.products);

  const customers = new Int32Array(similar.products.length);
  for (const product of interactions.productIndices) customers[product]++;
  const chosen = mostPopular(similar.products, customers, count, options.offered);
  const nameOf = (place: number) => {
    const id = similar.products[chosen[place]];
    return names.get(id) ?? id;
  };

  const links = mutualLinks(similar, chosen, strongest);
  const neighbourhoods = neighbourhoodsOf(chosen.length, links);
  const numberOf = new Array<number>(chosen.length).fill(0);
  neighbourhoods.forEach((places, i) => places.forEach((place) => numberOf[place] = i + 1));
  const places = layOutGraph(
    chosen.length,
    links.map(({ from, to }) => (
      { from, to, length: numberOf[from] === numberOf[to] ? 1 : LENGTH_BETWEEN }
    )),
  );
  return {
    nodes: chosen.map((product, place) => ({
      product_id: similar.products[product],
      name: nameOf(place),
      x: rounded(places[place].x),
      y: rounded(places[place].y),
      neighbourhood: numberOf[place],
      customers: customers[product],
    })),
    links: links.map(({ from, to, similarity, customersInCommon }) => ({
      from: similar.products[chosen[from]],
      to: similar.products[chosen[to]],
      similarity,
      customers_in_common: customersInCommon,
    })),
    neighbourhoods: distinctNames(neighbourhoods.map((places) => places.map(nameOf)))
      .map((name, i) => ({ neighbourhood: i + 1, name, products: neighbourhoods[i].length })),
  };
}

/** Positions of the most popular products that anybody bought, ties by id. */
function mostPopular(
  products: readonly string[],
  customers: Int32Array,
  count: number,
  offered?: Uint8Array,
): number[] {
  return [...products.keys()]
    .filter((product) => customers[product] > 0 && offered?.[product] !== 0)
    .sort((a, b) => customers[b] - customers[a] || (products[a] < products[b] ? -1 : 1))
    .slice(0, count);
}

/** The communities of at least two, the largest first, then the one with the most popular product. */
function neighbourhoodsOf(count: number, links: readonly MutualLink[]): number[][] {
  const communities = findCommunities(
    count,
    links.map(({ from, to, similarity }) => ({ from, to, weight: similarity })),
  );
  const members = [...Map.groupBy(communities.keys(), (place) => communities[place]).values()];
  return members.filter((places) => places.length > 1)
    .sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/** Two neighbourhoods that share the same words are called after their most popular products. */
function distinctNames(members: readonly (readonly string[])[]): string[] {
  const names = members.map(nameNeighbourhood);
  return names.map((name, i) =>
    names.some((other, j) => j !== i && other === name) ? members[i][0] : name
  );
}

function rounded(coordinate: number): number {
  // Adding 0 makes −0 a 0.
  return Math.round(coordinate * 10 ** DIGITS) / 10 ** DIGITS + 0;
}

function wholeNumber(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  const range = most < Infinity ? `a whole number from 1 to ${most}` : "a positive integer";
  throw new RangeError(`Mapping products: ${name} must be ${range}, got ${value}.`);
}

function checkSameProducts(similar: readonly string[], bought: readonly string[]): void {
  if (similar.length === bought.length && similar.every((id, i) => id === bought[i])) return;
  throw new TypeError(
    `Mapping products: the neighbours are of ${similar.length} products, the customers bought ` +
      `${bought.length}; both must list the same ones in the same order.`,
  );
}
