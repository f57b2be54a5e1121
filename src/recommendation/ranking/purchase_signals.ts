import { DAY } from "../../frames/days.ts";
import { type AssortmentOptions, offeredProducts, soldSince } from "../matrix/assortment.ts";
import type { EncodedPurchases } from "../matrix/encode_purchases.ts";
import { type ProductPopularity, productPopularity } from "../matrix/product_popularity.ts";
import { productTrend } from "./product_trend.ts";
import { type PurchaseHistories, purchaseHistories } from "../matrix/purchase_histories.ts";
import { type RebuyRhythm, rebuyRhythm } from "./rebuy_rhythm.ts";
import { repurchaseRates } from "./repurchase_rates.ts";

/** Days whose purchases make the trend. */
const TREND_DAYS = 30;

/** Everything known at one moment that recommendations are made of. */
export interface PurchaseSignals {
  readonly histories: PurchaseHistories;
  /** 1 for products that may be offered, 0 for those no longer sold, per product. */
  readonly offered: Uint8Array;
  /** Customers of all products; in the order of popularity only those that may be offered. */
  readonly popularity: ProductPopularity;
  /** How much more a product is bought in the last 30 days than before, per product; 1 on average. */
  readonly trend: Float64Array;
  /** Share of its customers who bought a product again, per product. */
  readonly repurchase: Float64Array;
  /** Gaps between purchases, per entry of the histories. */
  readonly rhythm: RebuyRhythm;
}

/** Options of {@linkcode purchaseSignals}. */
export interface PurchaseSignalsOptions extends AssortmentOptions {
  /** First moment that is not known yet, in milliseconds since 1970. */
  readonly until: number;
}

/**
 * Gathers what is known at a moment; nothing after it has any influence.
 *
 * @returns Histories before the moment, popularity, trend, repurchase rates and rhythms.
 */
export function purchaseSignals(
  lines: EncodedPurchases,
  { until, excludeServices, soldWithinDays }: PurchaseSignalsOptions,
): PurchaseSignals {
  const histories = purchaseHistories(lines, { until, excludeServices });
  const offered = offeredProducts(histories, soldSince(until, soldWithinDays));
  const from = until - TREND_DAYS * DAY;
  const recent = purchaseHistories(lines, { from, until, excludeServices });
  return {
    histories,
    offered,
    popularity: productPopularity(histories, offered),
    trend: productTrend(histories, recent),
    repurchase: repurchaseRates(histories),
    rhythm: rebuyRhythm(lines, histories, until),
  };
}
