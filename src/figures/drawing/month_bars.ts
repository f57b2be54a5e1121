import { formatMonth } from "../../words/dates.ts";
import * as Plot from "@observablehq/plot";
import type { Drawing } from "./figure.ts";
import type { LegendEntry } from "./legend.ts";
import { monthAxis } from "./month_tick.ts";
import { INK } from "./palette.ts";
import { renderPlot } from "./render.ts";

/** What every row of a chart by month has. */
export interface MonthOfFile {
  /** Year and month, `YYYY-MM`. */
  readonly month: string;
  /** Whether the file covers the month to its end. */
  readonly complete: boolean;
}

/** What the bars of a chart by month show. */
export interface MonthBars<Row> {
  /** Heights of the pieces of a bar from below, each in its colour. */
  readonly pieces: readonly { readonly colour: string; readonly height: (row: Row) => number }[];
  /** What is written above a bar; empty for nothing. */
  readonly label: (row: Row) => string;
  /** What a pointer on the bar reads, below the month. */
  readonly tip: (row: Row) => string;
  /** Name of the vertical axis, with its unit. */
  readonly axis: string;
  readonly tickFormat: (height: number) => string;
  /** What the colours mean, where there are several. Default: none. */
  readonly legend?: readonly LegendEntry[];
}

/**
 * Draws a bar per month, of one piece or of several upon one another; a month that the file does not
 * cover whole is paler and dashed, and the legend says so.
 *
 * @param rows At least one row; every month once, in any order.
 */
export function renderMonthBars<Row extends MonthOfFile>(
  rows: readonly Row[],
  bars: MonthBars<Row>,
  frame: Drawing,
): string {
  const months = [...rows].sort((a, b) => (a.month < b.month ? -1 : 1));
  const names = months.map((row) => row.month);
  const heightBelow = (row: Row, piece: number) =>
    bars.pieces.slice(0, piece).reduce((sum, { height }) => sum + height(row), 0);
  const span = (piece: number) => ({
    x: "month",
    y1: (row: Row) => heightBelow(row, piece),
    y2: (row: Row) => heightBelow(row, piece + 1),
  });
  return renderPlot({
    height: 320,
    marginLeft: 62,
    marginRight: 8,
    marginTop: 34,
    marginBottom: 44,
    x: { domain: names, label: null, padding: 0.22 },
    y: {
      label: bars.axis,
      labelArrow: "none",
      grid: true,
      ticks: 5,
      tickFormat: bars.tickFormat,
      zero: true,
    },
    marks: [
      monthAxis(names, frame.width),
      ...bars.pieces.flatMap(({ colour }, piece) => [
        Plot.barY(months, {
          ...span(piece),
          fill: colour,
          fillOpacity: (row: Row) => (row.complete ? 1 : 0.25),
          title: (row: Row) =>
            `${formatMonth(row.month)}\n${bars.tip(row)}` +
            (row.complete ? "" : "\n(month not complete)"),
        }),
        Plot.barY(months.filter((row) => !row.complete), {
          ...span(piece),
          fill: "none",
          stroke: colour,
          strokeDasharray: "4 3",
        }),
      ]),
      Plot.text(months, {
        x: "month",
        y: (row: Row) => heightBelow(row, bars.pieces.length),
        text: bars.label,
        dy: -9,
        fill: INK.strong,
        fontWeight: 600,
      }),
      Plot.ruleY([0], { stroke: INK.reference }),
    ],
  }, { ...frame, legend: legendOf(months, bars) });
}

/** The meanings of the colours, and of the dashes where a month has them. */
function legendOf<Row extends MonthOfFile>(
  months: readonly Row[],
  { legend = [], pieces }: MonthBars<Row>,
): LegendEntry[] {
  if (months.every((row) => row.complete)) return [...legend];
  const colour = pieces.length > 1 ? INK.reference : pieces[0].colour;
  const whole: LegendEntry = { kind: "square", label: "complete month", colour };
  const part: LegendEntry = {
    kind: "outline",
    label: "month that the file covers only in part",
    colour,
  };
  return legend.length > 0 ? [...legend, part] : [whole, part];
}
