import { DAY } from "../../frames/days.ts";
import type { PurchaseHistories } from "./purchase_histories.ts";

/** What counts as a product to offer: the same wherever offers are made, chosen or measured. */
export interface AssortmentOptions {
  /** Whether postage, fees and other services are left out; default true. */
  readonly excludeServices?: boolean;
  /**
   * Products that no known customer bought in so many days before a date count as no longer sold on it
   * and are not offered; what customers bought of them still says what they like. Default 91.
   */
  readonly soldWithinDays?: number;
}

/** Days without a sale after which a product counts as no longer sold, unless the caller says otherwise. */
const SOLD_WITHIN_DAYS = 91;

/**
 * The first moment since which a product must have been bought to be offered.
 *
 * @param until First moment that is not known yet, in milliseconds since 1970.
 * @param soldWithinDays Days, above 0; `Infinity` offers everything that was ever bought.
 * @returns Milliseconds since 1970.
 * @throws {RangeError} If the number of days is not positive.
 */
export function soldSince(until: number, soldWithinDays: number = SOLD_WITHIN_DAYS): number {
  if (!(soldWithinDays > 0)) {
    throw new RangeError(
      `Finding products to offer: soldWithinDays must be positive, got ${soldWithinDays}.`,
    );
  }
  return until - soldWithinDays * DAY;
}

/**
 * Marks the products that were bought lately.
 *
 * @param since First moment that counts, in milliseconds since 1970; see {@linkcode soldSince}.
 * @returns 1 for products bought since then, else 0.
 */
export function offeredProducts(
  histories: Pick<PurchaseHistories, "products" | "productIndices" | "lastPurchase">,
  since: number,
): Uint8Array {
  const { products, productIndices, lastPurchase } = histories;
  const offered = new Uint8Array(products.length);
  productIndices.forEach((product, entry) => {
    if (lastPurchase[entry] >= since) offered[product] = 1;
  });
  return offered;
}
