/** Drops the characters that XML forbids, such as NUL. */
export function dropForbidden(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

/**
 * Escapes text for the content or an attribute of XML and HTML.
 *
 * @param text Any text; characters that XML forbids are dropped.
 */
export function escapeXml(text: string): string {
  return dropForbidden(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/**
 * Estimates how wide a text is drawn in a proportional sans-serif font.
 *
 * An estimate on the generous side: the fonts of the reader are not known here, and a label that
 * ends early is better than one that is cut off.
 */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    if (/[iljtfrI.,:;|'!()\[\]\s/-]/.test(character)) width += 0.36;
    else if (/[A-Z@%&MmWw…–—]/.test(character)) width += 0.76;
    else width += 0.6;
  }
  return width * size;
}

/**
 * The left margin in which labels fit beside an axis.
 *
 * @param size Font size in pixels. Default 12.
 * @returns Width of the longest label and some air, in pixels.
 */
export function labelMargin(labels: readonly string[], size = 12): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => textWidth(label, size)))) + 14;
}

/** Where and how {@linkcode svgText} writes. */
export interface TextStyle {
  /** Left end, middle or right end, in pixels. */
  readonly x: number;
  /** Baseline, in pixels. */
  readonly y: number;
  /** Colour. */
  readonly fill: string;
  /** Font size in pixels. */
  readonly size: number;
  /** Font weight. Default 400. */
  readonly weight?: number;
  /** What `x` means. Default "start". */
  readonly anchor?: "start" | "middle" | "end";
}

/** Writes one line of text as an SVG element. */
export function svgText(text: string, style: TextStyle): string {
  const { x, y, fill, size, weight = 400, anchor = "start" } = style;
  return `<text x="${x}" y="${y}" fill="${fill}" font-size="${size}" font-weight="${weight}" ` +
    `text-anchor="${anchor}">${escapeXml(text)}</text>`;
}
