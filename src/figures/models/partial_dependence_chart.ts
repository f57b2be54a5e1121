import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions } from "../drawing/chart_options.ts";
import { featureWords } from "../../words/feature_words.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatPercent, formatShort } from "../../words/numbers.ts";
import { shorten } from "../../words/sentences.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPanels } from "../drawing/render.ts";

/** What a model predicts on average if one feature had one value for everybody. */
export interface PartialDependenceRow {
  /** Name of the feature, such as `recency_days`. */
  readonly feature: string;
  /** Its value, in its unit. */
  readonly value: number;
  /** Mean predicted probability with this value, 0 to 1. */
  readonly probability: number;
  /** Between these lie the probabilities of eight customers of ten, where known. */
  readonly low?: number | null;
  readonly high?: number | null;
}

/** What the band looks like on white. */
const BAND = "#dfecf5";

/** Panels are not squeezed below this width, in pixels. */
const NARROWEST = 240;

/** From this ratio of the largest value to the smallest on, values are spread by their logarithm. */
const WIDE_RANGE = 100;

/**
 * Draws how a model's mean prediction goes with each feature, all else as it is: one panel per
 * feature, all on the same scale, so that the steeper line matters more.
 *
 * @param rows One row per feature and value; features in the order of their panels.
 * @param options Title, width and currency.
 * @returns SVG text; the dots are the values at which the model was asked, the band behind them
 * holds eight customers of ten.
 *
 * @example
 * ```ts
 * import { partialDependenceChart } from "./partial_dependence_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const svg = partialDependenceChart([
 *   { feature: "recency_days", value: 10, probability: 0.2 },
 *   { feature: "recency_days", value: 90, probability: 0.7 },
 * ]);
 * assert(svg.includes("days since the last order"));
 * ```
 */
export function partialDependenceChart(
  rows: readonly PartialDependenceRow[],
  options: ChartOptions = {},
): string {
  const frame = chartOptions(options, "How the prediction goes with each feature");
  const known = finiteRows(rows, "value", "probability");
  if (known.length === 0) return renderNoData(frame);
  const features = [...new Set(known.map((row) => row.feature))];
  const columns = Math.min(features.length, Math.max(1, Math.floor(frame.width / NARROWEST)));
  const width = Math.floor(frame.width / columns);
  const banded = finiteRows(known, "low", "high");
  const highest = Math.max(
    ...known.map((row) => row.probability),
    ...banded.map((row) => row.high ?? 0),
  );
  const panels = features.map((feature) =>
    panel(feature, known.filter((row) => row.feature === feature), { ...frame, width }, highest)
  );
  const names = features.map((feature) => featureWords(feature).label);
  return renderPanels(panels, {
    ...frame,
    description: `Lines of the mean predicted probability against ${names.join(", ")}.`,
    legend: [
      { kind: "line", label: "mean prediction", colour: MAIN },
      ...banded.length > 0
        ? [{ kind: "square", label: "eight customers of ten", colour: BAND } as const]
        : [],
    ],
  });
}

function panel(
  feature: string,
  rows: readonly PartialDependenceRow[],
  { width, currency }: { readonly width: number; readonly currency: string },
  highest: number,
): Plot.PlotOptions {
  const { label, unit } = featureWords(feature, currency);
  const points = [...rows].sort((a, b) => a.value - b.value);
  const [least, most] = [points[0].value, points[points.length - 1].value];
  const place = { x: "value", y: "probability" } as const;
  return {
    width,
    height: 210,
    marginLeft: 50,
    marginRight: 18,
    marginTop: 34,
    marginBottom: 44,
    x: {
      type: least > 0 && most / least >= WIDE_RANGE ? "log" : "linear",
      domain: least === most ? [least - 1, most + 1] : [least, most],
      label: unit ? `${shorten(unit, 34)} →` : null,
      labelArrow: "none",
      ticks: 4,
      tickFormat: /^share\b/.test(unit) ? (share: number) => formatPercent(share) : formatShort,
    },
    y: {
      domain: [0, highest || 1],
      nice: true,
      label: null,
      grid: true,
      ticks: 4,
      tickFormat: (probability: number) => formatPercent(probability),
    },
    marks: [
      Plot.text([shorten(label, 30)], {
        frameAnchor: "top-left",
        textAnchor: "start",
        dx: -46,
        dy: -26,
        fill: INK.strong,
        fontWeight: 600,
      }),
      Plot.areaY(finiteRows(points, "low", "high"), {
        x: "value",
        y1: "low",
        y2: "high",
        fill: MAIN,
        fillOpacity: 0.12,
      }),
      Plot.line(points, { ...place, stroke: MAIN, strokeWidth: 2 }),
      Plot.dot(points, {
        ...place,
        r: 2.5,
        fill: MAIN,
        title: (row: PartialDependenceRow) =>
          `${label} ${formatShort(row.value)}: ${formatPercent(row.probability, 1)}`,
      }),
    ],
  };
}
