import pl, { type DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../customers/not_enough_data_error.ts";
import { timeSplit } from "../customers/time_split.ts";
import { buildInteractions } from "../recommendation/build_interactions.ts";
import {
  evaluateRecommendations,
  type RecommendationTasks,
} from "../recommendation/evaluate_recommendations.ts";
import { recommendProducts } from "../recommendation/recommend_products.ts";
import { similarProducts } from "../recommendation/similar_products.ts";
import { similarProductsTable } from "../recommendation/similar_products_table.ts";
import { type Attempt, attempted } from "./attempt.ts";

/** What to offer, and how such offers did on the later period. */
export interface Offers {
  /** `product_id, neighbour_id, rank, similarity, customers_in_common`. */
  readonly similar: DataFrame;
  /** `customer_id, rank, product_id, score, kind, because`. */
  readonly recommendations: DataFrame;
  readonly evaluation: Attempt<RecommendationTasks>;
}

/** Options of {@linkcode offer}. */
export interface OfferOptions {
  readonly asOf: string;
  readonly horizonDays: number;
  /** ISO date of the first purchase. */
  readonly firstDate: string;
}

/**
 * Finds similar products and recommends ten products to every customer, and measures the same
 * recommendations made one horizon earlier.
 *
 * @param transactions Purchases of known customers before `asOf`.
 * @param options See {@linkcode OfferOptions}.
 * @returns Both tables and the evaluation.
 * @throws {NotEnoughDataError} If the file names no products.
 */
export function offer(transactions: DataFrame, options: OfferOptions): Offers {
  const { asOf, horizonDays, firstDate } = options;
  if (transactions.filter(pl.col("product_id").neq(pl.lit(""))).height === 0) {
    throw new NotEnoughDataError("Not enough data: the file names no products to recommend.");
  }
  return {
    similar: similarProductsTable(similarProducts(buildInteractions(transactions))),
    recommendations: recommendProducts(transactions, { asOf }),
    evaluation: attempted(() => {
      const { testAsOf } = timeSplit(asOf, horizonDays, firstDate);
      return evaluateRecommendations(transactions, { asOf: testAsOf, horizonDays });
    }),
  };
}
