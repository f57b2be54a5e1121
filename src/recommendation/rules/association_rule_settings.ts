/** Products per itemset that can be asked for at most. */
const LONGEST = 10;

/** Options of `associationRules`. */
export interface AssociationRulesOptions {
  /**
   * Baskets that must have all products of a rule: below 1 a share of the baskets, from 1 a number
   * of them; default 1 % of the baskets and at least 2.
   */
  readonly minimumSupport?: number;
  /** Share of the baskets with the antecedents that must have the consequent; default 0.2. */
  readonly minimumConfidence?: number;
  /** Products per rule at most, antecedents and consequent, 2 to 10; default 2. */
  readonly maximumLength?: number;
  /**
   * Chance of even one false rule among all that are given, in (0, 1]; default 0.01, and 1 gives
   * every rule.
   */
  readonly significance?: number;
  /** Baskets of more distinct products are left out; default none. */
  readonly maximumBasketSize?: number;
}

/** The options, all filled in. */
export interface AssociationRuleSettings {
  /** Number of baskets that must have all products of a rule. */
  readonly minimumBaskets: number;
  readonly minimumConfidence: number;
  readonly maximumLength: number;
  readonly significance: number;
}

/**
 * Fills in and checks the options of association rules.
 *
 * @throws {RangeError} If an option is impossible.
 */
export function associationRuleSettings(
  options: AssociationRulesOptions,
  baskets: number,
): AssociationRuleSettings {
  const { minimumSupport, minimumConfidence = 0.2, maximumLength = 2, significance = 0.01 } =
    options;
  if (minimumSupport !== undefined) {
    const isShare = minimumSupport > 0 && minimumSupport < 1;
    check(
      isShare || isPositiveInteger(minimumSupport),
      "minimumSupport must be a share between 0 and 1 or a whole number of baskets",
      minimumSupport,
    );
  }
  check(
    minimumConfidence >= 0 && minimumConfidence <= 1,
    "minimumConfidence must be between 0 and 1",
    minimumConfidence,
  );
  check(
    isPositiveInteger(maximumLength) && maximumLength >= 2 && maximumLength <= LONGEST,
    `maximumLength must be a whole number from 2 to ${LONGEST}`,
    maximumLength,
  );
  check(
    significance > 0 && significance <= 1,
    "significance must be above 0 and at most 1",
    significance,
  );
  check(
    options.maximumBasketSize === undefined || isPositiveInteger(options.maximumBasketSize),
    "maximumBasketSize must be a positive integer",
    options.maximumBasketSize,
  );
  const minimumBaskets = minimumSupport === undefined
    ? Math.max(2, basketsOfShare(0.01, baskets))
    : minimumSupport < 1
    ? basketsOfShare(minimumSupport, baskets)
    : minimumSupport;
  return { minimumBaskets, minimumConfidence, maximumLength, significance };
}

/** The fewest baskets that are no smaller a share; 7 of 100, though 0.07 × 100 is above 7. */
function basketsOfShare(share: number, baskets: number): number {
  const count = Math.max(1, Math.ceil(share * baskets));
  return count > 1 && (count - 1) / baskets >= share ? count - 1 : count;
}

function isPositiveInteger(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function check(holds: boolean, requirement: string, value: unknown): void {
  if (!holds) {
    throw new RangeError(`Finding association rules: ${requirement}, got ${value}.`);
  }
}
