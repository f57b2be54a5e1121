import { ownedBy, type PurchaseHistories } from "../matrix/purchase_histories.ts";

/** Popularity of each product within a group of customers. */
export interface GroupPopularity {
  /** Number of customers in the group. */
  readonly members: number;
  /** Number of them who bought each product, per product. */
  readonly buyers: Int32Array;
  /** Share of the group that buys each product, shrunk towards everyone's, in [0, 1]. */
  readonly shares: Float64Array;
}

/**
 * Estimates what share of a group of customers buys each product.
 *
 * Of a handful of customers a product's share is mostly chance. Each share is therefore the group's
 * own, averaged with everyone's as if that many (`strength`) further customers had been asked: the
 * mean of a beta distribution, updated. An empty group has everyone's shares.
 *
 * Source: Gelman et al. (2013), "Bayesian Data Analysis", 3rd edition, sections 2.4 and 5.3.
 *
 * @param strength Number of customers that everyone's share counts for, above 0.
 * @returns Buyers and shares per product.
 * @throws {RangeError} If the strength is not a number above 0.
 */
export function groupPopularity(
  histories: PurchaseHistories,
  members: ArrayLike<number>,
  strength: number,
): GroupPopularity {
  if (!(strength > 0 && strength < Infinity)) {
    throw new RangeError(
      `Measuring popularity in a group: strength must be a number above 0, got ${strength}.`,
    );
  }
  const everyone = new Int32Array(histories.products.length);
  for (const product of histories.productIndices) everyone[product]++;
  const buyers = new Int32Array(histories.products.length);
  for (const member of Array.from(members)) {
    for (const product of ownedBy(histories, member)) buyers[product]++;
  }
  const customers = histories.customers.length;
  const shares = Float64Array.from(
    buyers,
    (count, product) =>
      (count + strength * everyone[product] / customers) / (members.length + strength),
  );
  return { members: members.length, buyers, shares };
}
