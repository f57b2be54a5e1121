import { assert, assertAlmostEquals, assertEquals, assertStringIncludes } from "@std/assert";
import { parseHTML } from "linkedom";
import { migrationLayout } from "../../../src/figures/segments/migration_layout.ts";
import type { SegmentMigration } from "../../../src/segmentation/following/segment_migration.ts";
import { segmentMigrationFigure } from "../../../src/figures/segments/segment_migration.ts";

interface MigrationRow {
  readonly from: string | null;
  readonly to: string | null;
  readonly customers: number;
  readonly no_purchase_since: number;
}

/** The matrices of some moves. */
function migrationOf(rows: readonly MigrationRow[]): SegmentMigration {
  const segments = [...new Set(rows.flatMap(({ from, to }) => [from, to]))]
    .filter((name) => name !== null);
  const count = (from: string | null, to: string | null, of: keyof MigrationRow = "customers") =>
    Number(rows.find((row) => row.from === from && row.to === to)?.[of] ?? 0);
  const matrix = (of: keyof MigrationRow) =>
    segments.map((from) => segments.map((to) => count(from, to, of)));
  const none = segments.map(() => 0);
  return {
    from: "2011-09-10",
    to: "2011-12-10",
    days: 91,
    segments,
    customers: matrix("customers"),
    revenue: matrix("customers"),
    no_purchase_since: matrix("no_purchase_since"),
    entries: { customers: segments.map((to) => count(null, to)), revenue: none },
    exits: { customers: segments.map((from) => count(from, null)), revenue: none },
    share_stayed: null,
  };
}

const SEGMENTS = ["High-value customers", "Budget buyers", "Lapsed"];
const rows: MigrationRow[] = [
  ...SEGMENTS.flatMap((from, i) =>
    SEGMENTS.map((to, j) => ({
      from,
      to,
      customers: i === j ? 400 : 20 + 30 * i,
      no_purchase_since: j === 2 ? 20 : 0,
    }))
  ),
  { from: null, to: "Budget buyers", customers: 150, no_purchase_since: 0 },
  { from: "Lapsed", to: null, customers: 50, no_purchase_since: 0 },
];
const widths = [300, 340, 400, 480, 720, 1280];

interface Dom {
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Dom>;
}

const elements = (svg: string, selector: string) => {
  const { document } = parseHTML(svg) as unknown as { document: Dom };
  return [...document.querySelectorAll(selector)];
};

Deno.test("segmentMigrationFigure: every number is drawn, in any width, and rows stay as they were", () => {
  const migration = Object.freeze(migrationOf(rows));
  for (const width of widths) {
    const svg = segmentMigrationFigure(migration, { width }).svg();
    assert(!/NaN|undefined|null|Infinity/.test(svg));
    const words = elements(svg, "text").map((text) => text.textContent).join("|");
    // 400 + 20 + 20 before; 400 + 50 + 80 after.
    for (const word of ["440", "530 (+90)", "10 Sep 2011", "10 Dec 2011", "no purchase since"]) {
      assertStringIncludes(words, word);
    }
    assertStringIncludes(words.replaceAll("|", " "), "No longer");
    assertEquals(
      svg,
      segmentMigrationFigure(migration, { width }).svg(),
    );
  }
});

Deno.test("segmentMigrationFigure: where nobody is new, silent or missing, nothing says so", () => {
  const svg = segmentMigrationFigure(
    migrationOf([{ from: "A", to: "B", customers: 5, no_purchase_since: 0 }]),
  )
    .svg();
  assert(!/New customers|No longer|no purchase since/.test(svg));
  assertStringIncludes(svg, "bought in between");
});

Deno.test("segmentMigrationFigure: without rows, or with missing numbers, it says no data", () => {
  assertStringIncludes(segmentMigrationFigure(migrationOf([])).svg(), "no data");
  assertStringIncludes(
    segmentMigrationFigure(migrationOf([{ ...rows[0], customers: NaN }])).svg(),
    "no data",
  );
  assertStringIncludes(
    segmentMigrationFigure(migrationOf([{ ...rows[0], customers: 0 }])).svg(),
    "no data",
  );
});

Deno.test("segmentMigrationFigure: hostile names are escaped", () => {
  const from = `</svg><script>alert("x")</script>&\u0000`;
  const svg = segmentMigrationFigure(migrationOf([{ ...rows[0], from }])).svg();
  assert(!svg.includes("<script") && !svg.includes("\u0000"));
});

Deno.test("migrationLayout: bands fill their blocks without gap or overlap", () => {
  const flows = rows.map(({ from, to, customers, no_purchase_since }) => (
    { from: from ?? "new", to: to ?? "gone", customers, silent: no_purchase_since }
  ));
  const room = { all: 300, least: 30, air: 10 };
  const { left, right, bands, height } = migrationLayout(
    flows,
    [...SEGMENTS, "new"],
    [...SEGMENTS, "gone"],
    room,
  );
  const total = flows.reduce((sum, { customers }) => sum + customers, 0);
  for (const [column, side, end] of [[left, "left", "from"], [right, "right", "to"]] as const) {
    for (const { name, customers, top, bottom } of column) {
      assertAlmostEquals(bottom - top, customers / total * room.all, 1e-9);
      const ends = bands.filter(({ flow }) => flow[end] === name).map((band) => band[side])
        .toSorted(([a], [b]) => a - b);
      assertAlmostEquals(ends[0][0], top, 1e-9);
      assertAlmostEquals(ends[ends.length - 1][1], bottom, 1e-9);
      ends.slice(1).forEach(([start], i) => assertAlmostEquals(start, ends[i][1], 1e-9));
    }
    column.slice(1).forEach(({ top }, i) => assert(top >= column[i].bottom + room.air - 1e-9));
    assert(column.every(({ bottom }) => bottom <= height));
  }
  assert(bands.every(({ left: [a, b], right: [c, d] }) => Math.abs(b - a - (d - c)) < 1e-9));
});
