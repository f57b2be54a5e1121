import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import type { BasketBin, BasketSpread } from "../../exploration/basket_distribution.ts";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { inCurrency, inUnit } from "../../words/money.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** What the histogram can be told beside its bins. */
export interface BasketDistributionOptions extends FigureOptions {
  /** What the size is counted in. Default: the currency, where it is known. */
  readonly unit?: string;
  /** Sizes that are marked, by name. Default: median and mean. */
  readonly marks?: Readonly<Record<string, number>>;
}

/** Beyond this ratio the mean tells another story than the median. */
const PULLED = 1.1;

/**
 * Sizes of invoices as a histogram on a logarithmic scale.
 *
 * @param spread How one measure of size is spread over the invoices; `undefined` where there are
 * none.
 * @param options Title, width, unit, and sizes to mark.
 * @returns A figure, with the caption: the middle one, and how far the large ones pull the mean.
 *
 * @example
 * ```ts
 * import { basketDistributionFigure } from "./basket_distribution.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   basketDistributionFigure(
 *     { median: 300, mean: 480, p90: 900, largest: 9000, bins: [] },
 *     { unit: "items" },
 *   ).caption,
 *   "Half of the orders have at most 300 items, nine of ten at most 900; the mean of 480 is pulled " +
 *     "up by the largest (up to 9,000).",
 * );
 * ```
 */
export function basketDistributionFigure(
  spread: BasketSpread | undefined,
  options: BasketDistributionOptions = {},
): Figure {
  return figure({
    title: "Invoice size",
    draw: (frame) => draw(spread?.bins ?? [], { marks: marksOf(spread), ...frame }),
    caption: captionOf(spread, options),
    rows: spread?.bins ?? [],
  }, options);
}

function draw(rows: readonly BasketBin[], frame: Drawing<BasketDistributionOptions>): string {
  const { unit, marks = {} } = frame;
  const bins = finiteRows(rows, "from", "to", "share").filter(({ from }) => from > 0)
    .sort((a, b) => a.from - b.from);
  if (bins.length === 0) return renderNoData(frame);
  const [low, high] = [bins[0].from, Math.max(...bins.map((bin) => bin.to))];
  const most = Math.max(...bins.map((bin) => bin.share)) || 1;
  // Names of marks stand one above the other, so that near ones do not touch.
  const marked = Object.entries(marks).filter(([, size]) => size >= low && size <= high)
    .map(([name, size], i) => ({ name, size, top: most * (1.34 - 0.1 * i) }));
  const isRight = (size: number) => Math.log(size / low) > 0.7 * Math.log(high / low);
  return renderPlot({
    height: 310,
    marginLeft: 52,
    marginRight: 16,
    marginTop: 30,
    marginBottom: 44,
    x: { type: "log", domain: [low, high], label: null },
    y: {
      domain: [0, marked.length ? most * 1.4 : most],
      label: "↑ share of invoices",
      labelArrow: "none",
      grid: true,
      ticks: 5,
      tickFormat: (share: number) => formatPercent(share),
    },
    marks: [
      Plot.axisX(decades(low, high), {
        tickFormat: formatShort,
        label: `${inUnit("invoice size", unit ?? frame.currency)}${
          frame.width < NARROW ? "" : ", logarithmic"
        } →`,
        labelArrow: "none",
      }),
      Plot.rect(bins, {
        x1: "from",
        x2: "to",
        y1: 0,
        y2: "share",
        fill: MAIN,
        insetLeft: 0.5,
        insetRight: 0.5,
        title: (bin: BasketBin) =>
          `${formatNumber(bin.from, digits(bin.from))} to ${
            formatNumber(bin.to, digits(bin.to))
          }: ` +
          `${formatNumber(bin.invoices)} invoices, ${formatPercent(bin.share, 1)}`,
      }),
      Plot.ruleX(marked, { x: "size", y1: 0, y2: "top", stroke: INK.strong, strokeWidth: 1.5 }),
      ...marked.map((mark) =>
        Plot.text([mark], {
          x: "size",
          y: "top",
          text: () => `${mark.name} ${formatNumber(mark.size, digits(mark.size))}`,
          // On the right of its line, or on the left where it would leave the drawing.
          textAnchor: isRight(mark.size) ? "end" : "start",
          dx: isRight(mark.size) ? -5 : 5,
          dy: 5,
          fill: INK.strong,
          fontWeight: 600,
          stroke: "white",
          strokeWidth: 4,
        })
      ),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, frame);
}

function marksOf(spread: BasketSpread | undefined): Record<string, number> {
  return spread ? { median: spread.median, mean: spread.mean } : {};
}

function captionOf(
  spread: BasketSpread | undefined,
  { unit = "", currency }: BasketDistributionOptions,
): string {
  if (!spread || ![spread.median, spread.mean, spread.p90, spread.largest].every(Number.isFinite)) {
    return NO_DATA;
  }
  const { median, mean, p90, largest } = spread;
  const write = (size: number) =>
    inCurrency(formatNumber(size, size < 100 && size % 1 ? 1 : 0), unit ? undefined : currency);
  const [verb, noun] = unit ? ["have", ` ${unit}`] : ["are worth", ""];
  const apart = mean > PULLED * median
    ? `is pulled up by the largest (up to ${write(largest)})`
    : mean * PULLED < median
    ? `is pulled down by many small ones`
    : `is near the median, ${formatPercent(Math.abs(mean / median - 1))} away`;
  return `Half of the orders ${verb} at most ${write(median)}${noun}, nine of ten at most ` +
    `${write(p90)}; the mean of ${write(mean)} ${apart}.`;
}

const digits = (size: number): number => (size < 100 && size % 1 ? (size < 1 ? 2 : 1) : 0);

function decades(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9), last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
}
