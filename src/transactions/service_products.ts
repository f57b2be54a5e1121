/**
 * Product ids that name a service or an adjustment rather than a product: postage, fees, manual
 * corrections, samples, discounts and vouchers. Their lines are revenue but are never recommended.
 *
 * Source: the non-product stock codes of the UCI "Online Retail" files.
 */
const SERVICE_PRODUCTS: readonly string[] = [
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
 * Says whether a product id names a service: one of {@linkcode SERVICE_PRODUCTS}, or a gift voucher
 * (`gift_…`).
 *
 * @param id The id; case does not count.
 */
export function isServiceProduct(id: string): boolean {
  const name = id.toUpperCase();
  return SERVICE_PRODUCTS.includes(name) || name.startsWith("GIFT_");
}
