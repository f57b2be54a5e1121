import { ownedBy, type PurchaseHistories } from "../matrix/purchase_histories.ts";

/** Scores products for a customer by what goes with the products that the customer owns. */
export interface ItemScorer {
  /**
   * Scores all products.
   *
   * @param customer Row of the customer.
   * @returns A score per product, owned ones included; 0 where nothing speaks for a product. The array
   * is overwritten by the next call; it may be read only.
   */
  readonly scores: (customer: number) => Float64Array;
  /**
   * Explains a score.
   *
   * @param customer Row of the customer.
   * @param product Position of a product.
   * @returns Position of the customer's product that adds most to the score, ties by product id;
   * undefined where none adds to it.
   */
  readonly source: (customer: number, product: number) => number | undefined;
}

/**
 * A scorer of what each owned product adds to the others.
 *
 * @param weight What an owned product adds to the score of another one.
 * @returns The scorer; it remembers the customer asked for last, as several rankings ask in turn.
 */
export function itemScorer(
  histories: Pick<PurchaseHistories, "products" | "offsets" | "productIndices">,
  add: (owned: Int32Array, scores: Float64Array) => void,
  weight: (owned: number, product: number) => number,
): ItemScorer {
  const scores = new Float64Array(histories.products.length);
  let scored = -1;
  return {
    scores(customer) {
      if (customer === scored) return scores;
      scored = customer;
      scores.fill(0);
      add(ownedBy(histories, customer), scores);
      return scores;
    },
    source(customer, product) {
      let most = 0;
      let source: number | undefined;
      for (const owned of ownedBy(histories, customer)) {
        const added = weight(owned, product);
        if (added > most) [most, source] = [added, owned];
      }
      return source;
    },
  };
}
