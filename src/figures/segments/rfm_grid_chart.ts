import * as Plot from "@observablehq/plot";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../../words/numbers.ts";
import { shorten } from "../../words/sentences.ts";
import { INK, SEQUENTIAL } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { isDark, shadeOf } from "../drawing/shade_of.ts";

/** One cell of the RFM square. */
export interface RfmGridRow {
  /** Recency score, from 1. */
  readonly recency: number;
  /** Mean of frequency and monetary score, from 1. */
  readonly volume: number;
  /** Name of the segment that the cell belongs to. */
  readonly segment: string;
  readonly customers: number;
  /** Total spend of the customers. */
  readonly revenue: number;
}

/** What the RFM square can be told. */
export interface RfmGridChartOptions extends ChartOptions {
  /** What is counted in the cells. Default: customers. */
  readonly count?: "customers" | "revenue";
}

/** Where two cells of different segments meet. */
interface Border {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/**
 * Draws the RFM square as a map: recency from left to right, volume upwards, one area per named
 * segment, shaded by the customers or the revenue of each cell.
 *
 * @param rows One row per cell, in any order; cells without customers are grey.
 * @param options Title, width, currency and what is counted.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { rfmGridChart } from "./rfm_grid_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const cell = { recency: 5, volume: 5, segment: "Champions", customers: 323, revenue: 4e6 };
 * assert(rfmGridChart([cell]).includes("Champions"));
 * ```
 */
export function rfmGridChart(
  rows: readonly RfmGridRow[],
  options: RfmGridChartOptions = {},
): string {
  const { count = "customers", ...others } = options;
  const title = count === "customers" ? "Customers by RFM score" : "Revenue by RFM score";
  const frame = chartOptions(others, title);
  const cells = finiteRows(rows, "recency", "volume", "customers", "revenue");
  if (cells.length === 0) return renderNoData(frame);
  const levels = Math.max(5, ...cells.flatMap(({ recency, volume }) => [recency, volume]));
  const total = cells.reduce((sum, cell) => sum + cell[count], 0) || 1;
  const most = Math.max(...cells.map((cell) => cell[count] / total));
  const shade = (cell: RfmGridRow) =>
    cell.customers > 0 ? shadeOf(cell[count] / total, [0, most], SEQUENTIAL) : INK.faint;
  const ink = (cell: RfmGridRow) => (isDark(shade(cell)) ? "#ffffff" : INK.strong);
  const narrow = frame.width < NARROW;
  const cellWidth = (frame.width - 46 - 4) / levels;
  const fontSize = narrow ? 9 : 12;
  const scores = Array.from({ length: levels }, (_, i) => i + 1);
  return renderPlot({
    height: 50 + levels * (narrow ? 62 : 58),
    marginLeft: 46,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 46,
    x: { domain: [0.5, levels + 0.5], label: null },
    y: { domain: [0.5, levels + 0.5], label: null },
    marks: [
      Plot.axisX(scores, {
        tickFormat: (score: number) => `${score}`,
        tickSize: 0,
        label: narrow ? "recency score →" : "recency score (right: bought lately) →",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.axisY(scores, {
        tickFormat: (score: number) => `${score}`,
        tickSize: 0,
        label: narrow ? "volume score →" : "volume: mean of frequency and monetary score →",
        labelAnchor: "center",
        labelArrow: "none",
        labelOffset: 40,
      }),
      Plot.rect(cells, {
        x1: ({ recency }: RfmGridRow) => recency - 0.5,
        x2: ({ recency }: RfmGridRow) => recency + 0.5,
        y1: ({ volume }: RfmGridRow) => volume - 0.5,
        y2: ({ volume }: RfmGridRow) => volume + 0.5,
        fill: shade,
        inset: 0.5,
        title: (cell: RfmGridRow) =>
          `${cell.segment}: recency ${cell.recency}, volume ${cell.volume}\n` +
          `${formatNumber(cell.customers)} customers, ${formatNumber(cell.revenue)} revenue`,
      }),
      Plot.link(borders(cells), {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        stroke: "#ffffff",
        strokeWidth: 6,
      }),
      Plot.text(cells.filter(({ customers }) => customers > 0), {
        x: "recency",
        y: "volume",
        text: (cell: RfmGridRow) => formatPercent(cell[count] / total, narrow ? 0 : 1),
        fill: ink,
        fontSize: narrow ? 10 : 12,
        dy: narrow ? 18 : 14,
      }),
      Plot.text(named(cells), {
        x: "recency",
        y: "volume",
        text: ({ segment }: RfmGridRow) => shorten(segment, 32),
        fill: ink,
        fontSize,
        fontWeight: 600,
        dy: -10,
        lineWidth: (cellWidth - 6) / fontSize,
      }),
    ],
  }, {
    ...frame,
    description: "Map of the RFM square: recency score from left to right, volume score upwards.",
    legend: [
      {
        kind: "ramp",
        label: count === "customers" ? "share of customers" : "share of revenue",
        colours: SEQUENTIAL,
        from: formatPercent(0),
        to: formatPercent(most, 1),
      },
      ...(cells.some((cell) => cell.customers === 0)
        ? [{ kind: "square", label: "nobody", colour: INK.faint } as const]
        : []),
    ],
  });
}

/** The lines between neighbouring cells that belong to different segments. */
function borders(cells: readonly RfmGridRow[]): Border[] {
  const segmentAt = new Map(cells.map((cell) => [key(cell.recency, cell.volume), cell.segment]));
  return cells.flatMap(({ recency, volume, segment }) => {
    const [right, top] = [recency + 0.5, volume + 0.5];
    const beside = segmentAt.get(key(recency + 1, volume));
    const above = segmentAt.get(key(recency, volume + 1));
    return [
      ...(beside !== undefined && beside !== segment
        ? [{ x1: right, x2: right, y1: volume - 0.5, y2: top }]
        : []),
      ...(above !== undefined && above !== segment
        ? [{ x1: recency - 0.5, x2: right, y1: top, y2: top }]
        : []),
    ];
  });
}

/** The cell of each segment in which its name is written: the first one of its highest row. */
function named(cells: readonly RfmGridRow[]): RfmGridRow[] {
  const inOrder = [...cells].sort((a, b) => b.volume - a.volume || a.recency - b.recency);
  const first = new Map<string, RfmGridRow>();
  for (const cell of inOrder) if (!first.has(cell.segment)) first.set(cell.segment, cell);
  return [...first.values()];
}

function key(recency: number, volume: number): string {
  return `${recency} ${volume}`;
}
