import fc from "fast-check";
import pl from "nodejs-polars";
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  CUSTOMER_FEATURES,
  customerFeatures,
} from "../../../src/customers/features/customer_features.ts";
import { FEATURE_DEFINITIONS } from "../../../src/customers/features/feature_definitions.ts";
import { takeSnapshot } from "../../../src/customers/snapshot.ts";
import { numberColumn, textColumn } from "../../../src/frames/columns.ts";
import pandas from "../../fixtures/customers_pandas.json" with { type: "json" };
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { type Line, source } from "../purchases.ts";
import { slowTest } from "../../slow.ts";

/** The features of the only customer. */
function featuresOf(lines: readonly Omit<Line, "customer">[], asOf: string) {
  const all = source(lines.map((line) => ({ customer: "7", ...line })));
  return customerFeatures(takeSnapshot(all, asOf)).toRecords()[0] as Record<string, number>;
}

function assertAllFinite(features: ReturnType<typeof customerFeatures>) {
  for (const { name, scale } of FEATURE_DEFINITIONS) {
    const values = numberColumn(features, name);
    assert(values.every(Number.isFinite), `${name}: ${values}`);
    if (scale === "log") assert(values.every((value) => value >= 0), `${name}: ${values}`);
  }
}

Deno.test({
  name: "customerFeatures: parity with pandas on the UCI file, every feature, at two dates",
  ignore: !onlineRetailPath,
  fn() {
    for (const { as_of, customers, sums, rows } of pandas.features) {
      const features = customerFeatures(takeSnapshot(onlineRetail(), as_of));
      assertEquals(features.height, customers);
      assertEquals(Object.keys(sums).sort(), [...CUSTOMER_FEATURES].sort());
      const row = new Map(textColumn(features, "customer_id").map((id, i) => [id, i]));
      for (const [name, sum] of Object.entries(sums)) {
        const values = numberColumn(features, name);
        assertAlmostEquals(values.reduce((a, b) => a + b, 0), sum, 1e-9 * Math.abs(sum), name);
        for (const [id, expected] of Object.entries(rows)) {
          const value = (expected as Record<string, number>)[name];
          const tolerance = 1e-9 * (1 + Math.abs(value));
          assertAlmostEquals(values[row.get(id)!], value, tolerance, `${id} ${name}`);
        }
      }
    }
  },
});

Deno.test({
  name: "customerFeatures: changing any line on or after the snapshot changes no feature",
  ignore: !onlineRetailPath,
  fn() {
    const { transactions, returns } = onlineRetail();
    const past = pl.col("invoice_date").lt(pl.lit(new Date("2011-09-09T00:00:00Z")));
    const tripled = (frame: typeof transactions) =>
      frame.withColumns(
        pl.when(past).then(pl.col("revenue")).otherwise(pl.col("revenue").mul(3)).alias("revenue"),
        pl.when(past).then(pl.col("quantity")).otherwise(pl.lit(1)).alias("quantity"),
      );
    const features = customerFeatures(takeSnapshot({ transactions, returns }, "2011-09-09"));
    const changed = customerFeatures(
      takeSnapshot(
        { transactions: tripled(transactions), returns: tripled(returns) },
        "2011-09-09",
      ),
    );
    assertEquals(features.height, 3_362);
    assertEquals(features.writeCSV().toString(), changed.writeCSV().toString());
  },
});

const day = fc.integer({ min: 1, max: 28 }).map((d) => String(d).padStart(2, "0"));
const month = fc.constantFrom("2023-11", "2024-02", "2024-04", "2024-05");
const clock = fc.constantFrom("", "T09:30:00", "T23:59:59");
const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.constantFrom("7", "8", "9"),
  invoice: fc.constantFrom("1", "2", "3", "4", "5"),
  date: fc.tuple(month, day, clock).map(([m, d, t]) => `${m}-${d}${t}`),
  quantity: fc.constantFrom(1, 2, 12, -1, -30),
  product: fc.constantFrom("A", "B", ""),
  country: fc.constantFrom("UK", "Eire", ""),
});
const AS_OF = "2024-05-01";

slowTest("customerFeatures: whatever comes on or after the snapshot, no feature changes", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(line, { maxLength: 12 }), (a, b) => {
      const first = { customer: "7", invoice: "0", date: "2024-04-30T23:59:59" };
      const past = [first, ...a].filter(({ date }) => date < AS_OF);
      const future = b.map((one) => ({
        ...one,
        date: one.date.replace(/^\d{4}-\d{2}/, "2024-05"),
      }));
      const features = (lines: Line[]) =>
        customerFeatures(takeSnapshot(source(lines), AS_OF)).writeCSV().toString();
      assertEquals(features([...future, ...past]), features(past));
    }),
    { numRuns: 60, seed: 42 },
  );
});

slowTest("customerFeatures: the order of lines changes no byte, and no feature is missing", () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const all = [{ customer: "7", invoice: "0", date: "2024-01-01" }, ...lines];
      const features = (lines: Line[]) =>
        customerFeatures(takeSnapshot(source(lines), "2024-06-01"));
      const forward = features(all);
      assertAllFinite(forward);
      assertEquals(
        forward.writeCSV().toString(),
        features(all.toReversed()).writeCSV().toString(),
      );
    }),
    { numRuns: 60, seed: 43 },
  );
});

Deno.test("customerFeatures: rhythm by hand, with three, two and one purchase days", () => {
  const dates = ["2024-05-01", "2024-05-11", "2024-05-11T20:00:00", "2024-05-31"];
  const lines = dates.map((date, i) => ({ invoice: `${i}`, date }));
  // Gaps of 10 and 20 days: mean 15, sample standard deviation √50.
  const three = featuresOf(lines, "2024-06-10");
  assertEquals(three.mean_days_between_purchases, 15);
  assertAlmostEquals(three.spread_of_days_between_purchases, Math.sqrt(50), 1e-12);
  assertAlmostEquals(three.purchase_regularity, 1 / (1 + Math.sqrt(50) / 15), 1e-12);
  assertAlmostEquals(three.recency_to_gap, 10 / 16, 1e-12);

  const two = featuresOf(lines, "2024-05-31");
  assertEquals(
    [two.mean_days_between_purchases, two.spread_of_days_between_purchases],
    [10, 10],
  );
  assertEquals(two.purchase_regularity, 0.5);

  const one = featuresOf(lines, "2024-05-05");
  assertEquals([one.tenure_days, one.recency_days], [4, 4]);
  assertEquals([one.mean_days_between_purchases, one.spread_of_days_between_purchases], [4, 4]);
  assertEquals(one.purchase_regularity, 0.5);
});

Deno.test("customerFeatures: equal gaps are a regularity of exactly 1", () => {
  const lines = Array.from({ length: 8 }, (_, i) => (
    { invoice: `${i}`, date: new Date(Date.UTC(2024, 0, 1 + 7 * i)).toISOString().slice(0, 10) }
  ));
  const { spread_of_days_between_purchases, purchase_regularity } = featuresOf(lines, "2024-06-01");
  assertEquals([spread_of_days_between_purchases, purchase_regularity], [0, 1]);
});

Deno.test("customerFeatures: an order belongs to the day and hour of its first line", () => {
  const lines = [
    { invoice: "1", date: "2024-05-03T17:59:59" }, // a Friday
    { invoice: "1", date: "2024-05-04T18:30:00" },
    { invoice: "2", date: "2024-05-05T18:00:00" }, // a Sunday
    { invoice: "3", date: "2024-05-06T10:00:00" },
    { invoice: "4", date: "2024-05-11T00:00:00" }, // a Saturday
  ];
  const { weekend_share, evening_share } = featuresOf(lines, "2024-06-01");
  assertEquals([weekend_share, evening_share], [0.5, 0.25]);
  const untimed = lines.map((line) => ({ ...line, date: line.date.slice(0, 10) }));
  assertEquals(featuresOf(untimed, "2024-06-01").evening_share, 0);
});

Deno.test("customerFeatures: the trend is bounded, and 0 for who spent in neither quarter", () => {
  const trend = (...lines: [date: string, quantity: number][]) =>
    featuresOf(
      [["2023-01-01", 1] as const, ...lines].map(([date, quantity], i) => (
        { invoice: `${i}`, date, quantity }
      )),
      "2024-06-01",
    ).spend_trend;
  // 90 days before 1 June 2024 is 3 March, 180 days before is 4 December.
  assertEquals(trend(["2024-05-01", 2], ["2024-01-01", 1]), 1 / 3);
  assertEquals([trend(["2024-05-01", 2]), trend(["2024-01-01", 2]), trend()], [1, -1, 0]);
  assertEquals(trend(["2024-03-03", 1]), 1);
  assertEquals(trend(["2024-03-02", 1]), -1);
  assertEquals(trend(["2023-12-03", 1]), 0);
});

Deno.test("customerFeatures: more returned than bought leaves a net value of 0", () => {
  const bought = { invoice: "1", date: "2024-05-01", quantity: 3 };
  const some = featuresOf([bought, { ...bought, quantity: -1 }], "2024-06-01");
  assertEquals([some.monetary_value, some.net_monetary_value], [30, 20]);
  const all = featuresOf([bought, { ...bought, quantity: -30 }], "2024-06-01");
  assertEquals([all.monetary_value, all.net_monetary_value, all.return_rate], [30, 0, 1]);
});

Deno.test("customerFeatures: one customer, a single day, identical customers: finite numbers", () => {
  const line = { invoice: "1", date: "2024-05-01" };
  const identical = ["7", "8", "9"].map((customer) => ({ ...line, customer }));
  for (const lines of [identical.slice(0, 1), identical]) {
    const features = customerFeatures(takeSnapshot(source(lines), "2024-05-02"));
    assertEquals(features.height, lines.length);
    assertAllFinite(features);
    for (const name of CUSTOMER_FEATURES) {
      assertEquals(new Set(numberColumn(features, name)).size, 1, name);
    }
  }
});

Deno.test({
  name: "customerFeatures: two days into the UCI file no feature is null, NaN or infinite",
  ignore: !onlineRetailPath,
  fn: () => assertAllFinite(customerFeatures(takeSnapshot(onlineRetail(), "2010-12-03"))),
});

Deno.test("FEATURE_DEFINITIONS: every column is defined once, with every field filled in", () => {
  const features = customerFeatures(
    takeSnapshot(source([{ customer: "7", invoice: "1", date: "2024-05-01" }]), "2024-06-01"),
  );
  assertEquals(features.columns, ["customer_id", ...CUSTOMER_FEATURES, "country"]);
  assertEquals(new Set(CUSTOMER_FEATURES).size, CUSTOMER_FEATURES.length);
  for (const definition of FEATURE_DEFINITIONS) {
    for (const [field, text] of Object.entries(definition)) {
      assert(text.length > 0, `${definition.name}: ${field}`);
    }
  }
});
