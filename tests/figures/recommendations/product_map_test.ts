import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parseHTML } from "linkedom";
import { CATEGORIES, INK } from "../../../src/figures/drawing/palette.ts";
import { textWidth } from "../../../src/figures/drawing/svg_text.ts";
import { productMapFigure } from "../../../src/figures/recommendations/product_map.ts";
import type { ProductMap } from "../../../src/recommendation/map/product_map.ts";

const ATTACK = `</svg><script>alert("x")</script>&\u0000`;

/** Ten neighbourhoods of four products in a square each, two rows of five. */
const MAP: ProductMap = {
  nodes: Array.from({ length: 40 }, (_, i) => ({
    product_id: `P${i}`,
    name: `PRODUCT NUMBER ${i} WITH A LONG DESCRIPTION`,
    x: 3 * (Math.floor(i / 4) % 5) + i % 2,
    y: 3 * Math.floor(i / 20) + Math.floor(i % 4 / 2),
    neighbourhood: Math.floor(i / 4) + 1,
    customers: 400 - 9 * i,
  })),
  links: Array.from({ length: 40 }, (_, i) => ({
    from: `P${i}`,
    to: `P${(i + 1) % 40}`,
    similarity: 0.2 + (i % 5) / 10,
    customers_in_common: 30 + i,
  })),
  neighbourhoods: Array.from({ length: 10 }, (_, i) => (
    { neighbourhood: i + 1, name: `GROUP ${"ABCDEFGHIJ"[i]}`, products: 4 }
  )),
};

interface Dom {
  readonly textContent: string;
  readonly parentElement: Dom | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Dom>;
  querySelector(selector: string): Dom | null;
}

const dom = (svg: string) => (parseHTML(svg) as unknown as { document: Dom }).document;
const circles = (svg: string) => [...dom(svg).querySelectorAll("svg svg circle")];

Deno.test("productMapFigure: a dot per product, a line per link, a name per neighbourhood", () => {
  const svg = productMapFigure(MAP).svg();
  assertEquals(circles(svg).length, 40);
  assertEquals(svg.split("customers in common").length - 1, 40);
  assertStringIncludes(svg, "PRODUCT NUMBER 7 WITH A LONG DESCRIPTION (P7): 337 customers");
  for (const letter of "ABCDEFGH") assertStringIncludes(svg, `>Group ${letter.toLowerCase()}<`);
  // Eight colours: the ninth and tenth are among the others.
  assert(!svg.includes(">Group i<"));
  assertStringIncludes(svg, ">others<");
});

Deno.test("productMapFigure: the area of a dot is the customers', the colour its neighbourhood's", () => {
  const nodes = [0, 1].map((i) => ({ ...MAP.nodes[4 * i], customers: [400, 100][i] }));
  const [large, small] = circles(productMapFigure({ ...MAP, nodes }).svg());
  const r = (circle: Dom) => Number(circle.getAttribute("r"));
  assert(Math.abs(r(large) / r(small) - 2) < 0.01, `${r(large)} and ${r(small)}`);
  assertEquals([large, small].map((dot) => dot.getAttribute("fill")), CATEGORIES.slice(0, 2));
});

Deno.test("productMapFigure: names touch neither each other nor dots, and stay inside", () => {
  for (const width of [860, 720, 480, 340]) {
    const svg = productMapFigure(MAP, { width }).svg();
    const size = width < 600 ? 10.5 : 11;
    const height = Number(dom(svg).querySelector("svg svg")!.getAttribute("height"));
    const boxes = [...dom(svg).querySelectorAll("svg svg text")]
      .filter((text) => text.textContent.startsWith("Product"))
      .map((text) => boxOf(text, size));
    assert(boxes.length >= 10, `${boxes.length} names at ${width}`);
    const dots = circles(svg).map((dot) => {
      const [x, y, r] = ["cx", "cy", "r"].map((name) => Number(dot.getAttribute(name)));
      return { left: x - r, right: x + r, top: y - r, bottom: y + r };
    });
    boxes.forEach((box, i) => {
      assert(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height);
      for (const other of [...boxes.slice(0, i), ...dots]) {
        const apart = box.left >= other.right || other.left >= box.right ||
          box.top >= other.bottom || other.top >= box.bottom;
        assert(apart, JSON.stringify({ width, box, other }));
      }
    });
  }
});

/** The box of a name's lines, by the width that the chart reckons with. */
function boxOf(text: Dom, size: number) {
  const [x, y] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(text.getAttribute("transform")!)!
    .slice(1).map(Number);
  const lines = [...text.querySelectorAll("tspan")].map((line) => line.textContent);
  const written = lines.length ? lines : [text.textContent];
  const width = Math.max(...written.map((line) => textWidth(line, size)));
  const anchor = text.parentElement!.getAttribute("text-anchor") ?? "middle";
  const left = x - width * ({ start: 0, end: 1 }[anchor] ?? 0.5);
  const half = written.length * size * 1.1 / 2;
  return { left, right: left + width, top: y - half, bottom: y + half };
}

Deno.test("productMapFigure: a telephone's map stands upright", () => {
  const spans = [720, 340].map((width) => {
    const places = circles(productMapFigure(MAP, { width }).svg());
    return ["cx", "cy"].map((name) => {
      const values = places.map((circle) => Number(circle.getAttribute(name)));
      return Math.max(...values) - Math.min(...values);
    });
  });
  assert(spans[0][0] > spans[0][1] && spans[1][0] < spans[1][1], JSON.stringify(spans));
});

Deno.test("productMapFigure: nothing, one product, no links, missing numbers, unknown ends", () => {
  const none = { nodes: [], links: [], neighbourhoods: [] };
  assertStringIncludes(productMapFigure(none).svg(), "no data");
  const one = productMapFigure({ ...none, nodes: [{ ...MAP.nodes[0], neighbourhood: 0 }] }).svg();
  assertEquals(circles(one).length, 1);
  assertStringIncludes(one, INK.reference);
  assertEquals(circles(productMapFigure({ ...MAP, links: [] }).svg()).length, 40);
  const nodes = MAP.nodes.map((node, i) => (i % 2 ? { ...node, x: NaN } : node));
  const links = [...MAP.links, { ...MAP.links[0], to: "?" }, { ...MAP.links[0], similarity: NaN }];
  const svg = productMapFigure({ ...MAP, nodes, links }).svg();
  assertEquals(circles(svg).length, 20);
  for (const drawn of [one, svg, productMapFigure({ ...MAP, links: [] }).svg()]) {
    assert(!/NaN|undefined|Infinity/.test(drawn));
  }
});

Deno.test("productMapFigure: hostile text is text", () => {
  const svg = productMapFigure({
    nodes: MAP.nodes.map((node) => ({ ...node, name: ATTACK })),
    links: MAP.links,
    neighbourhoods: MAP.neighbourhoods.map((row) => ({ ...row, name: ATTACK })),
  }, { title: ATTACK }).svg();
  assert(!svg.includes("<script") && !svg.includes("\u0000"));
  assertEquals(svg.split("</svg>").length - 1, 2);
});

Deno.test("productMapFigure: the same again, rows left as they were, title and width", () => {
  const frozen = structuredClone(MAP);
  for (const rows of Object.values(frozen)) rows.forEach(Object.freeze), Object.freeze(rows);
  const svg = productMapFigure(frozen).svg();
  assertEquals(productMapFigure(MAP).svg(), svg);
  const title = { title: "A < B", showTitle: false };
  assertEquals(productMapFigure(MAP, title).svg().split("A &lt; B").length - 1, 1);
  assertThrows(() => productMapFigure(MAP, { width: 200 }).svg(), RangeError, "got 200");
});
