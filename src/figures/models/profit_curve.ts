import { formatMoney, inUnit } from "../../words/money.ts";
import { countOf, formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import { amountScale } from "../drawing/scales.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { CATEGORIES, INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import type { ProfitCurveRow } from "../../prediction/targeting/profit_curve.ts";
import type { Decision } from "../../prediction/targeting/decide.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** What the profit curve can be told beside its points. */
export interface ProfitCurveOptions extends FigureOptions {
  /** The decision of one horizon before and its outcome, for the caption. Default: not known. */
  readonly tested?: Tested;
}

type Tested = Omit<Decision["tested"], "curve">;

/** A mean probability that misses by so much makes a promise that cannot be kept. */
const FAR_OFF = 0.05;

/**
 * The profit of a campaign from contacting nobody to contacting everyone, the best share marked.
 *
 * @param rows Points of the curve, in any order.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: what was expected, what came of it, and what contacting
 * everyone would have earned.
 *
 * @example
 * ```ts
 * import { profitCurveFigure } from "./profit_curve.ts";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { svg, caption } = profitCurveFigure([
 *   { share: 0, customers: 0, threshold: 1, profit: 0 },
 *   { share: 0.25, customers: 50, threshold: 0.6, profit: 1240 },
 *   { share: 1, customers: 200, threshold: 0.02, profit: -900 },
 * ], { currency: "£" });
 * assert(svg().includes("contact 25\u00a0%"));
 * assertEquals(caption, "Contacting 25\u00a0% of the customers earns most: an expected £1,240.");
 * ```
 */
export function profitCurveFigure(
  rows: readonly ProfitCurveRow[],
  options: ProfitCurveOptions = {},
): Figure {
  return figure({
    title: "Campaign profit by number of customers contacted",
    draw: (frame) => draw(rows, frame),
    caption: options.tested ? outcome(options.tested, options.currency) : promise(rows, options),
    rows,
  }, options);
}

function draw(rows: readonly ProfitCurveRow[], frame: Drawing<ProfitCurveOptions>): string {
  const curve = finiteRows(rows, "share", "threshold", "profit").sort((a, b) => a.share - b.share);
  if (curve.length === 0) return renderNoData(frame);
  const realised = finiteRows(curve, "realised_profit");
  const best = curve.reduce((most, row) => row.profit > most.profit ? row : most);
  const left = best.share < 0.5;
  const place = { x: "share", y: "profit" } as const;
  return renderPlot({
    height: frame.width < NARROW ? 300 : 340,
    marginLeft: 62,
    marginRight: 20,
    marginTop: 52,
    marginBottom: 44,
    x: {
      domain: [0, 1],
      label: "customers contacted, most promising first →",
      labelArrow: "none",
      tickFormat: (share: number) => formatPercent(share),
      ticks: 5,
    },
    y: { ...amountScale(inUnit("profit", frame.currency)), nice: true },
    marks: [
      Plot.ruleY([0], { stroke: INK.reference }),
      Plot.line(realised, {
        x: "share",
        y: "realised_profit",
        stroke: CATEGORIES[1],
        strokeWidth: 2,
        strokeDasharray: "5 3",
      }),
      Plot.line(curve, { ...place, stroke: MAIN, strokeWidth: 2.5 }),
      Plot.ruleX([best], {
        x: "share",
        y1: 0,
        y2: "profit",
        stroke: INK.reference,
        strokeDasharray: "3 3",
      }),
      Plot.dot([best], {
        ...place,
        r: 5,
        fill: MAIN,
        stroke: "white",
        strokeWidth: 1.5,
        title: (row: ProfitCurveRow) =>
          `${inWords(row)}; the least likely of them has a probability of ${
            formatPercent(row.threshold)
          }`,
      }),
      Plot.text([best], {
        // Above the frame, where no line can run through it.
        x: "share",
        frameAnchor: "top",
        dy: -18,
        text: inWords,
        textAnchor: left ? "start" : "end",
        fill: INK.strong,
        fontWeight: 600,
      }),
    ],
  }, {
    ...frame,
    legend: [
      { kind: "line", label: "expected", colour: MAIN },
      ...realised.length > 0
        ? [{ kind: "dashes", label: "realised", colour: CATEGORIES[1] } as const]
        : [],
    ],
  });
}

function promise(rows: readonly ProfitCurveRow[], { currency }: FigureOptions): string {
  const curve = finiteRows(rows, "share", "profit");
  if (curve.length === 0) return NO_DATA;
  const best = curve.reduce((most, row) => row.profit > most.profit ? row : most);
  return best.share === 0
    ? "No contact is expected to pay."
    : `Contacting ${formatPercent(best.share)} of the customers earns most: ` +
      `an expected ${formatMoney(best.profit, currency)}.`;
}

function outcome(tested: Tested, currency?: string): string {
  const money = (value: number | null) => formatMoney(value, currency);
  const { customers, contacted, realised_profit: came, everyone_realised_profit: all } = tested;
  if (contacted === 0) {
    return `Nobody was worth a contact; contacting all ${countOf(customers, "customer")} would ` +
      `have brought ${money(all)}.`;
  }
  const best = came === null || all === null || came >= Math.max(0, all)
    ? "The selection would have paid better than both"
    : all > 0
    ? "Contacting everyone would have paid better"
    : "Contacting nobody would have been better";
  return `${formatNumber(contacted)} of ${countOf(customers, "customer")} (${
    formatPercent(contacted / customers)
  }) were worth a contact: expected profit ${money(tested.expected_profit)}, realised ${
    money(came)
  }. Contacting everyone would have brought ${money(all)}, contacting nobody 0. ` +
    `${best}.${missed(tested)}`;
}

/** Says where the promise was off because the probabilities were. */
function missed({ predicted_rate, observed_rate }: Tested): string {
  if (predicted_rate === null || observed_rate === null) return "";
  if (Math.abs(predicted_rate - observed_rate) < FAR_OFF) return "";
  return ` On average ${formatPercent(predicted_rate)} were predicted to stay away, and ${
    formatPercent(observed_rate)
  } did, so treat the expected profit with caution.`;
}

function inWords({ share, profit }: ProfitCurveRow): string {
  if (share === 0) return "no contact pays";
  return `contact ${formatPercent(share)}: ${formatShort(profit)}`;
}
