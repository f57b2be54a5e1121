import { countOf, formatNumber } from "../../words/numbers.ts";
import * as Plot from "@observablehq/plot";
import { type Drawing, type Figure, figure, type FigureOptions } from "../drawing/figure.ts";
import { finiteRows } from "../drawing/finite_rows.ts";
import { type DotLabel, labelDots, type Line } from "../drawing/place_labels.ts";
import type { LegendEntry } from "../drawing/legend.ts";
import { CATEGORIES, INK } from "../drawing/palette.ts";
import { renderNoData, renderPlot } from "../drawing/render.ts";
import { shortProductName } from "./short_product_name.ts";
import { textWidth } from "../drawing/svg_text.ts";
import type { ProductMap, ProductMapNode } from "../../recommendation/map/product_map.ts";
import { NO_DATA } from "../../words/sentences.ts";

/** A product at its place in the drawing, in pixels. */
interface Dot extends ProductMapNode {
  readonly left: number;
  readonly top: number;
  readonly r: number;
  readonly colour: string;
}

/** Below this width, in pixels, the map stands upright: side by side, names would have no room. */
const UPRIGHT = 600;
const MARGIN = 14;
/** Room at the bottom for the sentence that explains sizes. */
const FOOT = 26;
/** Height of a line of a name, in font sizes. */
const LINE = 1.1;
/** Width of the ground along the links of a neighbourhood, in pixels. */
const GROUND = { narrow: 22, wide: 34 } as const;
/** Share of the colour in the ground of a neighbourhood. */
const PALE = 0.11;

/**
 * Products as a map: near and linked are those that the same customers buy, each neighbourhood in its
 * colour.
 *
 * Dots grow with the customers (by area), lines get thicker with the similarity. Names stand where
 * there is room, those of popular products first; all are in the tooltips. On a telephone the map is
 * turned upright.
 *
 * @param map Products, links and neighbourhoods, such as `productMap` returns.
 * @param options Title and width.
 * @returns A figure, with the caption: how many neighbourhoods there are, and the largest.
 *
 * @example
 * ```ts
 * import { productMapFigure } from "./product_map.ts";
 * import { assert, assertEquals } from "@std/assert";
 *
 * const { svg, caption } = productMapFigure({
 *   nodes: [
 *     { product_id: "CUP", name: "RED CUP", x: 0, y: 0, neighbourhood: 1, customers: 12 },
 *     { product_id: "TEA", name: "GREEN TEA", x: 1, y: 0, neighbourhood: 1, customers: 9 },
 *   ],
 *   links: [{ from: "CUP", to: "TEA", similarity: 0.4, customers_in_common: 6 }],
 *   neighbourhoods: [{ neighbourhood: 1, name: "RED CUP", products: 2 }],
 * });
 * assert(svg().includes("Red cup") && svg().includes("Green tea"));
 * assertEquals(
 *   caption,
 *   "2 products form 1 neighbourhood of products bought by the same customers, the largest around " +
 *     "“RED CUP” with 2 products; 0 stand alone.",
 * );
 * ```
 */
export function productMapFigure(map: ProductMap, options: FigureOptions = {}): Figure {
  return figure({
    title: "Products that the same customers buy",
    draw: (frame) => draw(map, frame),
    caption: captionOf(map),
    rows: map.nodes,
    table: { columns: ["product_id", "name", "customers", "neighbourhood"] },
  }, options);
}

function draw(map: ProductMap, frame: Drawing): string {
  const nodes = finiteRows(map.nodes, "x", "y", "customers");
  if (nodes.length === 0) return renderNoData(frame);
  const narrow = frame.width < UPRIGHT;
  const colours = new Map(
    map.neighbourhoods.slice(0, CATEGORIES.length)
      .map(({ neighbourhood }, i) => [neighbourhood, CATEGORIES[i]]),
  );
  const { dots, height } = placedDots(nodes, colours, frame.width);
  const byId = new Map(dots.map((dot) => [dot.product_id, dot]));
  const links = finiteRows(map.links, "similarity")
    .flatMap((link) => {
      const [from, to] = [byId.get(link.from), byId.get(link.to)];
      return from && to ? [{ ...link, a: from, b: to }] : [];
    });
  const strongest = Math.max(...links.map(({ similarity }) => similarity));
  const size = narrow ? 10.5 : 11;
  const lines = links.map(({ a, b }): Line => ({
    x1: a.left,
    y1: a.top,
    x2: b.left,
    y2: b.top,
    group: a.neighbourhood === b.neighbourhood ? a.neighbourhood : undefined,
  }));
  const names = placedNames(dots, lines, { width: frame.width, height, size, narrow });
  const within = links.filter(({ a, b }) => a.neighbourhood === b.neighbourhood);
  return renderPlot({
    x: { axis: null, domain: [0, frame.width] },
    height,
    margin: 0,
    y: { axis: null, domain: [height, 0] },
    r: { type: "identity" },
    marks: [
      Plot.link(within, {
        ...ENDS,
        stroke: ({ a }: { a: Dot }) => pale(a.colour),
        strokeWidth: narrow ? GROUND.narrow : GROUND.wide,
        strokeLinecap: "round",
      }),
      links.map((link) =>
        Plot.link([link], {
          ...ENDS,
          stroke: link.a.neighbourhood === link.b.neighbourhood ? link.a.colour : INK.reference,
          strokeOpacity: 0.45,
          strokeWidth: 0.8 + 2.2 * link.similarity / strongest,
          title: () =>
            `${link.a.name} – ${link.b.name}: similarity ${formatNumber(link.similarity, 2)}, ` +
            `${formatNumber(link.customers_in_common)} customers in common`,
        })
      ),
      Plot.dot(dots, {
        x: "left",
        y: "top",
        r: "r",
        fill: "colour",
        stroke: "white",
        strokeWidth: 1.5,
        title: (dot: Dot) =>
          `${dot.name} (${dot.product_id}): ${formatNumber(dot.customers)} customers`,
      }),
      ...(["start", "middle", "end"] as const).map((anchor) =>
        Plot.text(names.filter((name) => name.anchor === anchor), {
          x: "x",
          y: "y",
          text: "text",
          textAnchor: anchor,
          lineAnchor: "middle",
          lineHeight: LINE,
          fontSize: size,
          fill: INK.strong,
          stroke: "white",
          strokeWidth: 3,
        })
      ),
      Plot.text([narrow ? SIGNS_SHORT : SIGNS], {
        x: 0,
        y: height - 8,
        textAnchor: "start",
        fill: INK.soft,
        fontSize: 11.5,
      }),
    ],
  }, {
    ...frame,
    legend: legendOf(map, dots, colours, narrow),
  });
}

function captionOf({ nodes, neighbourhoods }: ProductMap): string {
  if (nodes.length === 0) return NO_DATA;
  const [largest] = neighbourhoods;
  if (largest === undefined) return "No two products are among each other's nearest neighbours.";
  const alone = nodes.filter(({ neighbourhood }) => neighbourhood === 0).length;
  return `${countOf(nodes.length, "product")} form ` +
    `${
      countOf(neighbourhoods.length, "neighbourhood")
    } of products bought by the same customers, the largest ` +
    `around “${largest.name}” with ${countOf(largest.products, "product")}; ${
      formatNumber(alone)
    } ` +
    `stand alone.`;
}

/** The two ends of a link. */
const ENDS = {
  x1: ({ a }: { a: Dot }) => a.left,
  y1: ({ a }: { a: Dot }) => a.top,
  x2: ({ b }: { b: Dot }) => b.left,
  y2: ({ b }: { b: Dot }) => b.top,
} as const;

const SIGNS = "Larger dot: more customers. Thicker line: more similar buyers.";
const SIGNS_SHORT = "Larger dot: more customers. Thicker line: more alike.";

/** Fills the width; on narrow drawings the longer side of the map stands upright. */
function placedDots(
  nodes: readonly ProductMapNode[],
  colours: ReadonlyMap<number, string>,
  width: number,
): { dots: Dot[]; height: number } {
  const narrow = width < UPRIGHT;
  const [across, down] = narrow ? ["y", "x"] as const : ["x", "y"] as const;
  const range = (of: "x" | "y") => {
    const values = nodes.map((node) => node[of]);
    return [Math.min(...values), Math.max(...values)];
  };
  const [[left, right], [top, bottom]] = [range(across), range(down)];
  // Names of dots at the sides need room, too.
  const side = narrow ? 30 : 60;
  const inner = width - 2 * side;
  const most = narrow ? 46 : 64;
  const unit = Math.min(most, inner / Math.max(right - left, 1e-9));
  // Names are wider than high: dots that are apart from top to bottom leave more room for them.
  const upright = unit * (narrow ? 1.3 : 1.1);
  const height = Math.ceil(upright * (bottom - top) + 5 * MARGIN + FOOT);
  const largest = Math.max(...nodes.map(({ customers }) => customers));
  const radius = narrow ? 8 : 12;
  const dots = nodes.map((node): Dot => ({
    ...node,
    left: width / 2 + unit * (node[across] - (left + right) / 2),
    top: 2 * MARGIN + upright * (node[down] - top),
    r: Math.max(2.5, radius * Math.sqrt(Math.max(0, node.customers) / Math.max(largest, 1))),
    colour: colours.get(node.neighbourhood) ?? INK.reference,
  }));
  // Small dots upon large ones.
  return { dots: dots.sort((a, b) => b.r - a.r), height };
}

/** The names for which there is room, those of each neighbourhood's most popular product first. */
function placedNames(
  unordered: readonly Dot[],
  lines: readonly Line[],
  { width, height, size, narrow }: {
    width: number;
    height: number;
    size: number;
    narrow: boolean;
  },
): (DotLabel & { text: string })[] {
  const leaders = [...Map.groupBy(unordered, (dot) => dot.neighbourhood).values()]
    .map((members) => members[0]);
  const dots = [...new Set([...leaders.filter((dot) => dot.neighbourhood > 0), ...unordered])];
  // In two lines or, where these are too wide, in three shorter ones.
  const rooms = narrow
    ? [{ length: 14, lines: 2 }, { length: 10, lines: 3 }]
    : [{ length: 18, lines: 2 }, { length: 12, lines: 3 }];
  const texts = dots.map(({ name }) => rooms.map((room) => shortProductName(name, room)));
  const named = dots.map(({ left, top, r, neighbourhood }, i) => ({
    x: left,
    y: top,
    r,
    group: neighbourhood,
    sizes: texts[i].map((text) => sizeOf(text.split("\n"), size)),
  }));
  const bounds = { left: 2, right: width - 2, top: 2, bottom: height - FOOT };
  const ground = (narrow ? GROUND.narrow : GROUND.wide) / 2;
  return labelDots(named, { bounds, lines, ground })
    .flatMap((place, i) => (place ? [{ ...place, text: texts[i][place.size] }] : []));
}

/** With some air, so that two names side by side are not read as one. */
function sizeOf(lines: readonly string[], size: number): { width: number; height: number } {
  return {
    width: Math.max(...lines.map((line) => textWidth(line, size))) + 3,
    height: lines.length * size * LINE + 2,
  };
}

/** A colour mixed with much white, as `#rrggbb`. */
function pale(colour: string): string {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `#${
    channels.map((c) => Math.round(255 - (255 - c) * PALE).toString(16).padStart(2, "0")).join("")
  }`;
}

function legendOf(
  map: ProductMap,
  dots: readonly Dot[],
  colours: ReadonlyMap<number, string>,
  narrow: boolean,
): LegendEntry[] {
  const entries = map.neighbourhoods.flatMap(({ neighbourhood, name }): LegendEntry[] => {
    const colour = colours.get(neighbourhood);
    if (colour === undefined) return [];
    return [{ kind: "dot", label: shortProductName(name, { length: narrow ? 22 : 26 }), colour }];
  });
  const others = dots.some(({ neighbourhood }) => !colours.has(neighbourhood));
  const label = entries.length > 0 ? "others" : "products";
  return others ? [...entries, { kind: "dot", label, colour: INK.reference }] : entries;
}
