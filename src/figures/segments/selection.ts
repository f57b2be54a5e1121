import { formatNumber, formatPercent, formatShort } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPanels } from "../drawing/render.ts";
import type { SelectionRow } from "../../segmentation/choosing/selection_table.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** What the figure reads of one number of segments. */
export type SelectionMeasures =
  & Pick<SelectionRow, "k" | "inertia" | "silhouette" | "stability">
  & Partial<Pick<SelectionRow, "gap" | "gap_error">>;

type Measure = "inertia" | "silhouette" | "gap" | "stability";

/**
 * Inertia, silhouette and (where measured) gap statistic and stability by number of segments.
 *
 * @param rows One row per number of clusters, in any order.
 * @param chosenK The number that was chosen, marked; `null` marks none.
 * @param options Title and width.
 * @returns A figure, with the caption: what the chosen number gains and gives up.
 *
 * @example
 * ```ts
 * import { selectionFigure } from "./selection.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   selectionFigure([
 *     { k: 2, inertia: 100, silhouette: 0.43, stability: 0.98 },
 *     { k: 4, inertia: 60, silhouette: 0.34, stability: 0.89 },
 *   ], 4).caption,
 *   "With 4 segments the inertia is 40.0\u00a0% lower than with 2, at a " +
 *     "silhouette of 0.34 (the highest is 0.43 at 2 segments) and a stability of 0.89.",
 * );
 * ```
 */
export function selectionFigure(
  rows: readonly SelectionMeasures[],
  chosenK: number | null,
  options: FigureOptions = {},
): Figure {
  return figure({
    title: "How many segments?",
    draw: (frame) => draw(rows, chosenK, frame),
    caption: captionOf(rows, chosenK),
    rows,
  }, options);
}

function draw(rows: readonly SelectionMeasures[], chosenK: number | null, frame: Drawing): string {
  const optional: Measure[] = ["gap", "stability"];
  const measured = optional.filter((measure) => finiteRows(rows, measure).length > 0);
  const measures: Measure[] = ["inertia", "silhouette", ...measured];
  const sorted = finiteRows(rows, "k").sort((a, b) => a.k - b.k);
  // Four in a row would be too narrow: two rows of two.
  const width = measures.length === 4 && frame.width >= NARROW
    ? Math.floor(frame.width / 2)
    : undefined;
  const panels = measures
    .map((measure) => panel(finiteRows(sorted, measure), measure, chosenK, measures.length))
    .filter((plot) => plot !== undefined)
    .map((plot) => ({ ...plot, width }));
  if (panels.length === 0) return renderNoData(frame);
  return renderPanels(panels, frame);
}

function captionOf(rows: readonly SelectionMeasures[], chosenK: number | null): string {
  const sorted = finiteRows(rows, "k", "inertia", "silhouette").sort((a, b) => a.k - b.k);
  const chosen = sorted.find((row) => row.k === chosenK);
  const [first] = sorted;
  if (first === undefined || (chosen === undefined && chosenK !== null)) return NO_DATA;
  const best = sorted.reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  if (chosen === undefined) {
    return `The silhouette is highest at k = ${best.k}, ${formatNumber(best.silhouette, 2)}.`;
  }
  const tighter = first === chosen || !(first.inertia > 0)
    ? `With ${chosen.k} segments the inertia is ${formatNumber(chosen.inertia)}`
    : `With ${chosen.k} segments the inertia is ` +
      `${formatPercent(1 - chosen.inertia / first.inertia, 1)} lower than with ${first.k}`;
  const highest = best === chosen
    ? "the highest"
    : `the highest is ${formatNumber(best.silhouette, 2)} at ${best.k} segments`;
  const stability = typeof chosen.stability === "number" && Number.isFinite(chosen.stability)
    ? ` and a stability of ${formatNumber(chosen.stability, 2)}`
    : "";
  return `${tighter}, at a silhouette of ${formatNumber(chosen.silhouette, 2)} (${highest})` +
    `${stability}.`;
}

const LABELS: Record<Measure, string> = {
  inertia: "inertia (sum of squares, lower is tighter)",
  silhouette: "silhouette (up to 1, higher is better)",
  gap: "gap statistic (against noise, higher is better)",
  stability: "stability (up to 1, higher is better)",
};

function panel(
  rows: readonly SelectionMeasures[],
  measure: Measure,
  chosenK: number | null,
  panels: number,
): Plot.PlotOptions | undefined {
  if (rows.length === 0) return undefined;
  const chosen = rows.filter((row) => row.k === chosenK);
  const ks = rows.map((row) => row.k);
  const decimals = (y: number) => measure === "inertia" ? formatShort(y) : formatNumber(y, 2);
  const [first, last] = [ks[0], ks[ks.length - 1]];
  // Three in a row: the words above each need two lines.
  const squeezed = panels === 3;
  const marginTop = squeezed ? 62 : 50;
  return {
    height: 206 + marginTop,
    marginLeft: 48,
    marginRight: 16,
    marginTop,
    marginBottom: 42,
    x: {
      domain: first === last ? [first - 1, last + 1] : [first, last],
      label: "number of segments k",
      labelAnchor: "center",
      labelArrow: "none",
      inset: 8,
    },
    y: {
      zero: measure === "inertia",
      nice: true,
      grid: true,
      ticks: 4,
      tickFormat: decimals,
      label: null,
    },
    marks: [
      // An axis label has no line height of its own.
      Plot.text([squeezed ? LABELS[measure].replace(" (", "\n(") : LABELS[measure]], {
        frameAnchor: "top-left",
        textAnchor: "start",
        dx: -46,
        dy: 2 - marginTop,
        fill: INK.soft,
        lineHeight: 1.3,
      }),
      Plot.axisX(ks, { tickFormat: (k: number) => `${k}`, tickSize: 4 }),
      Plot.ruleX(chosen, { x: "k", stroke: INK.reference, strokeDasharray: "3 3" }),
      Plot.ruleX(measure === "gap" ? finiteRows(rows, "gap_error") : [], {
        x: "k",
        y1: (row: SelectionMeasures) => (row.gap ?? 0) - (row.gap_error ?? 0),
        y2: (row: SelectionMeasures) => (row.gap ?? 0) + (row.gap_error ?? 0),
        stroke: MAIN,
        strokeWidth: 1.5,
      }),
      Plot.line(rows, { x: "k", y: measure, stroke: MAIN, strokeWidth: 2 }),
      Plot.dot(rows, { x: "k", y: measure, r: 3, fill: MAIN }),
      Plot.dot(chosen, { x: "k", y: measure, r: 6, fill: "white", stroke: MAIN, strokeWidth: 3 }),
      Plot.text(chosen, {
        // Above the frame, where no line can run through it, nor the ring at the upper end.
        x: "k",
        frameAnchor: "top",
        text: (row: SelectionMeasures) => `k = ${row.k}: ${decimals(row[measure] as number)}`,
        textAnchor: anchorOf(ks, chosenK),
        dy: -16,
        fill: INK.strong,
        fontWeight: 600,
      }),
    ],
  };
}

/** Labels near an end of the axis grow away from it. */
function anchorOf(ks: readonly number[], k: number | null): "start" | "middle" | "end" {
  const place = k === null ? 0 : (ks.indexOf(k) + 0.5) / ks.length;
  return place < 0.3 ? "start" : place > 0.7 ? "end" : "middle";
}
