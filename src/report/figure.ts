import { finished, html, type Markup } from "./html.ts";

/** Width in which a chart with a line of its own is drawn, in pixels. */
export const WIDE = 860;

/** Width in which the same chart is drawn for a telephone, in pixels. */
export const NARROW = 340;

/** Width in which a chart beside two others is drawn, in pixels. */
export const SMALL = 320;

/** How wide a figure is shown. */
export interface FigureOptions {
  /** Whether it shares the line with others. Default `false`. */
  readonly small?: boolean;
}

/**
 * Writes a chart with its title above and the sentence that reads it below.
 *
 * @param title Title in words.
 * @param draw Draws the chart in a width, without its own title. A chart with a line of its own is
 * drawn twice, and the style sheet shows the one that fits the screen.
 * @param sentence What the chart shows, computed from the same rows.
 * @param options Whether it is small.
 * @returns A `<figure>`.
 *
 * @example
 * ```ts
 * import { figure } from "./figure.ts";
 * import { assert } from "@std/assert";
 *
 * const { markup } = figure("Revenue", (width) => `<svg width="${width}"></svg>`, "Revenue grows.");
 * assert(markup.includes("<figcaption>Revenue grows.</figcaption>"));
 * ```
 */
export function figure(
  title: string,
  draw: (width: number) => string,
  sentence: string,
  options: FigureOptions = {},
): Markup {
  const drawing = (width: number, kind: string) =>
    html`
      <div class="scroll chart ${kind}" tabindex="0" role="group"
        aria-label="${title}">${finished(draw(width))}</div>
    `;
  return html`
    <figure>
      <h3>${title}</h3>
      ${options.small
        ? drawing(SMALL, "small")
        : [drawing(WIDE, "wide"), drawing(NARROW, "narrow")]}
      <figcaption>${sentence}</figcaption>
    </figure>
  `;
}
