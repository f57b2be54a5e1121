import type { ChartOptions } from "../figures/drawing/chart_options.ts";
import { figure } from "./figure.ts";
import type { Markup } from "./html.ts";

/** How a chart is shown. */
export interface PictureOptions {
  /** Sign or code of the currency. */
  readonly currency?: string;
  /** Whether it shares the line with others. Default `false`. */
  readonly small?: boolean;
}

/**
 * Writes a chart of this project with its title above, as text of the page, and its reading below.
 *
 * @param title Title in words.
 * @param draw Draws the chart with the options that suit the page.
 * @param sentence What the chart shows, computed from the same rows.
 * @param options Currency and size.
 * @returns A `<figure>`.
 *
 * @example
 * ```ts
 * import { picture } from "./picture.ts";
 * import { revenueByMonthChart } from "../figures/sales/revenue_by_month_chart.ts";
 * import { assert } from "@std/assert";
 *
 * const { markup } = picture("Revenue", (options) => revenueByMonthChart([], options), "None yet.");
 * assert(markup.includes("<h3>Revenue</h3>") && markup.includes("no data"));
 * ```
 */
export function picture(
  title: string,
  draw: (options: ChartOptions) => string,
  sentence: string,
  { currency, small }: PictureOptions = {},
): Markup {
  const drawn = (width: number) => draw({ title, showTitle: false, currency, width });
  return figure(title, drawn, sentence, { small });
}
