import { inCurrency } from "../../words/money.ts";
import { formatRounded } from "../../words/numbers.ts";

/** Assumptions about a campaign that tries to keep customers. */
export interface ContactAssumptions {
  /** Cost of contacting one customer, in the currency of the amounts. Default 1. */
  readonly contactCost?: number;
  /** Share of revenue that is profit before the cost of the contact, 0 to 1. Default .3. */
  readonly margin?: number;
  /**
   * Share of the customers who would otherwise stay away that a contact brings back, 0 to 1.
   * Default .05.
   */
  readonly successRate?: number;
}

/**
 * The assumptions where nothing better is known: a letter costs one unit of the currency and wins
 * back one customer in twenty.
 *
 * In the literature a contact costs one as well, and three of ten accept, but an offer worth ten
 * more: Verbraken, Verbeke & Baesens, "A Novel Profit Maximizing Metric for Measuring Classification
 * Performance of Customer Churn Prediction Models" (2013). A letter without an offer wins fewer; how
 * many, only a shop's own trial with a control group can tell.
 */
export const CONTACT_DEFAULTS: Required<ContactAssumptions> = {
  contactCost: 1,
  margin: 0.3,
  successRate: 0.05,
};

/**
 * Fills in the defaults and refuses what no campaign can be.
 *
 * @throws {RangeError} If the cost is negative or not finite, or a share is not above 0 and at
 * most 1.
 */
export function contactAssumptions(
  { contactCost, margin, successRate }: ContactAssumptions = {},
): Required<ContactAssumptions> {
  const all = {
    contactCost: contactCost ?? CONTACT_DEFAULTS.contactCost,
    margin: margin ?? CONTACT_DEFAULTS.margin,
    successRate: successRate ?? CONTACT_DEFAULTS.successRate,
  };
  if (!(all.contactCost >= 0 && all.contactCost < Infinity)) {
    throw new RangeError(
      `Deciding whom to contact: the cost of a contact must be 0 or more, got ${all.contactCost}.`,
    );
  }
  checkShare("the margin", all.margin);
  checkShare("the success rate", all.successRate);
  return all;
}

/**
 * The assumptions in sentences, for the reader to check.
 *
 * @param currency Sign or code of the currency, if it is known.
 */
export function assumptionsInWords(
  { contactCost, margin, successRate }: Required<ContactAssumptions>,
  currency?: string,
): string[] {
  return [
    `Contacting one customer costs ${inCurrency(formatRounded(contactCost, 2), currency)}.`,
    `A contact wins back ${percent(successRate)} of the customers who would otherwise leave, and ` +
    `changes nothing for the others.`,
    `${percent(margin)} of what they then spend is margin.`,
  ];
}

function checkShare(name: string, share: number): void {
  if (share > 0 && share <= 1) return;
  throw new RangeError(
    `Deciding whom to contact: ${name} must be a share above 0 and at most 1, got ${share}.`,
  );
}

function percent(share: number): string {
  return `${formatRounded(100 * share, 2)}\u00a0%`;
}
