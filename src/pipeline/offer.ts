import pl, { type DataFrame } from "nodejs-polars";
import { rfmScores } from "../customers/rfm/rfm_scores.ts";
import { timeSplit } from "../backtest/time_split.ts";
import { textColumn } from "../frames/columns.ts";
import { NotEnoughDataError } from "../frames/errors.ts";
import { discoverName } from "../recommendation/selection/recommendation_plan.ts";
import { PurchaseBook } from "../recommendation/purchase_book.ts";
import { recommendShop, type ShopRecommendations } from "../recommendation/recommend_shop.ts";
import {
  evaluateRecommendations,
  type RankingTask,
  type RecommendationTasks,
} from "../recommendation/selection/evaluate_recommendations.ts";
import { type Attempt, attempted } from "../frames/attempt.ts";

/** Leaderboard of an order of products: what was selected before the test, and what ranks today. */
export interface OfferTask extends RankingTask {
  readonly selected_today: string;
  readonly selection_reason_today: string;
}

/** Recommendations, and how such recommendations did on the later period. */
export interface Offers extends ShopRecommendations {
  readonly evaluation: Attempt<Readonly<Record<keyof RecommendationTasks, OfferTask>>>;
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
 * @throws {NotEnoughDataError} If the file names no products.
 */
export function offer(transactions: DataFrame, options: OfferOptions): Offers {
  const { asOf, horizonDays, firstDate, featuresAt } = options;
  if (transactions.filter(pl.col("product_id").neq(pl.lit(""))).height === 0) {
    throw new NotEnoughDataError("the file has no products to recommend.");
  }
  const book = PurchaseBook.of(transactions, { soldWithinDays: horizonDays });
  const shop = recommendShop(book, { asOf, horizonDays });
  const { discover, rebuy } = shop.plan;
  return {
    ...shop,
    evaluation: attempted(() => {
      const { testAsOf } = timeSplit(asOf, horizonDays, firstDate);
      const segmentOf = rfmSegmentsOf(featuresAt(testAsOf));
      const tasks = evaluateRecommendations(book, { asOf: testAsOf, horizonDays, segmentOf });
      return {
        recommendation_new_items: {
          ...tasks.recommendation_new_items,
          selected_today: discoverName(discover),
          selection_reason_today: discover.selection_reason,
        },
        recommendation_all_items: {
          ...tasks.recommendation_all_items,
          selected_today: rebuy.model,
          selection_reason_today: rebuy.selection_reason,
        },
      };
    }, "Measuring recommendations"),
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
