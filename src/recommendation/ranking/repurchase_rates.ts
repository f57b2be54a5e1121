import type { PurchaseHistories } from "../matrix/purchase_histories.ts";

/** Customers of the average rate that every product is given beforehand. */
const PRIOR_CUSTOMERS = 5;

/**
 * The share of a product's customers who bought it more than once: high for what is used up, low for
 * what lasts.
 *
 * @returns A share in [0, 1] per product, drawn towards that of all products where it has few
 * customers.
 */
export function repurchaseRates(
  { products, productIndices, purchases }: Pick<
    PurchaseHistories,
    "products" | "productIndices" | "purchases"
  >,
): Float64Array {
  const customers = new Float64Array(products.length);
  const again = new Float64Array(products.length);
  let total = 0;
  productIndices.forEach((product, entry) => {
    customers[product]++;
    if (purchases[entry] < 2) return;
    again[product]++;
    total++;
  });
  const rate = productIndices.length === 0 ? 0 : total / productIndices.length;
  return again.map((count, product) =>
    (count + PRIOR_CUSTOMERS * rate) / (customers[product] + PRIOR_CUSTOMERS)
  );
}
