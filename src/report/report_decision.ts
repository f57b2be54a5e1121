import type { PartialDependenceRow } from "../prediction/explanation/partial_dependence.ts";
import type { ProfitCurveRow } from "../prediction/targeting/profit_curve.ts";
import type { Measured } from "./report_input.ts";

/** Whom to contact so that they come back, and what that is expected to earn. */
export interface ReportDecision {
  /** ISO date of the snapshot that decisions are made on. */
  readonly as_of: string;
  readonly horizon_days: number;
  /** What was assumed, one sentence each. */
  readonly assumptions: readonly string[];
  /** Today's decision. */
  readonly today: ReportCampaign;
  /** The decision of one horizon before, of a model that knew nothing later. */
  readonly tested: ReportCampaign & {
    /** ISO date of that snapshot. */
    readonly as_of: string;
    /** Profit with what those customers really did. */
    readonly realised_profit: Measured;
    readonly everyone_realised_profit: Measured;
    /** Share of those customers who were predicted to stay away, and who did, 0 to 1. */
    readonly predicted_rate: Measured;
    readonly observed_rate: Measured;
    readonly curve: readonly ProfitCurveRow[];
  };
  /** The same decisions for other success rates, ascending. */
  readonly by_success_rate: readonly {
    readonly success_rate: number;
    /** Whether it is the one that was assumed. */
    readonly assumed: boolean;
    readonly contacted: number;
    readonly expected_profit: number;
    /** One horizon before, with what really happened. */
    readonly realised_profit: Measured;
  }[];
  /** The customers whose contact is worth most, the first first. */
  readonly first: readonly {
    readonly customer_id: string;
    /** Probability of churn, 0 to 1. */
    readonly probability: number;
    /** Expected profit of contacting this customer. */
    readonly value: number;
    /** The weightiest first. */
    readonly reasons: readonly {
      readonly words: string;
      /** By how much the probability is higher because of it; negative where it is lower. */
      readonly change: number;
    }[];
  }[];
  /** How the churn model goes with the features that it needs most. */
  readonly dependence: readonly PartialDependenceRow[];
}

/** One decision about all customers of a snapshot. */
export interface ReportCampaign {
  readonly customers: number;
  readonly contacted: number;
  /** Churn probability from which a customer of median value is contacted; above 1 never. */
  readonly threshold: Measured;
  readonly expected_profit: number;
  readonly everyone_profit: number;
  /** Success rate at which nothing would be earned; null where nobody is contacted. */
  readonly break_even_success_rate: Measured;
}
