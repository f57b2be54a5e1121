import { formatName, formatPercent } from "../words/format.ts";
import { holdoutFrequencyChart } from "../figures/purchases/holdout_frequency_chart.ts";
import { paretoChart, revenueShareAt } from "../figures/sales/pareto_chart.ts";
import {
  purchaseMatrixChart,
  type PurchaseMatrixRow,
} from "../figures/purchases/purchase_matrix_chart.ts";
import {
  purchaseTrackingChart,
  type PurchaseTrackingRow,
} from "../figures/purchases/purchase_tracking_chart.ts";
import { figure } from "./figure.ts";
import type { Markup } from "./html.ts";
import type { NoResult, PurchasePictures, PurchaseTask } from "./report_input.ts";
import { countOf } from "../words/sentences.ts";

/** What the pictures are drawn from. */
export interface PurchasePicturesInput {
  readonly pictures: PurchasePictures | undefined;
  readonly heldOut: PurchaseTask | NoResult | undefined;
  readonly horizonDays: number;
}

/**
 * Draws what the purchase model says of customers by frequency and recency, how the models did week by
 * week and by frequency on the horizon held out, and how lifetime value is spread over the customers.
 *
 * @param input See {@linkcode PurchasePicturesInput}.
 * @returns Figures with a sentence each; none where there is no model.
 *
 * @example
 * ```ts
 * import { purchasePictures } from "./purchase_pictures.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   purchasePictures({ pictures: undefined, heldOut: undefined, horizonDays: 91 }),
 *   [],
 * );
 * ```
 */
export function purchasePictures(
  { pictures, heldOut, horizonDays }: PurchasePicturesInput,
): Markup[] {
  if (pictures === undefined) return [];
  const { age, model, matrix, tracking, value } = pictures;
  const plain = (title: string, width: number) => ({ title, showTitle: false, width });
  const since = `first seen ${countOf(age, "day")} ago (${formatName(model)})`;
  const t = {
    alive: `Who is still a customer, ${since}`,
    expected: `Purchases expected in ${countOf(horizonDays, "day")}, ${since}`,
    weeks: "Repeat purchases by week",
    sum: "Repeat purchases so far",
    frequency: "Purchases held out, by purchases before",
    value: "How concentrated lifetime value is",
  };
  const leaves = matrix.some((cell) => cell.probability_alive < 0.995);
  return [
    ...(leaves
      ? [
        figure(
          t.alive,
          (width) => purchaseMatrixChart(matrix, plain(t.alive, width)),
          readAlive(matrix),
        ),
      ]
      : []),
    figure(
      t.expected,
      (width) =>
        purchaseMatrixChart(matrix, {
          ...plain(t.expected, width),
          show: "expected_purchases",
          horizonDays,
        }),
      readExpected(matrix, leaves),
    ),
    ...(tracking.length === 0 ? [] : [
      figure(
        t.weeks,
        (width) => purchaseTrackingChart(tracking, plain(t.weeks, width)),
        readTracking(tracking, heldOut?.kind === "purchases" ? heldOut.selected : model),
      ),
      figure(
        t.sum,
        (width) => purchaseTrackingChart(tracking, { ...plain(t.sum, width), cumulative: true }),
        "The same, added up: lines that part after the dashed one show a lasting error, lines that " +
          "part before it a model that does not fit.",
      ),
    ]),
    ...(heldOut?.kind !== "purchases" ? [] : [
      figure(
        t.frequency,
        (width) => holdoutFrequencyChart(heldOut.by_frequency, plain(t.frequency, width)),
        "Where a dashed line runs below the full one, the model expected too little of these " +
          "customers; the number behind the last point is small.",
      ),
    ]),
    figure(
      t.value,
      (width) =>
        paretoChart(value, {
          ...plain(t.value, width),
          measure: "lifetime value",
          first: "the most valuable",
        }),
      readValue(value),
    ),
  ];
}

function readAlive(matrix: readonly PurchaseMatrixRow[]): string {
  const again = matrix.filter((cell) => cell.repeat_frequency > 0);
  if (again.length === 0) return "There is no history to ask about.";
  const lowest = again.reduce((low, cell) =>
    cell.probability_alive < low.probability_alive ? cell : low
  );
  return `The surest to have left have come back ${countOf(lowest.repeat_frequency, "time")} and ` +
    `then not for ${countOf(lowest.days_since_last, "day")}: ` +
    `${formatPercent(lowest.probability_alive, 0)} are expected to be customers still. Silence ` +
    `means more in those who used to come often.`;
}

function readExpected(matrix: readonly PurchaseMatrixRow[], leaves: boolean): string {
  const top = matrix.reduce<PurchaseMatrixRow | undefined>(
    (most, cell) => most && most.expected_purchases >= cell.expected_purchases ? most : cell,
    undefined,
  );
  const silence = leaves ? "" : "To this model nobody leaves: silence only means a slow rhythm. ";
  return top === undefined
    ? "There is no history to ask about."
    : `${silence}Most is expected of those who came back ${
      countOf(top.repeat_frequency, "time")
    } and were ` +
      `here ${countOf(top.days_since_last, "day")} ago: ${top.expected_purchases.toFixed(1)} ` +
      `purchases.`;
}

function readTracking(tracking: readonly PurchaseTrackingRow[], model: string): string {
  const total = (name: string) =>
    tracking.filter((row) => row.model === name && !row.seen)
      .reduce((sum, { purchases }) => sum + purchases, 0);
  const came = total("actual");
  if (came === 0) return "In the weeks held out nobody came back.";
  return `In the weeks held out, ${formatName(model)} expected ` +
    `${formatPercent(total(model) / came, 0)} of the repeat purchases that came. It knows no ` +
    `season: peaks such as Christmas stand out above its line.`;
}

function readValue(value: PurchasePictures["value"]): string {
  const share = revenueShareAt(value, 0.2);
  return share === undefined
    ? "No value is expected."
    : `The most valuable fifth of the customers holds ${formatPercent(share, 0)} of what is ` +
      `expected of all of them in the next year.`;
}
