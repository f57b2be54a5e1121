import { INK } from "./palette.ts";
import { svgText, textWidth } from "./svg_text.ts";

/** One entry of a legend: a coloured sign and its label, or a ramp of shades between two labels. */
export type LegendEntry =
  | {
    readonly kind: "square" | "outline" | "line" | "dashes" | "dot" | "tick";
    readonly label: string;
    readonly colour: string;
  }
  | {
    readonly kind: "ramp";
    /** What the shades mean. */
    readonly label: string;
    /** Shades from `from` to `to`. */
    readonly colours: readonly string[];
    readonly from: string;
    readonly to: string;
  };

const SIZE = 12;
const LINE_HEIGHT = 20;

/**
 * Draws a legend as plain shapes, so that it stays with the chart wherever the chart goes.
 *
 * @param width Width to fill, in pixels; entries that do not fit start a new line.
 */
export function drawLegend(
  entries: readonly LegendEntry[],
  width: number,
): { content: string; height: number } {
  let x = 0;
  let y = 0;
  let content = "";
  for (const entry of entries) {
    let [shapes, entryWidth] = drawEntry(entry);
    if (x > 0 && x + entryWidth > width) {
      x = 0;
      y += LINE_HEIGHT;
    }
    if (entry.kind === "ramp" && entryWidth > width) {
      // Too long for one line: what the shades mean stands above them.
      content += `<g transform="translate(0,${y})">${write(entry.label, 0)}</g>`;
      y += LINE_HEIGHT;
      [shapes, entryWidth] = drawEntry({ ...entry, label: "" });
    }
    content += `<g transform="translate(${round(x)},${y})">${shapes}</g>`;
    x += entryWidth + 18;
  }
  return { content, height: entries.length ? y + LINE_HEIGHT : 0 };
}

function drawEntry(entry: LegendEntry): [string, number] {
  if (entry.kind !== "ramp") {
    return [
      drawSign(entry.kind, entry.colour) + write(entry.label, 22),
      22 + textWidth(entry.label, SIZE),
    ];
  }
  const label = entry.label ? `${entry.label}:  ${entry.from}` : entry.from;
  const start = textWidth(label, SIZE) + 4;
  const shades = entry.colours.map((colour, i) =>
    `<rect x="${round(start + i * 18)}" y="4" width="18" height="12" fill="${colour}"/>`
  ).join("");
  const end = start + entry.colours.length * 18 + 6;
  return [write(label, 0) + shades + write(entry.to, end), end + textWidth(entry.to, SIZE)];
}

function drawSign(kind: string, colour: string): string {
  switch (kind) {
    case "line":
      return `<line x1="0" x2="17" y1="10" y2="10" stroke="${colour}" stroke-width="2.5"/>`;
    case "dashes":
      return `<line x1="0" x2="17" y1="10" y2="10" stroke="${colour}" stroke-width="1.5" ` +
        `stroke-dasharray="4 3"/>`;
    case "dot":
      return `<circle cx="10" cy="10" r="4.5" fill="${colour}"/>`;
    case "tick":
      return `<line x1="0" x2="17" y1="10" y2="10" stroke="${colour}" stroke-width="3"/>`;
    case "outline":
      return `<rect x="3" y="4" width="13" height="12" fill="${colour}" fill-opacity="0.25" ` +
        `stroke="${colour}" stroke-dasharray="3 2"/>`;
    default:
      return `<rect x="3" y="4" width="13" height="12" fill="${colour}"/>`;
  }
}

const write = (label: string, x: number): string =>
  svgText(label, { x: round(x), y: 14, fill: INK.soft, size: SIZE });

const round = (x: number): number => Math.round(x * 10) / 10;
