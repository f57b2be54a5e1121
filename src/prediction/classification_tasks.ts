import type { HorizonOutcomes } from "../customers/horizon_outcomes.ts";
import { quantile } from "../numeric/quantile.ts";

/** What is predicted of each customer. */
export type ClassificationTask = "churn" | "high_spend";

/** Share of customers who count as high spenders on the past. */
const HIGH_SPEND_SHARE = 0.2;

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
 * Learns on the past from which spend in the horizon on a customer is a high spender.
 *
 * @param outcomes Outcomes at the earlier snapshot.
 * @returns The spend that a fifth of the customers exceeded.
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
export function highSpendCut(outcomes: HorizonOutcomes): number {
  return quantile(outcomes.spend, 1 - HIGH_SPEND_SHARE);
}

/**
 * Says which customers spent more than a cut that was learned before.
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
