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
