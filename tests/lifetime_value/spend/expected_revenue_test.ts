import { predictSpend } from "../../../src/lifetime_value/spend/spend_model.ts";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertLess,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import pl from "nodejs-polars";
import { customerFeatures } from "../../../src/customers/features/customer_features.ts";
import { NotEnoughDataError } from "../../../src/frames/errors.ts";
import { takeSnapshot } from "../../../src/customers/snapshot.ts";
import { expectedRevenue } from "../../../src/lifetime_value/spend/expected_revenue.ts";
import { withPurchasesTimesSpend } from "../../../src/lifetime_value/spend/with_purchases_times_spend.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { onlineRetail, onlineRetailPath } from "../../online_retail.ts";
import { lines } from "../purchases.ts";

const OPTIONS = { asOf: "2011-12-09", horizonDays: 91, firstDate: "2010-12-01" };

Deno.test({
  name: "expectedRevenue: UCI at 2011-09-09 is off by less than the reference's 588, total held",
  ignore: !onlineRetailPath,
  fn() {
    const source = onlineRetail();
    const customers = customerFeatures(takeSnapshot(source, OPTIONS.asOf));
    const revenue = expectedRevenue(source, customers, OPTIONS);
    const { models, actual_total, values, model, deciles, origins } = revenue;
    // The reference's total counts exact copies (£2,688,083), which are .3 % of it.
    assertAlmostEquals(actual_total, 2_688_083, 0.004 * 2_688_083);
    const last = origins[origins.length - 1];
    assertEquals([origins.length, last.tested_as_of], [3, "2011-09-09"]);
    const scoresOf = (name: string) => models.find(({ model }) => model === name)!;
    assertLess(scoresOf(last.selected).mae, 588); // BG/NBD × Gamma-Gamma of the reference
    assertLess(scoresOf("random_forest").mae, 594); // the reference's forest
    for (const rule of models.filter(({ baseline }) => baseline)) {
      assertLess(scoresOf(last.selected).mae, rule.mae);
    }
    assert(last.total.low < 2_688_083 && 2_688_083 < last.total.high);
    assert(scoresOf(last.selected).top_decile_capture! >= 0.556); // the reference's BG/NBD × Gamma-Gamma
    assertAlmostEquals(revenue.interval_coverage, 0.8, 0.04); // mean over the origins
    assertEquals(deciles.map(({ decile }) => decile), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const low = numberColumn(values, "expected_revenue_low");
    const high = numberColumn(values, "expected_revenue_high");
    assert(low.every((value, i) => value >= 0 && value <= high[i]));
    const { features } = withPurchasesTimesSpend(
      customers,
      source.transactions,
      OPTIONS.asOf,
      OPTIONS.horizonDays,
    );
    assertEquals(
      predictSpend(JSON.parse(JSON.stringify(model)), features),
      numberColumn(values, "expected_revenue"),
    );
  },
});

Deno.test({
  name: "expectedRevenue: a file too short for one test date is said to be",
  ignore: !onlineRetailPath,
  fn() {
    const source = onlineRetail();
    const customers = customerFeatures(takeSnapshot(source, "2011-02-01"));
    const early = { ...OPTIONS, asOf: "2011-02-01" };
    assertThrows(() => expectedRevenue(source, customers, early), RangeError, "Not enough data");
  },
});

Deno.test("expectedRevenue: customers who never came again before a test date are too little to learn from", () => {
  const transactions = lines(Array.from({ length: 60 }, (_, i) => [`c${i}`, "2024-01-05", 10 + i]))
    .withColumns(
      pl.lit("invoice").alias("invoice_id"),
      pl.lit("product").alias("product_id"),
      pl.lit("France").alias("country"),
      pl.lit(1).cast(pl.Float64).alias("quantity"),
      pl.lit(10).cast(pl.Float64).alias("unit_price"),
    );
  const source = { transactions, returns: transactions.head(0) };
  const options = { asOf: "2024-07-01", horizonDays: 30, firstDate: "2024-01-05" };
  const customers = customerFeatures(takeSnapshot(source, options.asOf));
  const error = assertThrows(
    () => expectedRevenue(source, customers, options),
    NotEnoughDataError,
    "50 customers, and spend, before",
  );
  assertStringIncludes(error.message, "expected spend needs 50 customers");
});
