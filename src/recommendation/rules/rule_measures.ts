import type { BasketCounts } from "./fisher_exact.ts";

/** Five measures of a rule from A (antecedents) to B (consequent). */
export interface RuleMeasures {
  /** Share of all baskets that have A and B, in [0, 1]. */
  readonly support: number;
  /** Share of the baskets with A that have B too, in [0, 1]. */
  readonly confidence: number;
  /** How many times as many baskets have A and B as would if they were independent; from 0. */
  readonly lift: number;
  /** Share of all baskets that have A and B beyond what independence expects; −0.25 to 0.25. */
  readonly leverage: number;
  /**
   * How many times as often the rule would be wrong if A and B were independent; from 0, infinite
   * for a rule that is never wrong.
   */
  readonly conviction: number;
}

/**
 * Measures a rule by its numbers of baskets.
 *
 * Sources: Agrawal, Imieliński, Swami (1993), "Mining association rules between sets of items in
 * large databases" (support, confidence); Brin, Motwani, Ullman, Tsur (1997), "Dynamic itemset
 * counting and implication rules" (lift, conviction); Piatetsky-Shapiro (1991), "Discovery,
 * analysis, and presentation of strong rules" (leverage). The same as mlxtend's `association_rules`.
 *
 * @param counts Numbers of baskets; neither A nor B is in none.
 */
export function ruleMeasures(
  { baskets, antecedent, consequent, both }: BasketCounts,
): RuleMeasures {
  return {
    support: both / baskets,
    confidence: both / antecedent,
    lift: both * baskets / (antecedent * consequent),
    leverage: (both * baskets - antecedent * consequent) / baskets ** 2,
    conviction: both === antecedent
      ? Infinity
      : antecedent * (baskets - consequent) / (baskets * (antecedent - both)),
  };
}
