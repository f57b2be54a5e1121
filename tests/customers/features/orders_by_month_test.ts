import { assertEquals } from "@std/assert";
import { ordersByMonth } from "../../../src/customers/features/orders_by_month.ts";
import { rfmSummary } from "../../../src/customers/rfm/rfm_summary.ts";
import { takeSnapshot } from "../../../src/customers/snapshot.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import pandas from "../../fixtures/customers_pandas.json" with { type: "json" };
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { source } from "../purchases.ts";

Deno.test("ordersByMonth: an order counts once, in the month of its first line", () => {
  const lines = [
    { customer: "8", invoice: "1", date: "2024-01-31T23:59:00" },
    { customer: "8", invoice: "1", date: "2024-02-01T00:01:00" },
    { customer: "7", invoice: "2", date: "2023-12-05" },
    { customer: "7", invoice: "3", date: "2022-12-05" },
  ];
  const months = ordersByMonth(takeSnapshot(source(lines), "2024-06-01"));
  assertEquals(months.row(0), ["7", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  assertEquals(months.row(1), ["8", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

Deno.test({
  name: "ordersByMonth: parity with pandas on the UCI file, and rows add up to frequency",
  ignore: !onlineRetailPath,
  fn() {
    const snapshot = takeSnapshot(onlineRetail(), "2011-12-10");
    const months = ordersByMonth(snapshot);
    const columns = Object.entries(pandas.orders_by_month);
    assertEquals(months.columns, ["customer_id", ...columns.map(([m]) => `month_${m}`)]);
    const total = new Float64Array(months.height);
    for (const [month, orders] of columns) {
      const counts = numberColumn(months, `month_${month}`);
      assertEquals(counts.reduce((a, b) => a + b, 0), orders, month);
      counts.forEach((count, i) => (total[i] += count));
    }
    assertEquals(total, numberColumn(rfmSummary(snapshot), "frequency"));
  },
});
