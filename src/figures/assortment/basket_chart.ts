import { inUnit } from "../../words/money.ts";
import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** The invoices whose size lies in one range. */
export interface BasketBin {
  /** Lower and upper edge of the range, above 0. */
  readonly from: number;
  readonly to: number;
  /** Number of invoices. */
  readonly invoices: number;
  /** Share of all invoices, 0 to 1. */
  readonly share: number;
}

/** What the histogram can be told beside its bins. */
export interface BasketChartOptions extends ChartOptions {
  /** What the size is counted in. Default: the currency. */
  readonly unit?: string;
  /** Sizes that are marked, by name, such as `{ median: 302.6, mean: 479.6 }`. Default: none. */
  readonly marks?: Readonly<Record<string, number>>;
}

/**
 * Draws the sizes of invoices as a histogram on a logarithmic scale.
 *
 * @param rows One row per bin, in any order.
 * @param options Title, width, unit, and sizes to mark.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { basketChart } from "./basket_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const bins = [{ from: 100, to: 160, invoices: 3, share: 0.6 }];
 * assert(basketChart(bins, { marks: { median: 120 } }).includes("median 120"));
 * ```
 */
export function basketChart(rows: readonly BasketBin[], options: BasketChartOptions = {}): string {
  const { unit, marks = {}, ...others } = options;
  const frame = chartOptions(others, "How large invoices are");
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
      label: "↑ share of the invoices",
      labelArrow: "none",
      grid: true,
      ticks: 5,
      tickFormat: (share: number) => formatPercent(share),
    },
    marks: [
      Plot.axisX(decades(low, high), {
        tickFormat: formatShort,
        label: `${inUnit("size of the invoice", unit ?? frame.currency)}${
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
  }, { ...frame, description: `Histogram of invoices by size in ${bins.length} ranges.` });
}

const digits = (size: number): number => (size < 100 && size % 1 ? (size < 1 ? 2 : 1) : 0);

function decades(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9), last = Math.floor(Math.log10(high) + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
}
