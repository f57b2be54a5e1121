import pl, { type DataFrame } from "nodejs-polars";
import { rfmScores } from "../customers/rfm/rfm_scores.ts";
import { timeSplit } from "../backtest/time_split.ts";
import { textColumn } from "../frames/columns.ts";
import { NotEnoughDataError } from "../frames/errors.ts";
import { PurchaseBook } from "../recommendation/purchase_book.ts";
import { recommendShop, type ShopRecommendations } from "../recommendation/recommend_shop.ts";
import {
  evaluateRecommendations,
  type RecommendationTasks,
} from "../recommendation/selection/evaluate_recommendations.ts";
import { type Attempt, attempted } from "../frames/attempt.ts";

/** What to offer, and how such offers did on the later period. */
export interface Offers extends ShopRecommendations {
  readonly evaluation: Attempt<RecommendationTasks>;
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
 * services, and what no customer bought in the last horizon, are not offered.
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
  const book = PurchaseBook.of(transactions, { soldWithinDays: horizonDays });
  return {
    ...recommendShop(book, { asOf, horizonDays }),
    evaluation: attempted(() => {
      const { testAsOf } = timeSplit(asOf, horizonDays, firstDate);
      const segmentOf = rfmSegmentsOf(featuresAt(testAsOf));
      return evaluateRecommendations(book, { asOf: testAsOf, horizonDays, segmentOf });
    }, "Measuring offers"),
  };
}

/**
 * Finds similar products and rules where nobody knows who bought: an order stands for a customer, and
 * nobody is recommended anything.
 *
 * @param sales Everything sold before `asOf`.
 * @param options See {@linkcode OfferOptions}.
 * @returns Similar products by the orders that they have in common, rules and the map.
 * @throws {NotEnoughDataError} If the file names no products.
 */
export function offerByBasket(sales: DataFrame, options: OfferOptions): Offers {
  const orders = sales.withColumns(pl.col("invoice_id").alias("customer_id"));
  const { asOf, horizonDays } = options;
  if (orders.filter(pl.col("product_id").neq(pl.lit(""))).height === 0) {
    throw new NotEnoughDataError("the file names no products to recommend.");
  }
  const book = PurchaseBook.of(orders, { soldWithinDays: horizonDays });
  const found = recommendShop(book, { asOf, horizonDays });
  return {
    ...found,
    recommendations: found.recommendations.head(0),
    evaluation: { kind: "not_enough_data", reason: "the file names no customers." },
  };
}

function rfmSegmentsOf(features: DataFrame): Map<string, string> {
  const scored = rfmScores(features);
  const segments = textColumn(scored, "rfm_segment");
  return new Map(textColumn(scored, "customer_id").map((id, row) => [id, segments[row]]));
}
