import pl, { type DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../frames/errors.ts";
import { rfmScores } from "../customers/rfm/rfm_scores.ts";
import { timeSplit } from "../customers/outcomes/time_split.ts";
import {
  type AssociationRule,
  associationRules,
} from "../recommendation/rules/association_rules.ts";
import { encodePurchases } from "../recommendation/matrix/encode_purchases.ts";
import { type ProductMap, productMap } from "../recommendation/map/product_map.ts";
import { productNames } from "../transactions/product_names.ts";
import { productBaskets } from "../recommendation/matrix/product_baskets.ts";
import { buildInteractions } from "../recommendation/matrix/build_interactions.ts";
import { chooseRecommenders } from "../recommendation/selection/choose_recommenders.ts";
import {
  evaluateRecommendations,
  type RecommendationTasks,
} from "../recommendation/selection/evaluate_recommendations.ts";
import { recommendProducts } from "../recommendation/recommend_products.ts";
import type { RecommendationPlan } from "../recommendation/selection/recommendation_plan.ts";
import { similarProducts } from "../recommendation/similarity/similar_products.ts";
import { similarProductsTable } from "../recommendation/similarity/similar_products_table.ts";
import { textColumn } from "../frames/columns.ts";
import { type Attempt, attempted } from "../frames/attempt.ts";

/** What to offer, and how such offers did on the later period. */
export interface Offers {
  /** `product_id, neighbour_id, rank, similarity, customers_in_common`. */
  readonly similar: DataFrame;
  /** `customer_id, rank, product_id, score, kind, because`. */
  readonly recommendations: DataFrame;
  /** How today's offers are ranked, chosen on the horizon before `asOf`. */
  readonly plan: RecommendationPlan;
  /** The most popular products and what lies near them. */
  readonly map: ProductMap;
  readonly evaluation: Attempt<RecommendationTasks>;
  /** Products of the same baskets, by lift; none where nothing passes the test. */
  readonly rules: readonly AssociationRule[];
  /** Baskets that were too large to count for the rules. */
  readonly largeBaskets: number;
}

/** Options of {@linkcode offer}. */
export interface OfferOptions {
  readonly asOf: string;
  readonly horizonDays: number;
  /** ISO date of the first purchase. */
  readonly firstDate: string;
  /** Recency, frequency and monetary value of the customers of a date. */
  readonly featuresAt: (asOf: string) => DataFrame;
}

/**
 * Finds similar products and recommends ten products to every customer, and measures recommendations
 * made the same way one horizon earlier. How to recommend is chosen on the horizon before each date;
 * what no customer bought in the last horizon is not offered.
 *
 * @param transactions Purchases of known customers before `asOf`.
 * @param options See {@linkcode OfferOptions}.
 * @returns Both tables and the evaluation.
 * @throws {NotEnoughDataError} If the file names no products.
 */
export function offer(transactions: DataFrame, options: OfferOptions): Offers {
  const { asOf, horizonDays, firstDate, featuresAt } = options;
  if (transactions.filter(pl.col("product_id").neq(pl.lit(""))).height === 0) {
    throw new NotEnoughDataError("the file names no products to recommend.");
  }
  const plan = chooseRecommenders(transactions, { asOf, horizonDays, excludeServices: true });
  return {
    similar: similarProductsTable(similarProducts(buildInteractions(transactions))),
    recommendations: recommendProducts(transactions, { asOf, plan, soldWithinDays: horizonDays }),
    plan,
    ...basketRules(transactions),
    map: mapOf(transactions),
    evaluation: attempted(() => {
      const { testAsOf } = timeSplit(asOf, horizonDays, firstDate);
      const segmentOf = rfmSegmentsOf(featuresAt(testAsOf));
      return evaluateRecommendations(transactions, { asOf: testAsOf, horizonDays, segmentOf });
    }, "Measuring offers"),
  };
}

function mapOf(transactions: DataFrame): ProductMap {
  const interactions = buildInteractions(transactions, { excludeServices: true });
  return productMap(similarProducts(interactions), interactions, {
    names: productNames(transactions),
  });
}

/** Baskets of more products than these are a warehouse's: they would link everything with everything. */
const LARGEST_BASKET = 200;

function basketRules(transactions: DataFrame): Pick<Offers, "rules" | "largeBaskets"> {
  const baskets = productBaskets(encodePurchases(transactions), { excludeServices: true });
  const sizes = baskets.offsets.subarray(1).map((end, i) => end - baskets.offsets[i]);
  if (sizes.every((size) => size > LARGEST_BASKET)) {
    return { rules: [], largeBaskets: sizes.length };
  }
  const { rules, capped } = associationRules(baskets, { maximumBasketSize: LARGEST_BASKET });
  return { rules, largeBaskets: capped };
}

function rfmSegmentsOf(features: DataFrame): Map<string, string> {
  const scored = rfmScores(features);
  const segments = textColumn(scored, "rfm_segment");
  return new Map(textColumn(scored, "customer_id").map((id, row) => [id, segments[row]]));
}
