/** A kind of customer as a direction in effect sizes, with what to do about it. */
export interface Archetype {
  readonly name: string;
  /** What is typical: effect sizes against all others, of which only the proportions count. */
  readonly profile: Readonly<Record<string, number>>;
  /** Least effect, with its sign, that must be seen for the name to be true at all. */
  readonly requires: Readonly<Record<string, number>>;
  /** Only the segment of the largest spend per customer may have the name. */
  readonly largestSpend?: boolean;
  /** Only where a season is proven, see `seasonEvidence`. */
  readonly seasonal?: boolean;
  readonly description: string;
  readonly action: string;
}

/**
 * The four kinds of customers that a shop treats differently; can be overridden by other data.
 *
 * Effect sizes are Cliff's deltas: .147 is small, .33 medium, .474 large.
 */
export const ARCHETYPES: readonly Archetype[] = [
  {
    name: "High-value customers",
    profile: { monetary_value: 1, frequency: 1, recency_days: -0.8 },
    requires: { monetary_value: 0.33, frequency: 0.33, recency_days: -0.147 },
    largestSpend: true,
    description: "They spend the most per customer, order often and did so lately.",
    action: "Keep them: early access, personal service, no needless discounts.",
  },
  {
    name: "Budget buyers",
    profile: { average_basket_value: -1, average_basket_size: -1, monetary_value: -0.5 },
    requires: { average_basket_value: -0.33, average_basket_size: -0.147 },
    description: "They spend little at a time, in small baskets.",
    action:
      "Raise the basket: bundles, free-postage thresholds, products that go with what they own.",
  },
  {
    name: "Infrequent shoppers",
    profile: { frequency: -1, recency_days: 1, monetary_value: -0.5 },
    requires: { frequency: -0.33, recency_days: 0.147 },
    description: "They order rarely and have not ordered for some time.",
    action: "Win them back cheaply, once, and spend no more on contacts than they bring in.",
  },
  {
    name: "Seasonal spenders",
    profile: { season_concentration: 1 },
    requires: {},
    seasonal: true,
    description: "Their orders gather in one season of the year.",
    action: "Contact them some weeks before their season, with last season's products at hand.",
  },
];
