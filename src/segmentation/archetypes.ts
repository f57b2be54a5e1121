/** A kind of customer as a direction in standardised features, with what to do about it. */
export interface Archetype {
  readonly name: string;
  /** What is typical, in standard deviations from the average customer; features left out do not count. */
  readonly profile: Readonly<Record<string, number>>;
  /** Least deviation that must be seen for the name to be claimed at all. */
  readonly requires?: Readonly<Record<string, number>>;
  readonly description: string;
  readonly action: string;
}

/** The four kinds of customers that a shop treats differently; can be overridden by other data. */
export const ARCHETYPES: readonly Archetype[] = [
  {
    name: "High-value customers",
    profile: { monetary_value: 1.2, frequency: 1.2, recency_days: -1 },
    description: "They buy often, recently and much.",
    action: "Keep them: early access, personal service, no needless discounts.",
  },
  {
    name: "Budget buyers",
    profile: { monetary_value: -0.8, average_basket_size: -1.2 },
    description: "They spend little at a time, in small baskets.",
    action:
      "Raise the basket: bundles, free-postage thresholds, offers that go with what they own.",
  },
  {
    name: "Infrequent shoppers",
    profile: { monetary_value: -0.5, frequency: -0.8, recency_days: 1, season_concentration: -0.3 },
    description: "They bought once or twice, and some time ago.",
    action: "Win them back cheaply, once, and do not pay for more contacts than they repay.",
  },
  {
    name: "Seasonal spenders",
    profile: { season_concentration: 1, frequency: 0 },
    requires: { season_concentration: 0.25 },
    description: "Their spending gathers in one season of the year.",
    action: "Contact them some weeks before their season, with last season's products at hand.",
  },
];
