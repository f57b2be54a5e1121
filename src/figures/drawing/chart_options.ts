/** What every chart can be told beside its rows. */
export interface ChartOptions {
  /** Title above the chart and its accessible name; each chart has its own default. */
  readonly title?: string;
  /** Whether the title is drawn; a page with headings of its own says `false`. Default `true`. */
  readonly showTitle?: boolean;
  /** Width of the drawing in pixels, at least 300. Default 720. */
  readonly width?: number;
  /** The unit of money in the labels. Default none. */
  readonly currency?: string;
}

/** What a chart that compares models can be told. */
export interface ModelChartOptions extends ChartOptions {
  /**
   * Names of the models in the order of their colours, so that a model keeps its colour on charts
   * that show different ones. Default: their order in the rows.
   */
  readonly models?: readonly string[];
}

/** Below this width, in pixels, charts shorten their labels: the width of a telephone. */
export const NARROW = 480;

/** The defaults behind {@linkcode ChartOptions}. */
export const CHART_DEFAULTS = {
  showTitle: true,
  width: 720,
  currency: "",
} as const;

/**
 * Completes the options of a chart with the defaults.
 *
 * @param options What the caller said.
 * @param title Title of this chart, where the caller has none.
 * @returns Every option with a value.
 * @throws {RangeError} If the width is below 300 pixels.
 *
 * @example
 * ```ts
 * import { chartOptions } from "./chart_options.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(chartOptions({ currency: "£" }, "Revenue by month"), {
 *   title: "Revenue by month",
 *   showTitle: true,
 *   width: 720,
 *   currency: "£",
 * });
 * ```
 */
export function chartOptions(options: ChartOptions, title: string): Required<ChartOptions> {
  const width = options.width ?? CHART_DEFAULTS.width;
  if (!(width >= 300)) {
    throw new RangeError(`Drawing a chart: the width must be at least 300 pixels, got ${width}.`);
  }
  return {
    title: options.title ?? title,
    showTitle: options.showTitle ?? CHART_DEFAULTS.showTitle,
    width,
    currency: options.currency ?? CHART_DEFAULTS.currency,
  };
}
