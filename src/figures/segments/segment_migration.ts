import { countOf, formatNumber, formatPercent } from "../../words/numbers.ts";
import { formatDate } from "../../words/dates.ts";
import * as Plot from "@observablehq/plot";
import {
  type Drawing,
  type Figure,
  figure,
  type FigureOptions,
  NARROW,
} from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { INK, segmentColours } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { textWidth } from "../drawing/svg_text.ts";
import { type Band, type Block, type Flow, migrationLayout } from "./migration_layout.ts";
import type { SegmentMigration } from "../../segmentation/following/segment_migration.ts";
import { NO_DATA, shorten } from "../../words/sentences.ts";

/** Who moved between the segments. */
type Migration = Pick<
  SegmentMigration,
  "from" | "to" | "segments" | "customers" | "no_purchase_since" | "entries" | "exits"
>;

/** Customers who were in one segment and are in another one, or in the same. */
interface MigrationRow {
  /** Segment at the earlier date; `null` for customers who had not bought yet. */
  readonly from: string | null;
  /** Segment at the later date; `null` for customers who are missing then. */
  readonly to: string | null;
  readonly customers: number;
  /** Those of them who bought nothing in between. */
  readonly no_purchase_since: number;
}

const NEW = "New customers", GONE = "No longer in the file";
const BLOCK = 10;
const SIZE = 12;
const LINE = 15;
/** Bold letters are so much wider. */
const BOLD = 1.15;

/**
 * Moves between segments as bands between two columns, as thick as the customers are many; pale where
 * they bought nothing in between.
 *
 * @param migration Matrices of customers, see `segmentMigration`.
 * @param options Title and width.
 * @returns A figure, with the caption: how many customers stayed, the largest move, and where new
 * customers arrived.
 *
 * @example
 * ```ts
 * import { segmentMigrationFigure } from "./segment_migration.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   segmentMigrationFigure({
 *     from: "2011-09-10", to: "2011-12-10", segments: ["Regular", "Lapsed"],
 *     customers: [[60, 20], [0, 0]], no_purchase_since: [[0, 15], [0, 0]],
 *     entries: { customers: [30, 0], revenue: [900, 0] }, exits: { customers: [0, 0], revenue: [0, 0]
 * },
 *   }).caption,
 *   "75\u00a0% of 80 customers stayed in their segment; the largest move is 20 from Regular to Lapsed " +
 *     "(15 of them without a purchase since); of 30 new customers, most (30) joined Regular.",
 * );
 * ```
 */
export function segmentMigrationFigure(migration: Migration, options: FigureOptions = {}): Figure {
  const rows = rowsOf(migration);
  return figure({
    title: "Who moved between the segments",
    draw: (frame) => draw(rows, migration, frame),
    caption: captionOf(rows),
    rows,
  }, options);
}

/** One row per pair of segments, then the new customers, then those who are missing. */
function rowsOf(
  { segments, customers, no_purchase_since, entries, exits }: Migration,
): MigrationRow[] {
  return [
    ...segments.flatMap((from, i) =>
      segments.map((to, j) => (
        { from, to, customers: customers[i][j], no_purchase_since: no_purchase_since[i][j] }
      ))
    ),
    ...segments.map((to, j) => (
      { from: null, to, customers: entries.customers[j], no_purchase_since: 0 }
    )),
    ...segments.map((from, i) => (
      { from, to: null, customers: exits.customers[i], no_purchase_since: 0 }
    )),
  ];
}

function draw(
  rows: readonly MigrationRow[],
  dates: Pick<Migration, "from" | "to">,
  frame: Drawing,
): string {
  const flows = finiteRows(rows, "customers", "no_purchase_since")
    .filter(({ customers }) => customers > 0)
    .map(({ from, to, customers, no_purchase_since }): Flow => (
      { from: from ?? NEW, to: to ?? GONE, customers, silent: no_purchase_since }
    ));
  if (flows.length === 0) return renderNoData(frame);

  const narrow = frame.width < NARROW;
  const segments = [...new Set(rows.flatMap(({ from, to }) => [from, to]))]
    .filter((name) => name !== null);
  const colours = segmentColours(segments);
  const mostLines = Math.max(
    ...[...segments, NEW, GONE].map((name) => linesOf(name, narrow).length),
  );
  const has = (name: string) => flows.some(({ from, to }) => from === name || to === name);
  const { left, right, bands, height } = migrationLayout(
    flows,
    [...segments, ...(has(NEW) ? [NEW] : [])],
    [...segments, ...(has(GONE) ? [GONE] : [])],
    { all: narrow ? 280 : 340, least: (mostLines + 1) * LINE + 4, air: 10 },
  );
  const before = new Map(left.map(({ name, customers }) => [name, customers]));
  const labels = {
    left: left.map((block) => label(block, formatNumber(block.customers), narrow)),
    right: right.map((block) => label(block, withChange(block, before.get(block.name)), narrow)),
  };
  const margin = (lines: readonly Label[]) =>
    10 + Math.ceil(Math.max(...lines.flatMap(({ widths }) => widths)));
  const [marginLeft, marginRight] = [margin(labels.left), margin(labels.right)];
  const width = frame.width - marginLeft - marginRight;
  const marginTop = 30;
  const colour = (name: string) => colours.get(name) ?? INK.reference;
  return renderPlot({
    height: Math.ceil(height) + marginTop + 8,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom: 8,
    x: { domain: [0, width], axis: null },
    y: { domain: [0, height], reverse: true, axis: null },
    marks: [
      Plot.areaY(bands.flatMap((band, i) => edges(band, i, width)), {
        x: "x",
        y1: "top",
        y2: "bottom",
        z: "band",
        curve: "bump-x",
        fill: (point: Edge) => colour(point.from),
        fillOpacity: (point: Edge) => (point.silent ? 0.22 : 0.62),
      }),
      blocks(left, [0, BLOCK], colour),
      blocks(right, [width - BLOCK, width], colour),
      ...captions(labels.left, { x: 0, textAnchor: "end", dx: -6 }),
      ...captions(labels.right, { x: width, textAnchor: "start", dx: 6 }),
      Plot.text(startingFigures(bands), {
        x: BLOCK + 5,
        y: "y",
        text: "text",
        textAnchor: "start",
        fill: INK.strong,
        stroke: "white",
        strokeWidth: 3,
      }),
      ...heads(dates, width),
    ],
  }, {
    ...frame,
    legend: legendOf(bands),
  });
}

function captionOf(rows: readonly MigrationRow[]): string {
  const flows = finiteRows(rows, "customers", "no_purchase_since");
  const both = flows.filter(({ from, to }) => from !== null && to !== null);
  const known = total(both);
  if (known === 0) return NO_DATA;
  const stayed = total(both.filter(({ from, to }) => from === to));
  const parts = [
    `${formatPercent(stayed / known)} of ${countOf(known, "customer")} stayed in their segment`,
    movesInWords(both.filter(({ from, to }) => from !== to)),
  ];
  return `${parts.join("; ")}${newInWords(flows.filter(({ from }) => from === null))}.`;
}

function movesInWords(moves: readonly MigrationRow[]): string {
  const most = largest(moves);
  if (!most) return "nobody moved";
  const silent = most.no_purchase_since > 0
    ? ` (${formatNumber(most.no_purchase_since)} of them without a purchase since)`
    : "";
  return `the largest move is ${formatNumber(most.customers)} from ${most.from} to ${most.to}` +
    silent;
}

function newInWords(entries: readonly MigrationRow[]): string {
  const most = largest(entries);
  if (!most) return "";
  return `; of ${countOf(total(entries), "new customer")}, most (${
    formatNumber(most.customers)
  }) joined ${most.to}`;
}

/** The row of most customers; the first by name where several are equal. */
function largest(rows: readonly MigrationRow[]): MigrationRow | undefined {
  const name = ({ from, to }: MigrationRow) => `${from}\n${to}`;
  return rows.filter(({ customers }) => customers > 0)
    .toSorted((a, b) => b.customers - a.customers || (name(a) < name(b) ? -1 : 1))[0];
}

function total(rows: readonly MigrationRow[]): number {
  return rows.reduce((sum, { customers }) => sum + customers, 0);
}

interface Label {
  readonly block: Block;
  readonly text: string;
  readonly figure: string;
  readonly lines: number;
  readonly widths: readonly number[];
}

/** The name of a block, in several lines where there is little room, and its figure below. */
function label(block: Block, figure: string, narrow: boolean): Label {
  const lines = linesOf(block.name, narrow);
  const widths = [...lines.map((line) => textWidth(line, SIZE) * BOLD), textWidth(figure, SIZE)];
  return { block, text: lines.join("\n"), figure, lines: lines.length, widths };
}

/** A name in one line, or where there is little room in at most three; what does not fit is cut. */
function linesOf(name: string, narrow: boolean): string[] {
  if (!narrow) return [shorten(name, 28)];
  const width = 84;
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && textWidth(longer, SIZE) * BOLD <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
  return kept.map((line) => shorten(line, 14));
}

function withChange({ customers }: Block, before: number | undefined): string {
  if (before === undefined) return formatNumber(customers);
  const change = customers - before;
  return `${formatNumber(customers)} (${change > 0 ? "+" : ""}${formatNumber(change)})`;
}

interface Edge {
  readonly band: number;
  readonly from: string;
  readonly silent: boolean;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** The two ends of a band; the curve between them is Plot's. */
function edges({ flow, silent, left, right }: Band, band: number, width: number): Edge[] {
  const end = (x: number, [top, bottom]: readonly [number, number]) => (
    { band, from: flow.from, silent, x, top, bottom }
  );
  return [end(BLOCK, left), end(width - BLOCK, right)];
}

function blocks(column: readonly Block[], [x1, x2]: number[], colour: (name: string) => string) {
  return Plot.rect(column.filter(({ customers }) => customers > 0), {
    x1,
    x2,
    y1: "top",
    y2: "bottom",
    fill: (block: Block) => colour(block.name),
  });
}

/** Names in bold with figures below, the whole centred at its block. */
function captions(
  labels: readonly Label[],
  place: { x: number; dx: number; textAnchor: "start" | "end" },
) {
  const middle = ({ block }: Label) => (block.top + block.bottom) / 2;
  return [1, 2, 3].flatMap((lines) => {
    const such = labels.filter((label) => label.lines === lines);
    const options = { ...place, y: middle, lineHeight: LINE / SIZE, fontSize: SIZE };
    return [
      Plot.text(such, {
        ...options,
        text: "text",
        dy: -LINE / 2,
        fontWeight: 600,
        fill: INK.strong,
      }),
      Plot.text(such, { ...options, text: "figure", dy: lines * LINE / 2, fill: INK.soft }),
    ];
  });
}

/** How many customers set out on a band, where it is thick enough to write upon. */
function startingFigures(bands: readonly Band[]): { y: number; text: string }[] {
  const flows = [...new Set(bands.map(({ flow }) => flow))];
  return flows.flatMap((flow) => {
    const ends = bands.filter((band) => band.flow === flow).flatMap(({ left }) => left);
    const [top, bottom] = [Math.min(...ends), Math.max(...ends)];
    return bottom - top < 13 ? [] : [{ y: (top + bottom) / 2, text: formatNumber(flow.customers) }];
  });
}

function heads({ from, to }: { from: string; to: string }, width: number) {
  const head = (text: string, x: number, textAnchor: "start" | "end") =>
    Plot.text([text], { x, textAnchor, frameAnchor: "top", dy: -24, fill: INK.soft, fontSize: 13 });
  return [head(formatDate(from), BLOCK, "end"), head(formatDate(to), width - BLOCK, "start")];
}

function legendOf(bands: readonly Band[]): LegendEntry[] {
  const entries: LegendEntry[] = [];
  if (bands.some(({ silent, flow }) => !silent && flow.from !== NEW)) {
    entries.push({ kind: "square", label: "bought in between", colour: "#77828d" });
  }
  if (bands.some(({ silent }) => silent)) {
    entries.push({ kind: "square", label: "no purchase since", colour: "#d9dee3" });
  }
  return entries;
}
