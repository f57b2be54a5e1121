import { customersByProduct } from "./customers_by_product.ts";
import type { PurchaseHistories } from "./purchase_histories.ts";

/** Prepares the counting of customers who bought both of two products. */
export function sharedCustomers(
  { products, offsets, productIndices }: Pick<
    PurchaseHistories,
    "products" | "offsets" | "productIndices"
  >,
): (a: number, b: number) => number {
  const columns = customersByProduct({ products, offsets, productIndices });
  const buyersOf = (product: number) =>
    columns.customers.subarray(columns.offsets[product], columns.offsets[product + 1]);
  // The same pairs explain many customers' lists.
  const counted = new Map<number, number>();
  return (a, b) => {
    const pair = a * products.length + b;
    let count = counted.get(pair);
    if (count === undefined) {
      if (counted.size === MOST_REMEMBERED) counted.clear();
      counted.set(pair, count = inBoth(buyersOf(a), buyersOf(b)));
    }
    return count;
  };
}

/** Pairs remembered at once; a map holds sixteen million at most. */
const MOST_REMEMBERED = 2 ** 20;

/** How many numbers two ascending lists share. */
function inBoth(a: Int32Array, b: Int32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i] - b[j];
    if (difference === 0) count++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return count;
}
