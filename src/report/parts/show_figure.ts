import type { Figure } from "../../figures/drawing/figure.ts";
import { finished, html, type Markup } from "./html.ts";

/** Widths in pixels: of a figure with a line of its own, on a telephone, and beside two others. */
const WIDE = 860, NARROW = 340, SMALL = 320;

/** Options of showing a figure. */
export interface ShowOptions {
  /** Whether it shares the line with others. Default `false`. */
  readonly small?: boolean;
  /** What stands below it, after the caption. Default: nothing. */
  readonly note?: string;
}

/**
 * Writes a figure with its title above, as text of the page, and its caption below.
 *
 * A figure with a line of its own is drawn twice, and the style sheet shows the one that fits the
 * screen.
 */
export function showFigure(
  { title, svg, caption }: Figure,
  { small = false, note = "" }: ShowOptions = {},
): Markup {
  const drawing = (width: number, kind: string) =>
    html`
      <div class="scroll chart ${kind}" tabindex="0" role="group"
        aria-label="${title}">${finished(svg({ width, showTitle: false }))}</div>
    `;
  return html`
    <figure>
      <h3>${title}</h3>
      ${small ? drawing(SMALL, "small") : [drawing(WIDE, "wide"), drawing(NARROW, "narrow")]}
      <figcaption>${caption}${note && ` ${note}`}</figcaption>
    </figure>
  `;
}
