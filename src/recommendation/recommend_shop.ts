import type { DataFrame } from "nodejs-polars";
import { instantOf } from "../frames/days.ts";
import { type ProductMap, productMap } from "./map/product_map.ts";
import { productBaskets } from "./matrix/product_baskets.ts";
import { PurchaseBook } from "./purchase_book.ts";
import { recommendProducts } from "./recommend_products.ts";
import { type AssociationRule, associationRules } from "./rules/association_rules.ts";
import { chooseRecommenders } from "./selection/choose_recommenders.ts";
import type { RecommendationPlan } from "./selection/recommendation_plan.ts";
import { similarProductsTable } from "./similarity/similar_products_table.ts";

/** Recommendations of a shop, and what sells together. */
export interface ShopRecommendations {
  /** `product_id, neighbour_id, rank, similarity, customers_in_common`. */
  readonly similar: DataFrame;
  /** `customer_id, rank, product_id, score, kind, because`. */
  readonly recommendations: DataFrame;
  /** How today's recommendations are ranked, chosen on the horizon before `asOf`. */
  readonly plan: RecommendationPlan;
  /** The most popular products and what lies near them. */
  readonly map: ProductMap;
  /** Products of the same baskets, by lift; none where nothing passes the test. */
  readonly rules: readonly AssociationRule[];
  /** Baskets that were too large to count for the rules. */
  readonly large_baskets: number;
}

/** Baskets of more products than these are a warehouse's: they would link everything with everything. */
const LARGEST_BASKET = 200;

/**
 * Recommends ten products to every customer, and finds similar products, rules of baskets and a map, all
 * of the same products: no services, and nothing that is no longer sold.
 *
 * @param purchases Purchases of known customers before `asOf`, or a book of them.
 * @param options ISO date of today, and the days before it on which ways to recommend are compared.
 * @returns See {@linkcode ShopRecommendations}.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or an option is out of range.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../frames/columns.ts";
 * import { recommendShop } from "./recommend_shop.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { similar, map } = recommendShop(pl.DataFrame({
 *   invoice_id: ["1", "1", "2", "2"], product_id: ["C", "T", "C", "T"],
 *   description: ["CUP", "TEA", "CUP", "TEA"], customer_id: ["Ada", "Ada", "Bob", "Bob"],
 *   revenue: [4, 2, 4, 2], is_service: [false, false, false, false],
 *   invoice_date: dateSeries("invoice_date", new Float64Array(4)),
 * }), { asOf: "1970-01-02", horizonDays: 91 });
 * assertEquals(similar.rows(), [["C", "T", 1, 1, 2], ["T", "C", 1, 1, 2]]);
 * assertEquals(map.nodes.map(({ name }) => name), ["CUP", "TEA"]);
 * ```
 */
export function recommendShop(
  purchases: DataFrame | PurchaseBook,
  options: { readonly asOf: string; readonly horizonDays: number },
): ShopRecommendations {
  const { asOf } = options;
  const book = PurchaseBook.of(purchases);
  const plan = chooseRecommenders(book, options);
  const { interactions, offered, ...known } = book.before(asOf);
  return {
    similar: similarProductsTable(known.similar(), offered),
    recommendations: recommendProducts(book, { asOf, plan }),
    plan,
    ...basketRules(book, instantOf(asOf, "the as-of date")),
    map: productMap(known.similar(), interactions, { names: known.names(), offered }),
  };
}

function basketRules(
  { lines, options }: PurchaseBook,
  until: number,
): Pick<ShopRecommendations, "rules" | "large_baskets"> {
  const baskets = productBaskets(lines, { ...options, until });
  const sizes = baskets.offsets.subarray(1).map((end, i) => end - baskets.offsets[i]);
  if (sizes.every((size) => size > LARGEST_BASKET)) {
    return { rules: [], large_baskets: sizes.length };
  }
  const { rules, capped } = associationRules(baskets, { maximumBasketSize: LARGEST_BASKET });
  return { rules, large_baskets: capped };
}
