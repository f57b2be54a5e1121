import * as Plot from "@observablehq/plot";
import { cameAndExpectedLegend } from "../drawing/came_and_expected_legend.ts";
import { type ChartOptions, chartOptions, NARROW } from "../drawing/chart_options.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { formatDate } from "../../words/dates.ts";
import { formatName } from "../../words/model_names.ts";
import { formatNumber, formatShort } from "../../words/numbers.ts";
import { CATEGORIES, INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";

/** Repeat purchases of one week, seen (`actual`) or expected by a model. */
export interface PurchaseTrackingRow {
  readonly model: string;
  /** Day after the week, `YYYY-MM-DD`. */
  readonly until: string;
  /** Whether the models had seen the week. */
  readonly seen: boolean;
  readonly purchases: number;
  readonly cumulative: number;
}

/** What is tracked. */
export interface PurchaseTrackingOptions extends ChartOptions {
  /** Whether all purchases so far are drawn instead of each week's. Default `false`. */
  readonly cumulative?: boolean;
}

/**
 * Draws repeat purchases week by week beside what models expected, with the day on which the models
 * stopped seeing.
 *
 * @param rows One per model and week, in order of time; the model `actual` is what came.
 * @param options Title, width, and whether the sum so far is drawn.
 * @returns SVG text.
 *
 * @example
 * ```ts
 * import { purchaseTrackingChart } from "./purchase_tracking_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const week = { until: "2011-09-09", seen: true, purchases: 3, cumulative: 9 };
 * const svg = purchaseTrackingChart([
 *   { model: "actual", ...week },
 *   { model: "beta_geo_nbd", ...week },
 * ]);
 * assert(svg.includes("BG/NBD"));
 * ```
 */
export function purchaseTrackingChart(
  rows: readonly PurchaseTrackingRow[],
  options: PurchaseTrackingOptions = {},
): string {
  const { cumulative = false } = options;
  const what = cumulative ? "cumulative" : "purchases";
  const frame = chartOptions(
    options,
    cumulative ? "Repeat purchases so far" : "Repeat purchases by week",
  );
  const weeks = finiteRows(rows, what).map((row) => ({ ...row, date: new Date(row.until) }));
  if (weeks.length === 0) return renderNoData(frame);
  const models = [...new Set(weeks.map(({ model }) => model))].filter((name) => name !== "actual");
  const colour = (model: string) =>
    model === "actual" ? INK.strong : CATEGORIES[models.indexOf(model) % CATEGORIES.length];
  const seen = weeks.filter((row) => row.seen);
  const border = seen.length > 0 && seen.length < weeks.length ? [seen[seen.length - 1].date] : [];
  return renderPlot({
    height: 320,
    marginLeft: 62,
    marginRight: 14,
    marginTop: 34,
    marginBottom: 36,
    x: { type: "utc", label: null, ticks: frame.width < NARROW ? 4 : 8 },
    y: {
      label: cumulative ? "↑ repeat purchases so far" : "↑ repeat purchases per week",
      labelArrow: "none",
      grid: true,
      ticks: 5,
      tickFormat: formatShort,
      zero: true,
    },
    marks: [
      Plot.ruleX(border, { stroke: INK.reference, strokeDasharray: "4 3" }),
      Plot.text(border, {
        x: (date: Date) => date,
        text: ["models saw this │ held out"],
        frameAnchor: "top",
        textAnchor: "end",
        dx: 56,
        dy: -12,
        fill: INK.soft,
        fontSize: 11,
      }),
      ...["actual", ...models].map((model) =>
        Plot.lineY(weeks.filter((row) => row.model === model), {
          x: "date",
          y: what,
          stroke: colour(model),
          strokeWidth: model === "actual" ? 2.5 : 1.8,
          strokeDasharray: model === "actual" ? undefined : "5 3",
        })
      ),
      Plot.ruleY([0], { stroke: INK.reference }),
      Plot.dot(weeks, {
        x: "date",
        y: what,
        r: 5,
        fill: "transparent",
        title: (row: PurchaseTrackingRow) =>
          `${formatName(row.model)}, week before ${formatDate(row.until)}\n` +
          formatNumber(row[what]),
      }),
    ],
  }, {
    ...frame,
    description: `Repeat purchases ${cumulative ? "so far" : "by week"}: what came, and what ` +
      `${models.map(formatName).join(", ")} expected.`,
    legend: cameAndExpectedLegend(models, colour),
  });
}
