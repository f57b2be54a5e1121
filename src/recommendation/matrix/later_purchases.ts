import { ownedBy, type PurchaseHistories } from "./purchase_histories.ts";

/**
 * What known customers buy later of known products: what a recommendation could have found.
 *
 * @param past Entries per customer and product up to some moment.
 * @returns For each customer of the past, positions in `past.products` of what they buy in the
 * future; products and customers unknown in the past are left out.
 */
export function laterPurchases(
  past: Pick<PurchaseHistories, "customers" | "products">,
  future: Pick<PurchaseHistories, "customers" | "products" | "offsets" | "productIndices">,
): Set<number>[] {
  const productOf = new Map(past.products.map((id, product) => [id, product]));
  const rowOf = new Map(future.customers.map((id, customer) => [id, customer]));
  return past.customers.map((id) => {
    const row = rowOf.get(id);
    const bought = row === undefined ? [] : Array.from(ownedBy(future, row));
    return new Set(
      bought.map((product) => productOf.get(future.products[product]))
        .filter((product) => product !== undefined),
    );
  });
}
