import pl, { type DataFrame } from "nodejs-polars";
import { numberColumn, textColumn } from "../frames/columns.ts";
import type { ShopRecommendations } from "./recommend_shop.ts";

/** A product and those that are bought by the same customers. */
export interface SimilarExample {
  readonly product: string;
  readonly neighbours: readonly {
    readonly description: string;
    readonly similarity: number;
    readonly customers_in_common: number;
  }[];
}

/** Products that lie in the same baskets. */
export interface RuleExample {
  readonly product: string;
  readonly also: string;
  readonly baskets: number;
  /** Share of the first product's baskets that hold the second. */
  readonly confidence: number;
  /** How many times as often as by chance. */
  readonly lift: number;
}

/** One recommendation for one customer. */
export interface RecommendationExample {
  readonly customer_id: string;
  readonly rank: number;
  readonly kind: string;
  readonly description: string;
  readonly because: string;
}

/** Products shown with their neighbours, neighbours of each, and rules of baskets. */
const PRODUCTS = 3, NEIGHBOURS = 4, RULES = 10;

/**
 * Examples of similar products: the first of a list that have neighbours, with the nearest of them.
 *
 * @param similar Table of similar products, see `recommendShop`.
 * @param productIds Products in the order in which they are considered.
 * @param names Descriptions of the products, see `productNames`.
 */
export function similarExamples(
  similar: DataFrame,
  productIds: readonly string[],
  names: ReadonlyMap<string, string>,
): SimilarExample[] {
  const withNeighbours = new Set(textColumn(similar, "product_id"));
  const shown = productIds.filter((product) => withNeighbours.has(product));
  return shown.slice(0, PRODUCTS).map((product) => {
    const neighbours = similar.filter(pl.col("product_id").eq(pl.lit(product)))
      .sort("rank").head(NEIGHBOURS);
    const similarity = numberColumn(neighbours, "similarity");
    const inCommon = numberColumn(neighbours, "customers_in_common");
    return {
      product: names.get(product) ?? product,
      neighbours: textColumn(neighbours, "neighbour_id").map((id, i) => ({
        description: names.get(id) ?? id,
        similarity: similarity[i],
        customers_in_common: inCommon[i],
      })),
    };
  });
}

/**
 * Examples of rules: those of the most baskets, each pair of products once, in the surer direction.
 *
 * @param rules Rules of baskets, see `associationRules`.
 * @param names Descriptions of the products, see `productNames`.
 */
export function ruleExamples(
  rules: readonly Pick<
    ShopRecommendations["rules"][number],
    "antecedents" | "consequent" | "baskets" | "confidence" | "lift"
  >[],
  names: ReadonlyMap<string, string>,
): RuleExample[] {
  const told = new Set<string>();
  return [...rules]
    .filter(({ antecedents }) => antecedents.length === 1)
    .sort((a, b) => b.baskets - a.baskets || b.confidence - a.confidence)
    .filter(({ antecedents: [product], consequent }) => {
      const pair = [product, consequent].sort().join("\n");
      return !told.has(pair) && told.add(pair);
    })
    .slice(0, RULES)
    .map(({ antecedents: [product], consequent, baskets, confidence, lift }) => ({
      product: names.get(product) ?? product,
      also: names.get(consequent) ?? consequent,
      baskets,
      confidence,
      lift,
    }));
}

/**
 * Examples of recommendations: those for the customers of median, upper quartile and largest spend.
 *
 * @param recommendations Table of recommendations, see `recommendShop`.
 * @param customers One row per customer with `monetary_value`.
 * @param names Descriptions of the products, see `productNames`.
 */
export function recommendationExamples(
  recommendations: DataFrame,
  customers: DataFrame,
  names: ReadonlyMap<string, string>,
): RecommendationExample[] {
  const bySpend = textColumn(customers.sort(["monetary_value", "customer_id"]), "customer_id");
  const shown = [0.5, 0.75, 1].map((at) => bySpend[Math.round(at * (bySpend.length - 1))]);
  return [...new Set(shown)].flatMap((customer) => {
    const offers = recommendations.filter(pl.col("customer_id").eq(pl.lit(customer))).sort("rank");
    const kinds = textColumn(offers, "kind"), because = textColumn(offers, "because");
    const ranks = numberColumn(offers, "rank");
    return textColumn(offers, "product_id").map((id, i) => ({
      customer_id: customer,
      rank: ranks[i],
      kind: kinds[i],
      description: names.get(id) ?? id,
      because: because[i],
    }));
  });
}
