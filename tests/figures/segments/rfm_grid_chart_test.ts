import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { parseHTML } from "linkedom";
import { rfmGridChart, type RfmGridRow } from "../../../src/figures/segments/rfm_grid_chart.ts";
import { rfmSegmentOf } from "../../../src/customers/rfm/rfm_segment_of.ts";
import { RFM_SEGMENTS } from "../../../src/customers/rfm/rfm_segments.ts";

const cells: RfmGridRow[] = [1, 2, 3, 4, 5].flatMap((recency) =>
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

Deno.test("rfmGridChart: every segment is named once, at any width", () => {
  for (const width of [860, 720, 480, 340]) {
    const svg = rfmGridChart(cells, { width });
    assertSound(svg);
    const texts = textsOf(svg);
    for (const { name } of RFM_SEGMENTS) {
      assertEquals(texts.filter((text) => text === name).length, 1, `${name} at ${width}`);
    }
  }
});

Deno.test("rfmGridChart: shares of customers or of revenue; a cell without anybody has none", () => {
  const customers = textsOf(rfmGridChart(cells)).filter((text) => text.endsWith("%"));
  const revenue = textsOf(rfmGridChart(cells, { count: "revenue" }));
  const total = cells.reduce((sum, cell) => sum + cell.customers, 0);
  const largest = `${(100 * 55 / total).toFixed(1)}\u00a0%`;
  assert(customers.includes(largest), `${customers}`);
  // 24 cells, and both ends of the legend.
  assertEquals(customers.length, 26);
  assert(rfmGridChart(cells).includes("nobody"));
  assert(!rfmGridChart(cells.filter((cell) => cell.customers > 0)).includes("nobody"));
  // 5,000 of 5 × 15,000.
  assert(revenue.includes("6.7\u00a0%"), `${revenue}`);
});

Deno.test("rfmGridChart: areas are bordered where the segment changes, and nowhere else", () => {
  const lines = (rows: RfmGridRow[]) => rfmGridChart(rows).split('<path d="M').length - 1;
  const alike = cells.map((cell) => ({ ...cell, segment: "All" }));
  // 40 pairs of neighbours; those within an area of the map have no border.
  const within = cells.flatMap(({ recency, volume, segment }) =>
    [[recency + 1, volume], [recency, volume + 1]].filter(([r, v]) =>
      r <= 5 && v <= 5 && rfmSegmentOf(r, v) === segment
    )
  );
  assertEquals(lines(cells) - lines(alike), 40 - within.length);
});

Deno.test("rfmGridChart: one cell, no cells, missing numbers, hostile names", () => {
  const frozen = Object.freeze(cells.map((cell) => Object.freeze({ ...cell })));
  assertEquals(rfmGridChart(frozen), rfmGridChart(cells));
  assertSound(rfmGridChart([cells[0]]));
  assertStringIncludes(rfmGridChart([]), "no data");
  assertStringIncludes(rfmGridChart(cells.map((cell) => ({ ...cell, customers: NaN }))), "no data");
  assertSound(rfmGridChart(cells.map((cell) => ({ ...cell, customers: 0, revenue: 0 }))));
  assertSound(rfmGridChart(cells.map((cell) => ({ ...cell, segment: ATTACK })), { title: ATTACK }));
  assertThrows(() => rfmGridChart(cells, { width: 200 }), RangeError, "got 200");
});
