import pl from "nodejs-polars";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { rfmGrid } from "../../../src/customers/rfm/rfm_grid.ts";
import { rfmScores } from "../../../src/customers/rfm/rfm_scores.ts";
import { rfmSegmentTable } from "../../../src/customers/rfm/rfm_segment_table.ts";

// Two rich recent customers, one large one long gone, and three who bought once, long ago.
const customers = rfmScores(pl.DataFrame({
  recency_days: [1, 2, 200, 250, 300, 400],
  frequency: [9, 8, 7, 1, 1, 1],
  monetary_value: [900.1, 800.2, 700.3, 10, 20, 30],
}));

Deno.test("rfmSegmentTable: shares add up to 1, the largest revenue comes first", () => {
  const rows = rfmSegmentTable(customers);
  assertEquals(rows[0].segment, "Champions");
  assertEquals([rows[0].customers, rows[0].revenue], [2, 1700.3]);
  assertEquals([rows[0].recency_days, rows[0].frequency], [1.5, 8.5]);
  const total = (field: "customers" | "share_of_customers" | "share_of_revenue") =>
    rows.reduce((sum, row) => sum + row[field], 0);
  assertEquals(total("customers"), 6);
  assertAlmostEquals(total("share_of_customers"), 1, 1e-12);
  assertAlmostEquals(total("share_of_revenue"), 1, 1e-12);
  assertEquals(
    rows.map(({ revenue }) => revenue),
    rows.map((r) => r.revenue).sort((a, b) => b - a),
  );
});

Deno.test("rfmSegmentTable: one customer is one row; worth nothing, it has no share of revenue", () => {
  const one = rfmScores(
    pl.DataFrame({ recency_days: [3], frequency: [1], monetary_value: [0] }),
  );
  assertEquals(rfmSegmentTable(one), [{
    segment: "New",
    customers: 1,
    revenue: 0,
    share_of_customers: 1,
    share_of_revenue: 0,
    recency_days: 3,
    frequency: 1,
    monetary_value: 0,
  }]);
});

Deno.test("rfmGrid: has every cell, and adds up to the table of segments", () => {
  const cells = rfmGrid(customers);
  assertEquals(cells.length, 25);
  for (const row of rfmSegmentTable(customers)) {
    const own = cells.filter((cell) => cell.segment === row.segment);
    assertEquals(own.reduce((sum, cell) => sum + cell.customers, 0), row.customers);
    assertAlmostEquals(own.reduce((sum, cell) => sum + cell.revenue, 0), row.revenue, 1e-9);
  }
});
