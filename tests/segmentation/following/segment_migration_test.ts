import pl, { type DataFrame } from "nodejs-polars";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import {
  type SegmentMigration,
  segmentMigration,
} from "../../../src/segmentation/following/segment_migration.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { toyCustomers, toyModel } from "../toy_model.ts";

const model = toyModel(toyCustomers(), ["Alpha", "Beta", "Gamma"]);
const dates = { from: "2011-09-10", to: "2011-12-10" };
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const spend = (customers: DataFrame) => sum([...numberColumn(customers, "monetary_value")]);

/** Every customer of either table is counted once, with all of their money. */
function assertAccounted(migration: SegmentMigration, before: DataFrame, after: DataFrame) {
  const { customers, revenue, no_purchase_since, entries, exits } = migration;
  assertEquals(sum(customers.flat()) + sum(entries.customers), after.height);
  assertEquals(sum(customers.flat()) + sum(exits.customers), before.height);
  assertAlmostEquals(sum(revenue.flat()) + sum(entries.revenue), spend(after), 1e-6);
  customers.forEach((row, i) =>
    row.forEach((count, j) => assert(no_purchase_since[i][j] <= count))
  );
  assert(!JSON.stringify(migration).includes("null"), "JSON writes NaN as null");
}

Deno.test("segmentMigration: nobody moves where nothing changed but ninety-one silent days", () => {
  const before = toyCustomers(90);
  const after = before.withColumns(pl.col("recency_days").add(91));
  const moved = segmentMigration(model, before, after, dates);
  assertAccounted(moved, before, after);
  assertEquals(moved.days, 91);
  assertEquals(moved.no_purchase_since, moved.customers);
  assertEquals([sum(moved.entries.customers), sum(moved.exits.customers)], [0, 0]);
});

Deno.test("segmentMigration: customers who buy again, come and go are counted where they are", () => {
  const all = toyCustomers(120);
  const before = all.head(90), after = all.tail(100);
  const moved = segmentMigration(model, before, after, dates);
  assertAccounted(moved, before, after);
  // Recency is the same at both dates: all 70 of both bought in between, and stayed what they are.
  assertEquals(sum(moved.customers.flat()), 70);
  assertEquals(sum(moved.no_purchase_since.flat()), 0);
  assertEquals(moved.share_stayed, 1);
  assertEquals([sum(moved.entries.customers), sum(moved.exits.customers)], [30, 20]);
  assertAlmostEquals(sum(moved.exits.revenue), spend(all.head(20)), 1e-6);
});

Deno.test("segmentMigration: revenue beyond 2^53 millionths is exact in any order", () => {
  const monetary_value = [2 ** 53 / 1e6, 0.000001, 0.000001];
  const after = pl.DataFrame({
    customer_id: ["7", "8", "9"],
    recency_days: [1, 1, 1],
    frequency: [1, 1, 1],
    monetary_value,
  });
  for (const customers of [after, after.reverse()]) {
    const moved = segmentMigration(model, customers, customers, dates);
    assertEquals(sum(moved.revenue.flat()), 9_007_199_254.740_994);
  }
});

Deno.test("segmentMigration: a purchase at midnight of the first day is one", () => {
  // Bought the evening before and at midnight: recency grows by the whole 91 days all the same.
  const row = { customer_id: ["7"], monetary_value: [10] };
  const before = pl.DataFrame({ ...row, recency_days: [0], frequency: [1] });
  const after = pl.DataFrame({ ...row, recency_days: [91], frequency: [2] });
  const moved = segmentMigration(model, before, after, dates);
  assertEquals(sum(moved.no_purchase_since.flat()), 0);
  const silent = after.withColumns(pl.lit(1).alias("frequency"));
  assertEquals(sum(segmentMigration(model, before, silent, dates).no_purchase_since.flat()), 1);
});

Deno.test("segmentMigration: the order of the rows changes nothing", () => {
  const before = toyCustomers(200, 3), after = toyCustomers(260, 4);
  const shuffled = (customers: DataFrame) => {
    const order = createRandom(5).shuffle(Array.from({ length: customers.height }, (_, i) => i));
    return customers.withColumns(pl.Series("order", order, pl.Int32)).sort("order");
  };
  assertEquals(
    segmentMigration(model, shuffled(before), shuffled(after), dates),
    segmentMigration(model, before, after, dates),
  );
});

Deno.test("segmentMigration: nobody in common, nobody at all, and dates the wrong way round", () => {
  const before = toyCustomers(5);
  const strangers = before.withColumns(
    pl.concatString([pl.lit("x"), pl.col("customer_id")], "")
      .alias("customer_id"),
  );
  const moved = segmentMigration(model, before, strangers, dates);
  assertEquals([moved.share_stayed, sum(moved.exits.customers)], [null, 5]);
  const none = segmentMigration(model, before.head(0), before.head(0), dates);
  assertEquals(sum(none.customers.flat()), 0);
  const wrong = { from: dates.to, to: dates.from };
  assertThrows(() => segmentMigration(model, before, before, wrong), RangeError, "is not after");
});
