import { ownedBy, type PurchaseHistories } from "../matrix/purchase_histories.ts";
import { type ProductPopularity, productPopularity } from "../matrix/product_popularity.ts";

/**
 * Counts the customers of each product within each segment of customers.
 *
 * @param segmentOf Segment by customer id, known at the time of the histories.
 * @param overall The popularity of the same products with all customers; default of all products.
 * @returns A function of a customer's row: the popularity of products in their segment, products
 * equally popular there by their customers of all segments; that of all customers where the
 * customer has no segment.
 */
export function segmentPopularity(
  histories: PurchaseHistories,
  segmentOf: ReadonlyMap<string, string>,
  overall: ProductPopularity = productPopularity(histories),
): (customer: number) => ProductPopularity {
  const counts = new Map<string, Int32Array>();
  histories.customers.forEach((id, customer) => {
    const segment = segmentOf.get(id);
    if (segment === undefined) return;
    let customers = counts.get(segment);
    if (customers === undefined) {
      counts.set(segment, customers = new Int32Array(histories.products.length));
    }
    for (const product of ownedBy(histories, customer)) customers[product]++;
  });
  const bySegment = new Map(
    Array.from(counts, ([segment, customers]) => {
      // A stable sort of the overall order keeps it among equals.
      const order = overall.order.slice().sort((a, b) => customers[b] - customers[a]);
      return [segment, { customers, order }];
    }),
  );
  return (customer) => bySegment.get(segmentOf.get(histories.customers[customer]) ?? "") ?? overall;
}
