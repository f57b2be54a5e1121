import pl, { type Expr } from "nodejs-polars";

/**
 * Product ids that name a service or an adjustment rather than a product: postage, fees, manual
 * corrections, samples, discounts and vouchers. Their lines are revenue but are never recommended.
 *
 * Source: the non-product stock codes of the UCI "Online Retail" files.
 */
export const SERVICE_PRODUCTS: readonly string[] = [
  "ADJUST",
  "ADJUST2",
  "AMAZONFEE",
  "B",
  "BANK CHARGES",
  "C2",
  "CRUK",
  "D",
  "DOT",
  "M",
  "PADS",
  "POST",
  "S",
  "SAMPLES",
  "SHIPPING",
];

/**
 * Says which lines are services: by {@linkcode SERVICE_PRODUCTS}, or a gift voucher (`gift_…`).
 *
 * @param products The product ids to look for, compared without case.
 * @returns A Boolean expression over the column `product_id`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { isServiceProduct } from "./service_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({ product_id: ["85123A", "POST", "gift_0001_20"] });
 * const flags = lines.select(isServiceProduct().alias("service")).getColumn("service").toArray();
 * assertEquals(flags, [false, true, true]);
 * ```
 */
export function isServiceProduct(products: readonly string[] = SERVICE_PRODUCTS): Expr {
  const id = pl.col("product_id").str.toUpperCase();
  return id.isIn([...products]).or(id.str.contains("^GIFT_"));
}
