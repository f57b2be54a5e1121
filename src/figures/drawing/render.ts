import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { WIDTH } from "./figure.ts";
import { drawLegend, type LegendEntry } from "./legend.ts";
import { INK } from "./palette.ts";
import { dropForbidden, escapeXml, svgText, textWidth } from "./svg_text.ts";

/** What surrounds a plot: its words, its legend, and its size. */
export interface Frame {
  /** Title, drawn above the plot and read out by screen readers. */
  readonly title: string;
  /** Whether the title is drawn. Default `true`. */
  readonly showTitle?: boolean;
  /** One sentence on what is drawn, for screen readers. Default: the title. */
  readonly description?: string;
  /** Entries drawn above the plot, in several lines where they need them. */
  readonly legend?: readonly LegendEntry[];
  /** Width of the whole drawing in pixels. Default 720. */
  readonly width?: number;
}

/** How far a page may shrink a drawing before its text gets too small, as a share of its size. */
const SMALLEST = 0.8;

const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

/**
 * Renders an Observable Plot as self-contained SVG text.
 *
 * The text has its own fonts, name and description, needs no style sheet and no script, and is
 * the same on every rendering of the same plot.
 *
 * @param options Options of `Plot.plot`; `width` and `document` are set here.
 */
export function renderPlot(options: Plot.PlotOptions, frame: Frame): string {
  return renderPanels([options], frame);
}

/** Panels are not squeezed below this width, in pixels: they go below one another instead. */
const NARROWEST_PANEL = 200;

/**
 * Renders several plots side by side, or below one another where the width does not suffice, under
 * one title and one legend.
 *
 * @param panels Options of each plot; those without a `width` get equal ones.
 */
export function renderPanels(panels: readonly Plot.PlotOptions[], frame: Frame): string {
  const width = frame.width ?? WIDTH;
  const columns = Math.max(1, Math.min(panels.length, Math.floor(width / NARROWEST_PANEL)));
  let [x, y, height] = [0, 0, 0];
  let body = "";
  for (const panel of panels) {
    const panelWidth = panel.width ?? Math.floor(width / columns);
    const drawing = drawPlot({ ...panel, width: panelWidth });
    if (x > 0 && x + panelWidth > width) [x, y] = [0, height + 8];
    body += `<svg x="${x}" y="${y}" width="${panelWidth}" height="${drawing.height}" ` +
      `viewBox="0 0 ${panelWidth} ${drawing.height}" overflow="visible">${drawing.content}</svg>`;
    x += panelWidth;
    height = Math.max(height, y + drawing.height);
  }
  return assemble(body, width, height, frame);
}

/**
 * Draws a chart that has nothing to show, and says so.
 *
 * @param reason What is missing, in words. Default "no data".
 */
export function renderNoData(frame: Frame, reason = "no data"): string {
  const width = frame.width ?? WIDTH;
  const body = `<rect x="0.5" y="0.5" width="${width - 1}" height="119" rx="6" fill="#f6f8fa" ` +
    `stroke="${INK.faint}"/>` +
    svgText(reason, { x: width / 2, y: 64, fill: INK.soft, size: 14, anchor: "middle" });
  return assemble(body, width, 120, {
    ...frame,
    legend: undefined,
    description: frame.description ?? reason,
  });
}

/** The little of a DOM element that is read here (linkedom draws it, Deno has no DOM types). */
interface SvgElement {
  readonly innerHTML: string;
  getAttribute(name: string): string | null;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<SvgElement & { remove(): void }>;
}

/** The content of one plot, without the tags and the style sheet around it. */
function drawPlot(options: Plot.PlotOptions): { content: string; height: number } {
  const { document } = parseHTML("<html><body></body></html>") as unknown as { document: never };
  const svg = Plot.plot({ ...options, document }) as unknown as SvgElement;
  for (const style of svg.querySelectorAll("style")) style.remove();
  // Browsers would show the mark's machine name to screen readers: the drawing has one name only.
  for (const element of svg.querySelectorAll("[aria-label]")) element.removeAttribute("aria-label");
  // No-break spaces as themselves, so that a label reads the same in the text of the drawing.
  const content = dropForbidden(svg.innerHTML).replaceAll("&#160;", "\u00a0");
  return { content, height: Number(svg.getAttribute("height")) };
}

function assemble(body: string, width: number, height: number, frame: Frame): string {
  let above = "";
  let top = 0;
  // From the bottom up: the legend sits on the plot, the title on the legend.
  if (frame.legend?.length) {
    const legend = drawLegend(frame.legend, width);
    top -= legend.height + 6;
    above += `<g transform="translate(0,${top})">${legend.content}</g>`;
  }
  if (frame.showTitle ?? true) {
    const lines = wrap(frame.title, width, 15);
    top -= lines.length * 20 + 6;
    lines.forEach((line, i) => {
      const text = { x: 0, y: top + 16 + i * 20, fill: INK.strong, size: 15, weight: 600 };
      above += svgText(line, text);
    });
  }
  const content = normaliseNumbers(body);
  const id = `chart-${hash(`${frame.title}\n${width}\n${content}`)}`;
  const size = `width="${width}" height="${height - top}" viewBox="0 ${top} ${width} ${
    height - top
  }"`;
  const description = frame.description ?? frame.title;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" ` +
    `aria-labelledby="${id}-title ${id}-desc" font-family="${FONT}" font-size="12" ` +
    `text-anchor="middle" fill="${INK.soft}" color="${INK.soft}" ` +
    `style="white-space:pre;min-width:${Math.round(width * SMALLEST)}px;max-width:100%;` +
    `height:auto;background:#fff;overflow:visible">` +
    `<title id="${id}-title">${escapeXml(frame.title)}</title>` +
    `<desc id="${id}-desc">${escapeXml(description)}</desc>` +
    above + normaliseClipIds(content, id) + "</svg>";
}

/** How much wider bold text runs. */
const BOLD = 1.15;

/** Words of a bold title in lines no wider than the drawing. */
function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && textWidth(longer, size) * BOLD <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Plot counts its clip paths over the life of the process: here they are counted per drawing. */
function normaliseClipIds(content: string, id: string): string {
  const order = new Map<string, number>();
  return content.replace(/\bplot-clip-\d+\b/g, (name) => {
    if (!order.has(name)) order.set(name, order.size + 1);
    return `${id}-clip-${order.get(name)}`;
  });
}

/** Coordinates need no more than two digits; fewer make the page half as long. */
function normaliseNumbers(content: string): string {
  return content.replace(
    /<[^>]*>/g,
    (tag) =>
      tag.replace(/-?\d+\.\d{3,}(e-?\d+)?/g, (number) => String(Number(Number(number).toFixed(2)))),
  );
}

/** FNV-1a over UTF-16 code units: a short name for a text, the same everywhere. */
function hash(text: string): string {
  const stable = text.replace(/\bplot-clip-\d+\b/g, "plot-clip");
  let state = 0x811c9dc5;
  for (let i = 0; i < stable.length; i++) {
    state = Math.imul(state ^ stable.charCodeAt(i), 0x01000193);
  }
  return (state >>> 0).toString(36);
}
