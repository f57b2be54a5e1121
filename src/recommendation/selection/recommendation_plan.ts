/** Ranking of products that a customer never bought. */
export interface DiscoverPlan {
  /** Popularity, the sum of similarities with what the customer owns, or that of EASE weights. */
  readonly model: "popularity" | "item_cosine" | "ease";
  /** Penalty of EASE, in customers; used by the rebuy blend too, whatever the model. */
  readonly lambda: number;
  /** Power of the products' trend that scores are multiplied by; 0 for none. */
  readonly trendPower: number;
}

/** Ranking of products that a customer bought before. */
export interface RebuyPlan {
  /**
   * By the number of purchases (`rebuy`), by what is due in the customer's rhythm (`rebuy_rhythm`), or
   * by purchases, repurchase rate and EASE together (`rebuy_blend`).
   */
  readonly model: "rebuy" | "rebuy_rhythm" | "rebuy_blend";
  /** What an EASE score of 1 is worth in the blend, in purchases. */
  readonly itemWeight: number;
  /** Power of the products' trend that scores of the blend are multiplied by; 0 for none. */
  readonly trendPower: number;
}

/** A plan, and in a sentence why. */
export interface RecommendationPlan {
  readonly discover: DiscoverPlan & { readonly selection_reason: string };
  readonly rebuy: RebuyPlan & { readonly selection_reason: string };
}

/**
 * What is done where there is no earlier period to choose on: item cosine and the number of purchases,
 * the plainest that is better than popularity.
 */
export const DEFAULT_PLAN: RecommendationPlan = {
  discover: {
    model: "item_cosine",
    lambda: 200,
    trendPower: 0,
    selection_reason: "The default, without a comparison on an earlier period.",
  },
  rebuy: {
    model: "rebuy",
    itemWeight: 2,
    trendPower: 0.5,
    selection_reason: "The default, without a comparison on an earlier period.",
  },
};

/**
 * Names a way to discover as the leaderboards do.
 *
 * @returns The model, with `_trend` where the trend counts.
 */
export function discoverName({ model, trendPower }: DiscoverPlan): string {
  return trendPower === 0 ? model : `${model}_trend`;
}
