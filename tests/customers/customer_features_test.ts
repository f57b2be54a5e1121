import pl from "nodejs-polars";
import { assertAlmostEquals, assertEquals } from "@std/assert";
import { CUSTOMER_FEATURES, customerFeatures } from "../../src/customers/customer_features.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { numberColumn, textColumn } from "../../src/transactions/columns.ts";
import pandas from "../fixtures/customers_pandas.json" with { type: "json" };
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

Deno.test({
  name: "customerFeatures: parity with pandas on the UCI file, at two dates",
  ignore: !onlineRetailPath,
  fn() {
    for (const { as_of, customers, sums, rows } of pandas.features) {
      const features = customerFeatures(takeSnapshot(onlineRetail(), as_of));
      assertEquals(features.height, customers);
      const row = new Map(textColumn(features, "customer_id").map((id, i) => [id, i]));
      for (const [name, sum] of Object.entries(sums)) {
        const values = numberColumn(features, name);
        assertAlmostEquals(values.reduce((a, b) => a + b, 0), sum, 1e-9 * Math.abs(sum), name);
        for (const [id, expected] of Object.entries(rows)) {
          const value = (expected as Record<string, number>)[name];
          assertAlmostEquals(values[row.get(id)!], value, 1e-9 * (1 + value), `${id} ${name}`);
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

Deno.test({
  name: "customerFeatures: no feature is ever null, NaN or infinite",
  ignore: !onlineRetailPath,
  fn() {
    const features = customerFeatures(takeSnapshot(onlineRetail(), "2010-12-03"));
    for (const name of CUSTOMER_FEATURES) {
      assertEquals(numberColumn(features, name).every(Number.isFinite), true, name);
    }
  },
});
