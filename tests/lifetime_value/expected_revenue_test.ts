import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import { customerFeatures } from "../../src/customers/customer_features.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { expectedRevenue, predictRevenue } from "../../src/lifetime_value/expected_revenue.ts";
import { numberColumn } from "../../src/transactions/columns.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

Deno.test({
  name: "expectedRevenue: on the UCI file better than the naive forecast, intervals that hold",
  ignore: !onlineRetailPath,
  fn() {
    const source = onlineRetail();
    const customers = customerFeatures(takeSnapshot(source, "2011-12-09"));
    const { models, interval_coverage, actual_total, values, model, deciles } = expectedRevenue(
      source,
      customers,
      { asOf: "2011-12-09", horizonDays: 91, firstDate: "2010-12-01" },
    );
    // The reference's total counts exact copies (£2,688,083), which are .3 % of it.
    assertAlmostEquals(actual_total, 2_688_083, 0.004 * 2_688_083);
    const [forest, naive, , zero] = models;
    assertLess(forest.mae, naive.mae);
    assertLess(forest.mae, 600); // the reference's forest: 594
    assertLess(forest.mae, zero.mae);
    assertAlmostEquals(interval_coverage, 0.8, 0.05);
    assertEquals(deciles.map(({ decile }) => decile), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const low = numberColumn(values, "expected_revenue_low");
    const high = numberColumn(values, "expected_revenue_high");
    assert(low.every((value, i) => value >= 0 && value <= high[i]));
    assertEquals(
      predictRevenue(JSON.parse(JSON.stringify(model)), customers),
      numberColumn(values, "expected_revenue"),
    );
  },
});
