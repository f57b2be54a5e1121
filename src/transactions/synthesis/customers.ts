import { createRandom, type Random } from "../../numeric/random/random.ts";
import type { CustomerGroup } from "./groups.ts";

/** True parameters of one synthesized customer. */
export interface SyntheticCustomer {
  readonly customerId: string;
  readonly group: CustomerGroup;
  readonly country: string;
  /** Orders per day of usual business while alive (λ). */
  readonly purchaseRate: number;
  /** Probability of leaving after each repeat order (p). */
  readonly dropoutProbability: number;
  /** Mean value of an order, in currency. */
  readonly meanOrderValue: number;
  /** Where in the period the first order falls, as a fraction of it. */
  readonly arrival: number;
}

/** Countries of the demo shop with the shares of its customers; the first is home. */
export const DEMO_COUNTRIES: readonly (readonly [country: string, share: number])[] = [
  ["United Kingdom", 0.84],
  ["Germany", 0.04],
  ["France", 0.035],
  ["EIRE", 0.02],
  ["Spain", 0.015],
  ["Netherlands", 0.015],
  ["Belgium", 0.01],
  ["Portugal", 0.01],
  ["Sweden", 0.008],
  ["Japan", 0.007],
];

/**
 * Draws customers from groups: each group gets its share of them, each member its own purchase
 * rate, dropout probability and mean order value from the group's distributions.
 *
 * Each customer is drawn from random numbers of its own.
 *
 * @param groups Groups with relative shares.
 * @returns Customers with ids in ascending order, groups mixed.
 */
export function drawCustomers(
  seed: number,
  count: number,
  groups: readonly CustomerGroup[],
): SyntheticCustomer[] {
  const members = createRandom(seed, "groups").shuffle(apportion(count, groups));
  return members.map((group, i) => {
    const customerId = String(12_001 + i);
    const random = createRandom(seed, `customer ${customerId}`);
    const { bgNbd: { r, alpha, a, b }, gammaGamma: { p, q, gamma }, arrival: [from, to] } = group;
    return {
      customerId,
      group,
      country: drawCountry(random),
      purchaseRate: random.gamma(r) / alpha,
      dropoutProbability: random.beta(a, b),
      meanOrderValue: p * gamma / random.gamma(q),
      arrival: from + (to - from) * random.next(),
    };
  });
}

/** One country, by its share. */
export function drawCountry(random: Random): string {
  let remaining = random.next();
  for (const [country, share] of DEMO_COUNTRIES) {
    remaining -= share;
    if (remaining < 0) return country;
  }
  return DEMO_COUNTRIES[0][0];
}

/** Each group as often as its share demands: bounds between groups are rounded, so the sum is exact. */
function apportion(count: number, groups: readonly CustomerGroup[]): CustomerGroup[] {
  const total = groups.reduce((sum, { share }) => sum + share, 0);
  let cumulated = 0;
  return groups.flatMap((group) => {
    const from = Math.round(count * cumulated / total);
    cumulated += group.share;
    return Array<CustomerGroup>(Math.round(count * cumulated / total) - from).fill(group);
  });
}
