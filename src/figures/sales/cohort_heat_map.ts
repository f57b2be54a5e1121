import { formatPercent } from "../../words/numbers.ts";
import { formatMonth } from "../../words/dates.ts";
import * as Plot from "@observablehq/plot";
import type { Drawing } from "../drawing/figure.ts";
import { INK, SEQUENTIAL } from "../drawing/palette.ts";
import { renderPlot } from "../drawing/render.ts";
import { isDark, shadeOf } from "../drawing/shade_of.ts";

/** One cell: a cohort, some months after its first purchase. */
export interface CohortCell {
  /** Month of the first purchase, `YYYY-MM`. */
  readonly cohort: string;
  /** Months since the first purchase, at least 1. */
  readonly age_months: number;
  /** What is left of the first month, as a share of it. */
  readonly share: number;
  /** What hovering over the cell tells. */
  readonly tip: string;
}

/** What a heat map of cohorts says beside its cells. */
export interface CohortHeatMapOptions extends Drawing {
  /** The cohorts in order of time with the size of each, as text. */
  readonly sizes: ReadonlyMap<string, string>;
  /** What the shades mean. */
  readonly meaning: string;
  /** The share at which the shades end; larger ones have the darkest. Default: the largest. */
  readonly darkest?: number;
}

/**
 * Draws cohorts as a heat map: a row per cohort, a column per month since the first purchase, the
 * share written in each cell where it fits.
 *
 * @param cells At least one cell, in any order.
 */
export function cohortHeatMap(cells: readonly CohortCell[], options: CohortHeatMapOptions): string {
  const { sizes, meaning, darkest, ...frame } = options;
  const cohorts = [...sizes.keys()];
  const oldest = Math.max(...cells.map((cell) => cell.age_months));
  const ages = Array.from({ length: oldest }, (_, i) => i + 1);
  // Numbers are written only where they fit.
  const written = (frame.width - 124) / ages.length >= 34;
  const rowHeight = cohorts.length > 18 ? 16 : 26;
  const largest = Math.max(...cells.map((cell) => cell.share));
  const most = Math.min(largest, darkest ?? largest);
  const shade = (cell: CohortCell) => shadeOf(cell.share, [0, most], SEQUENTIAL);
  const nameOf = (cohort: string) =>
    sizes.get(cohort) ? `${formatMonth(cohort)} (${sizes.get(cohort)})` : formatMonth(cohort);
  return renderPlot({
    height: 52 + cohorts.length * rowHeight,
    marginLeft: 124,
    marginRight: 4,
    marginTop: 4,
    marginBottom: 44,
    x: { domain: ages, label: null, padding: 0.05 },
    y: { domain: cohorts, label: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        ticks: ages.filter((age) => written || age % 3 === 0),
        tickFormat: (age: number) => `${age}`,
        tickSize: 0,
        label: "months since the first purchase",
        labelAnchor: "center",
        labelArrow: "none",
      }),
      Plot.axisY({ tickFormat: nameOf, tickSize: 0, label: null }),
      Plot.cell(cells, { x: "age_months", y: "cohort", fill: shade, title: "tip" }),
      written
        ? Plot.text(cells, {
          x: "age_months",
          y: "cohort",
          text: (cell: CohortCell) => formatPercent(cell.share),
          fill: (cell: CohortCell) => (isDark(shade(cell)) ? "#ffffff" : INK.strong),
          fontSize: 11,
        })
        : null,
    ],
  }, {
    ...frame,
    legend: [{
      kind: "ramp",
      label: meaning,
      colours: SEQUENTIAL,
      from: formatPercent(0),
      to: formatPercent(most) + (most < largest ? " or more" : ""),
    }],
  });
}
