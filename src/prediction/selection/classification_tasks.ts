import type { HorizonOutcomes } from "../../customers/outcomes/horizon_outcomes.ts";
import { quantile } from "../../numeric/quantile.ts";

/** The yes-or-no questions; a purchase is the complement of churn. */
export const CLASSIFICATION_TASKS = ["churn", "high_spend"] as const;

/** Name of a classification task. */
export type ClassificationTask = typeof CLASSIFICATION_TASKS[number];

/** Definition of a high spender. */
export interface HighSpendOptions {
  /** Share of customers above the cut; default .2. */
  readonly share?: number;
  /**
   * Where the amount comes from: the top share of "each horizon" (default), or the amount that the
   * latest horizon of the "past" needed. Seasons move everybody's spend: on the UCI file the past's
   * amount makes 27.8 % of customers high spenders before Christmas, and ranks them worse.
   */
  readonly cut?: "each horizon" | "past";
}

/**
 * Says which customers churned: no purchase in the horizon.
 *
 * @param outcomes What the customers did, see `horizonOutcomes`.
 * @returns 1 for churned, 0 for those who came back.
 *
 * @example
 * ```ts
 * import { churnLabels } from "./classification_tasks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const outcomes = { purchases: Float64Array.of(0, 2), spend: Float64Array.of(0, 9) };
 * assertEquals(churnLabels(outcomes), Uint8Array.of(1, 0));
 * ```
 */
export function churnLabels(outcomes: HorizonOutcomes): Uint8Array {
  return Uint8Array.from(outcomes.purchases, (purchases) => (purchases > 0 ? 0 : 1));
}

/**
 * Learns from which spend in the horizon on a customer is a high spender.
 *
 * @param outcomes Outcomes at a snapshot.
 * @param share Share of customers above the cut, in (0, 1); default .2.
 * @returns The spend that this share of the customers exceeded.
 * @throws {RangeError} If the share is out of range.
 *
 * @example
 * ```ts
 * import { highSpendCut } from "./classification_tasks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const spend = Float64Array.of(0, 0, 10, 20, 30, 100);
 * assertEquals(highSpendCut({ spend, purchases: spend }), 30);
 * ```
 */
export function highSpendCut(outcomes: HorizonOutcomes, share = 0.2): number {
  if (!(share > 0 && share < 1)) {
    throw new RangeError(`Choosing high spenders: the share must be in (0, 1), got ${share}.`);
  }
  return quantile(outcomes.spend, 1 - share);
}

/**
 * Says which customers spent more than a cut.
 *
 * @param outcomes What the customers did.
 * @param cut Spend in the horizon, see {@linkcode highSpendCut}.
 * @returns 1 for high spenders, 0 for the others.
 *
 * @example
 * ```ts
 * import { highSpendLabels } from "./classification_tasks.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const spend = Float64Array.of(0, 30, 31);
 * assertEquals(highSpendLabels({ spend, purchases: spend }, 30), Uint8Array.of(0, 0, 1));
 * ```
 */
export function highSpendLabels(outcomes: HorizonOutcomes, cut: number): Uint8Array {
  return Uint8Array.from(outcomes.spend, (spend) => (spend > cut ? 1 : 0));
}

/**
 * Labels the customers of a snapshot for a task.
 *
 * @param past Outcomes of the latest snapshot learned from, for a cut of the past.
 * @returns 1 where it happened, else 0.
 */
export function taskLabels(
  task: ClassificationTask,
  outcomes: HorizonOutcomes,
  { share, cut = "each horizon" }: HighSpendOptions = {},
  past: HorizonOutcomes = outcomes,
): Uint8Array {
  if (task === "churn") return churnLabels(outcomes);
  return highSpendLabels(outcomes, highSpendCut(cut === "past" ? past : outcomes, share));
}
