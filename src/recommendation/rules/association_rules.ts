import {
  associationRuleSettings,
  type AssociationRulesOptions,
} from "./association_rule_settings.ts";
import { type BasketCounts, fisherExact } from "./fisher_exact.ts";
import { frequentItemsets, type ItemsetsOfSize } from "./frequent_itemsets.ts";
import { holmAdjusted } from "./holm_adjusted.ts";
import type { ProductBaskets } from "../matrix/product_baskets.ts";
import { type RuleMeasures, ruleMeasures } from "./rule_measures.ts";
import { withoutLargeBaskets } from "../matrix/without_large_baskets.ts";

export type { AssociationRulesOptions } from "./association_rule_settings.ts";

/** Rule: who buys the antecedents together buys the consequent with them. */
export interface AssociationRule extends RuleMeasures {
  /** Product ids, sorted. */
  readonly antecedents: readonly string[];
  /** Product id. */
  readonly consequent: string;
  /** Number of baskets with all of these products. */
  readonly baskets: number;
  /** One-sided p-value of Fisher's exact test after Holm's correction, in [0, 1]. */
  readonly p_value: number;
}

/** Association rules and what they were found among. */
export interface AssociationRules {
  /** Highest lift first; ties by antecedents, fewer first, then by id, then by consequent. */
  readonly rules: readonly AssociationRule[];
  /** Number of baskets looked at. */
  readonly baskets: number;
  /** Number of baskets left out for having more products than `maximumBasketSize`. */
  readonly capped: number;
  /** Number of baskets that all products of a rule had to be in. */
  readonly minimumBaskets: number;
  /** Number of rules that could have been found, for which the p-values are corrected. */
  readonly hypotheses: number;
}

/** A rule that is confident enough, before its significance is known. */
interface Candidate {
  /** Positions of the antecedents, ascending. */
  readonly antecedents: Int32Array;
  /** Position of the consequent. */
  readonly consequent: number;
  readonly counts: BasketCounts;
  /** Which of the p-values is its. */
  readonly test: number;
}

/**
 * Finds which products are bought together more often than chance explains.
 *
 * Of all sets of products that are together in enough baskets, each product in turn is the
 * consequent of the others. Whether antecedents and consequent are independent of each other is
 * tested by Fisher's exact test, one-sided; a pair is one test in both directions.
 *
 * The correction counts every rule that products frequent enough by themselves could form, though
 * most are too rare together to be looked at. Counting only the frequent sets would choose the tests
 * by what they test. See Webb (2007), "Discovering significant patterns", Machine Learning 68.
 *
 * A small p-value of two antecedents does not say that both are needed: compare the rule's confidence
 * with that of each antecedent alone.
 *
 * Source: Agrawal, Srikant (1994), "Fast algorithms for mining association rules".
 *
 * @param baskets Distinct products per basket, ascending, as from `productBaskets`.
 * @param options How frequent, how confident, how long and how significant a rule must be.
 * @returns The rules, in an order that does not depend on the order of baskets; none where there is
 * only one product or all baskets are alike.
 * @throws {RangeError} If there are no baskets, if all are left out for their size, if an option is
 * impossible, or if there are too many frequent sets to hold.
 * @throws {TypeError} If a basket's products are not positions in `products`, ascending.
 *
 * @example
 * ```ts
 * import { associationRules } from "./association_rules.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Cup and tea six times, jam alone six times.
 * const baskets = {
 *   products: ["CUP", "JAM", "TEA"],
 *   offsets: Int32Array.of(0, 2, 4, 6, 8, 10, 12, 13, 14, 15, 16, 17, 18),
 *   productIndices: Int32Array.of(0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 0, 2, 1, 1, 1, 1, 1, 1),
 * };
 * const { rules } = associationRules(baskets);
 * assertEquals(rules.map((rule) => [...rule.antecedents, rule.consequent]), [
 *   ["CUP", "TEA"], ["TEA", "CUP"],
 * ]);
 * assertEquals([rules[0].baskets, rules[0].support, rules[0].lift], [6, .5, 2]);
 * ```
 */
export function associationRules(
  baskets: ProductBaskets,
  options: AssociationRulesOptions = {},
): AssociationRules {
  checkBaskets(baskets);
  const { baskets: kept, capped } = withoutLargeBaskets(
    baskets,
    options.maximumBasketSize ?? Infinity,
  );
  const count = kept.offsets.length - 1;
  const settings = associationRuleSettings(options, count);
  if (count === 0) {
    throw new RangeError(
      `Finding association rules: all ${capped} baskets have more than ` +
        `${options.maximumBasketSize} products.`,
    );
  }

  const itemsets = frequentItemsets(kept, settings);
  const { candidates, pValues } = candidateRules(itemsets, count, settings.minimumConfidence);
  const hypotheses = possibleRules(itemsets[0]?.baskets.length ?? 0, settings.maximumLength);
  const adjusted = holmAdjusted(pValues, hypotheses);

  const ids = (positions: Int32Array) => Array.from(positions, (i) => baskets.products[i]);
  const rules = candidates
    .filter(({ test }) => adjusted[test] <= settings.significance)
    .map((candidate) => ({ candidate, measures: ruleMeasures(candidate.counts) }))
    .sort((a, b) => b.measures.lift - a.measures.lift || byProducts(a.candidate, b.candidate))
    .map(({ candidate, measures }): AssociationRule => ({
      antecedents: ids(candidate.antecedents),
      consequent: baskets.products[candidate.consequent],
      baskets: candidate.counts.both,
      ...measures,
      p_value: adjusted[candidate.test],
    }));
  return { rules, baskets: count, capped, minimumBaskets: settings.minimumBaskets, hypotheses };
}

/** Tests every rule of the itemsets, and keeps those that are confident enough. */
function candidateRules(
  itemsets: readonly ItemsetsOfSize[],
  baskets: number,
  minimumConfidence: number,
) {
  const candidates: Candidate[] = [];
  const pValues: number[] = [];
  const [singles] = itemsets;
  itemsets.slice(1).forEach(({ size, products, baskets: together }, i) => {
    const smaller = itemsets[i];
    together.forEach((both, set) => {
      const itemset = products.subarray(set * size, (set + 1) * size);
      itemset.forEach((consequent, place) => {
        const antecedents = itemset.filter((_, other) => other !== place);
        const counts = {
          baskets,
          antecedent: basketsOf(smaller, antecedents),
          consequent: basketsOf(singles, [consequent]),
          both,
        };
        const isPairReversed = size === 2 && place === 1;
        if (!isPairReversed) pValues.push(fisherExact(counts));
        if (both / counts.antecedent >= minimumConfidence) {
          candidates.push({ antecedents, consequent, counts, test: pValues.length - 1 });
        }
      });
    });
  });
  return { candidates, pValues: Float64Array.from(pValues) };
}

/** The number of baskets of an itemset, by bisection of the sets of its size. */
function basketsOf(
  { size, products, baskets }: ItemsetsOfSize,
  itemset: ArrayLike<number>,
): number {
  let low = 0;
  let high = baskets.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    let i = 0;
    while (i < size - 1 && products[middle * size + i] === itemset[i]) i++;
    if (products[middle * size + i] < itemset[i]) low = middle + 1;
    else high = middle;
  }
  return baskets[low];
}

/** How many rules so many products can form; a pair's two directions are one hypothesis. */
function possibleRules(products: number, maximumLength: number): number {
  let rules = 0;
  let sets = products;
  for (let size = 2; size <= Math.min(maximumLength, products); size++) {
    sets = sets * (products - size + 1) / size;
    rules += size === 2 ? sets : size * sets;
  }
  return rules;
}

function byProducts(a: Candidate, b: Candidate): number {
  if (a.antecedents.length !== b.antecedents.length) {
    return a.antecedents.length - b.antecedents.length;
  }
  const differs = a.antecedents.findIndex((product, i) => product !== b.antecedents[i]);
  return differs < 0
    ? a.consequent - b.consequent
    : a.antecedents[differs] - b.antecedents[differs];
}

function checkBaskets({ products, offsets, productIndices }: ProductBaskets): void {
  if (offsets.length < 2) {
    throw new RangeError("Finding association rules: there are no baskets.");
  }
  if (offsets[0] !== 0 || offsets[offsets.length - 1] !== productIndices.length) {
    throw new TypeError(
      `Finding association rules: the baskets end at ${offsets[offsets.length - 1]}, but there ` +
        `are ${productIndices.length} entries.`,
    );
  }
  for (let basket = 0; basket + 1 < offsets.length; basket++) {
    let previous = -1;
    for (let e = offsets[basket]; e < offsets[basket + 1]; e++) {
      const product = productIndices[e];
      if (!(product > previous && product < products.length)) {
        throw new TypeError(
          `Finding association rules: the products of basket ${basket} are not distinct positions ` +
            `below ${products.length}, ascending: ${product} follows ${previous}.`,
        );
      }
      previous = product;
    }
  }
}
