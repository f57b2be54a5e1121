import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parseHTML } from "linkedom";
import type { RfmGridCell } from "../../../src/customers/rfm/rfm_grid.ts";
import { rfmSegmentOf } from "../../../src/customers/rfm/rfm_segment_of.ts";
import { RFM_SEGMENTS } from "../../../src/customers/rfm/rfm_segments.ts";
import { rfmGridFigure } from "../../../src/figures/segments/rfm_grid.ts";

const cells: RfmGridCell[] = [1, 2, 3, 4, 5].flatMap((recency) =>
  [1, 2, 3, 4, 5].map((volume) => ({
    recency,
    volume,
    segment: rfmSegmentOf(recency, volume),
    customers: recency === 5 && volume === 1 ? 0 : 10 * recency + volume,
    revenue: 1000 * volume,
  }))
);
const ATTACK = `</svg><script>alert("x")</script>&\u0000`;

/** The texts of a drawing, wrapped lines put together. */
function textsOf(svg: string): string[] {
  const { document } = parseHTML(svg) as unknown as { document: Dom };
  return Array.from(document.querySelectorAll("text"), (text) => {
    const lines = Array.from(text.querySelectorAll("tspan"), (line) => line.textContent);
    return lines.length > 0 ? lines.join(" ") : text.textContent;
  });
}

interface Dom {
  readonly textContent: string;
  querySelectorAll(selector: string): Iterable<Dom>;
}

function assertSound(svg: string): void {
  assert(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"') && svg.endsWith("</svg>"));
  for (const junk of ["NaN", "undefined", "null", "Infinity", "<script", "<style", "\u0000"]) {
    assert(!svg.includes(junk), junk);
  }
}

Deno.test("rfmGridFigure: every segment is named once, at any width", () => {
  for (const width of [860, 720, 480, 340]) {
    const svg = rfmGridFigure(cells, { width }).svg();
    assertSound(svg);
    const texts = textsOf(svg);
    for (const { name } of RFM_SEGMENTS) {
      assertEquals(texts.filter((text) => text === name).length, 1, `${name} at ${width}`);
    }
  }
});

Deno.test("rfmGridFigure: shares of customers or of revenue; a cell without anybody has none", () => {
  const customers = textsOf(rfmGridFigure(cells).svg()).filter((text) => text.endsWith("%"));
  const revenue = textsOf(rfmGridFigure(cells, { count: "revenue" }).svg());
  const total = cells.reduce((sum, cell) => sum + cell.customers, 0);
  const largest = `${(100 * 55 / total).toFixed(1)}\u00a0%`;
  assert(customers.includes(largest), `${customers}`);
  // 24 cells, and both ends of the legend.
  assertEquals(customers.length, 26);
  assert(rfmGridFigure(cells).svg().includes("nobody"));
  assert(!rfmGridFigure(cells.filter((cell) => cell.customers > 0)).svg().includes("nobody"));
  // 5,000 of 5 × 15,000.
  assert(revenue.includes("6.7\u00a0%"), `${revenue}`);
});

Deno.test("rfmGridFigure: areas are bordered where the segment changes, and nowhere else", () => {
  const lines = (rows: RfmGridCell[]) => rfmGridFigure(rows).svg().split('<path d="M').length - 1;
  const alike = cells.map((cell) => ({ ...cell, segment: "All" }));
  // 40 pairs of neighbours; those within an area of the map have no border.
  const within = cells.flatMap(({ recency, volume, segment }) =>
    [[recency + 1, volume], [recency, volume + 1]].filter(([r, v]) =>
      r <= 5 && v <= 5 && rfmSegmentOf(r, v) === segment
    )
  );
  assertEquals(lines(cells) - lines(alike), 40 - within.length);
});

Deno.test("rfmGridFigure: one cell, no cells, missing numbers, hostile names", () => {
  const frozen = Object.freeze(cells.map((cell) => Object.freeze({ ...cell })));
  assertEquals(rfmGridFigure(frozen).svg(), rfmGridFigure(cells).svg());
  assertSound(rfmGridFigure([cells[0]]).svg());
  assertStringIncludes(rfmGridFigure([]).svg(), "no data");
  assertStringIncludes(
    rfmGridFigure(cells.map((cell) => ({ ...cell, customers: NaN }))).svg(),
    "no data",
  );
  assertSound(rfmGridFigure(cells.map((cell) => ({ ...cell, customers: 0, revenue: 0 }))).svg());
  assertSound(
    rfmGridFigure(cells.map((cell) => ({ ...cell, segment: ATTACK })), { title: ATTACK }).svg(),
  );
  assertThrows(() => rfmGridFigure(cells, { width: 200 }).svg(), RangeError, "got 200");
});
