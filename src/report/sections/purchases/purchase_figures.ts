import { countOf } from "../../../words/numbers.ts";
import { formatName } from "../../../words/model_names.ts";
import { holdoutFrequencyFigure } from "../../../figures/purchases/holdout_frequency.ts";
import { purchaseMatrixFigure } from "../../../figures/purchases/purchase_matrix.ts";
import { purchaseTrackingFigure } from "../../../figures/purchases/purchase_tracking.ts";
import { paretoFigure } from "../../../figures/sales/pareto.ts";
import type { Markup } from "../../parts/html.ts";
import type { ParetoRow } from "../../../exploration/pareto.ts";
import type { NoResult } from "../../../frames/attempt.ts";
import type { PurchaseMatrixCell } from "../../../lifetime_value/purchase_matrix.ts";
import type { TrackingRow } from "../../../lifetime_value/track_purchases.ts";
import type { PurchaseTask } from "../../../pipeline/metrics_json.ts";
import { showFigure } from "../../parts/show_figure.ts";

/** Predictions of the purchase models, and how they did. */
export interface PurchasePictures {
  /** Days since the first purchase, of all cells of the matrix. */
  readonly age: number;
  /** Today's model. */
  readonly model: string;
  readonly matrix: readonly PurchaseMatrixCell[];
  /** Week by week, on the period held out; missing where that could not be done. */
  readonly tracking: readonly TrackingRow[];
  /** How lifetime value is spread over the customers, the largest first. */
  readonly value: readonly ParetoRow[];
}

/** What the figures are drawn from. */
export interface PurchaseFiguresInput {
  readonly purchases: PurchasePictures | undefined;
  readonly heldOut: PurchaseTask | NoResult;
  readonly horizonDays: number;
}

/**
 * Shows what the purchase model says of customers by frequency and recency, how the models did week by
 * week and by frequency in the holdout, and how lifetime value is spread over the customers.
 *
 * @returns Figures with their captions; none where there is no model.
 */
export function purchaseFigures(
  { purchases, heldOut, horizonDays }: PurchaseFiguresInput,
): Markup[] {
  if (purchases === undefined) return [];
  const { age, model, matrix, tracking, value } = purchases;
  const since = `first seen ${countOf(age, "day")} ago (${formatName(model)})`;
  const held = heldOut.kind === "purchases" ? heldOut : undefined;
  const leaves = matrix.some((cell) => cell.probability_alive < 0.995);
  return [
    leaves && purchaseMatrixFigure(matrix, { title: `Probability of being active, ${since}` }),
    purchaseMatrixFigure(matrix, {
      title: `Expected purchases in ${countOf(horizonDays, "day")}, ${since}`,
      show: "expected_purchases",
      horizonDays,
    }),
    tracking.length > 0 && purchaseTrackingFigure(tracking, { chosen: held?.selected ?? model }),
    tracking.length > 0 && purchaseTrackingFigure(tracking, { cumulative: true }),
    held && holdoutFrequencyFigure(held.by_frequency),
    paretoFigure(value, { measure: "lifetime value", first: "the most valuable" }),
  ].filter((figure) => figure !== false && figure !== undefined).map((figure) =>
    showFigure(figure)
  );
}
