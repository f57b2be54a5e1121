import { formatPercent, formatShort } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPanels } from "../drawing/render.ts";
import type { PartialDependenceRow } from "../../prediction/explanation/partial_dependence.ts";
import { featureWords } from "../../words/feature_words.ts";
import { joinWords, NO_DATA, shorten } from "../../words/sentences.ts";

/** What the band looks like on white. */
const BAND = "#dfecf5";

/** Panels are not squeezed below this width, in pixels. */
const NARROWEST = 240;

/** From this ratio of the largest value to the smallest on, values are spread by their logarithm. */
const WIDE_RANGE = 100;

/** A mean probability that moves by less is said to be flat. */
const FLAT = 0.005;

/**
 * Partial dependence: the mean predicted probability against each feature.
 *
 * @param rows One row per feature and value; features in the order of their panels.
 * @param options Title, width and currency.
 * @returns A figure, with the caption: from where to where each feature moves the mean probability.
 *
 * @example
 * ```ts
 * import { partialDependenceFigure } from "./partial_dependence.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   partialDependenceFigure([
 *     { feature: "recency_days", value: 2, probability: 0.25, low: 0.2, high: 0.3 },
 *     { feature: "recency_days", value: 90, probability: 0.6, low: 0.5, high: 0.7 },
 *   ]).caption,
 *   "All else being equal, the mean probability goes from 25\u00a0% to 60\u00a0% with recency " +
 *     "(2 days to 90 days).",
 * );
 * ```
 */
export function partialDependenceFigure(
  rows: readonly PartialDependenceRow[],
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "Partial dependence",
    draw: (frame) => draw(rows, frame),
    caption: captionOf(rows, options.currency),
    rows,
  }, options);
}

function draw(rows: readonly PartialDependenceRow[], frame: Drawing): string {
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
  return renderPanels(panels, {
    ...frame,
    legend: [
      { kind: "line", label: "mean prediction", colour: MAIN },
      ...banded.length > 0
        ? [{ kind: "square", label: "80 % of customers", colour: BAND } as const]
        : [],
    ],
  });
}

function captionOf(rows: readonly PartialDependenceRow[], currency?: string): string {
  const known = finiteRows(rows, "value", "probability");
  const features = [...new Set(known.map(({ feature }) => feature))];
  const parts = features.map((feature) => {
    const line = known.filter((row) => row.feature === feature).sort((a, b) => a.value - b.value);
    const [first, last] = [line[0], line[line.length - 1]];
    const { label, format } = featureWords(feature, currency);
    const range = `${label} (${format(first.value)} to ${format(last.value)})`;
    return Math.abs(last.probability - first.probability) < FLAT
      ? `hardly at all with ${range}`
      : `from ${formatPercent(first.probability)} to ${
        formatPercent(last.probability)
      } with ${range}`;
  });
  if (parts.length === 0) return NO_DATA;
  return `All else being equal, the mean probability goes ${joinWords(parts)}.`;
}

function panel(
  feature: string,
  rows: readonly PartialDependenceRow[],
  { width, currency }: { readonly width: number; readonly currency?: string },
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
