import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { INK, MAIN } from "../drawing/palette.ts";
import { renderNoData, renderPanels } from "../drawing/render.ts";

/** How good one number of clusters is. */
export interface SelectionRow {
  /** Number of clusters. */
  readonly k: number;
  /** Sum of squared distances to the nearest centroid. */
  readonly inertia: number;
  /** Mean silhouette, −1 to 1, higher is better. */
  readonly silhouette: number;
  /** Calinski–Harabasz index, higher is better. */
  readonly calinski_harabasz: number;
  /** Davies–Bouldin index, lower is better. */
  readonly davies_bouldin: number;
  /** Adjusted Rand index between samples, at most 1; `null` where it was not measured. */
  readonly stability: number | null;
  /** Gap statistic: how much tighter than clusters of noise; `null` where it was not measured. */
  readonly gap?: number | null;
  /** Standard error of the gap. */
  readonly gap_error?: number | null;
}

type Measure = "inertia" | "silhouette" | "gap" | "stability";

/**
 * Draws the elbow: how the distances within the clusters shrink with their number.
 *
 * @param rows One row per number of clusters, in any order.
 * @param chosenK The number that was chosen, marked; `null` marks none.
 * @param options Title and width.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { elbowChart } from "./selection_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const row = { silhouette: 0.4, calinski_harabasz: 9, davies_bouldin: 1, stability: null };
 * const svg = elbowChart([{ k: 2, inertia: 90, ...row }, { k: 3, inertia: 50, ...row }], 3);
 * assert(svg.includes("k = 3"));
 * ```
 */
export function elbowChart(
  rows: readonly SelectionRow[],
  chosenK: number | null,
  options: ChartOptions = {},
): string {
  const title = "Distances within the segments, by number of segments";
  return draw(rows, chosenK, ["inertia"], title, options);
}

/**
 * Draws the mean silhouette by number of clusters.
 *
 * @param rows One row per number of clusters, in any order.
 * @param chosenK The number that was chosen, marked; `null` marks none.
 * @param options Title and width.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { silhouetteChart } from "./selection_chart.ts";
 * import { assert } from "@std/assert";
 *
 * assert(silhouetteChart([], null).includes("no data"));
 * ```
 */
export function silhouetteChart(
  rows: readonly SelectionRow[],
  chosenK: number | null,
  options: ChartOptions = {},
): string {
  const title = "Silhouette, by number of segments";
  return draw(rows, chosenK, ["silhouette"], title, options);
}

/**
 * Draws elbow, silhouette and (where measured) gap statistic and stability side by side.
 *
 * @param rows One row per number of clusters, in any order.
 * @param chosenK The number that was chosen, marked; `null` marks none.
 * @param options Title and width.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { selectionChart } from "./selection_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const row = { calinski_harabasz: 9, davies_bouldin: 1, stability: 0.9 };
 * const svg = selectionChart([{ k: 2, inertia: 90, silhouette: 0.4, ...row }], 2);
 * assert(svg.includes("inertia") && svg.includes("silhouette") && svg.includes("stability"));
 * ```
 */
export function selectionChart(
  rows: readonly SelectionRow[],
  chosenK: number | null,
  options: ChartOptions = {},
): string {
  const optional: Measure[] = ["gap", "stability"];
  const measured = optional.filter((measure) => finiteRows(rows, measure).length > 0);
  const measures: Measure[] = ["inertia", "silhouette", ...measured];
  return draw(rows, chosenK, measures, "How many segments?", options);
}

function draw(
  rows: readonly SelectionRow[],
  chosenK: number | null,
  measures: readonly Measure[],
  title: string,
  options: ChartOptions,
): string {
  const frame = chartOptions(options, title);
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
  return renderPanels(panels, {
    ...frame,
    description: `Lines of ${measures.join(", ")} for ${sorted[0].k} to ` +
      `${sorted[sorted.length - 1].k} segments` + (chosenK === null ? "." : `; ${chosenK} chosen.`),
  });
}

const LABELS: Record<Measure, string> = {
  inertia: "inertia (sum of squares, less is tighter)",
  silhouette: "silhouette (up to 1, more is better)",
  gap: "gap statistic (against noise, more is better)",
  stability: "stability (up to 1, more is better)",
};

function panel(
  rows: readonly SelectionRow[],
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
        y1: (row: SelectionRow) => (row.gap ?? 0) - (row.gap_error ?? 0),
        y2: (row: SelectionRow) => (row.gap ?? 0) + (row.gap_error ?? 0),
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
        text: (row: SelectionRow) => `k = ${row.k}: ${decimals(row[measure] as number)}`,
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
