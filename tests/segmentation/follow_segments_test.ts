import type { DataFrame } from "nodejs-polars";
import { assert, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { NotEnoughDataError } from "../../src/frames/errors.ts";
import { followSegments } from "../../src/segmentation/follow_segments.ts";
import { rememberFeatures } from "../../src/customers/features/remember_features.ts";
import { assignSegments } from "../../src/segmentation/assign_segments.ts";
import { readSegmentationModel } from "../../src/segmentation/read_segmentation_model.ts";
import { refitSegments } from "../../src/segmentation/following/refit_segments.ts";
import { segmentCustomers } from "../../src/segmentation/segment_customers.ts";
import { cleanTransactions } from "../../src/transactions/cleaning/clean_transactions.ts";
import { textColumn } from "../../src/frames/columns.ts";
import { transactionLines } from "../../src/transactions/mapping/transaction_lines.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

let shop: { featuresAt: (asOf: string) => DataFrame; firstDate: string } | undefined;
function demoShop() {
  if (shop) return shop;
  const { lines } = synthesizeTransactions({ customers: 400, seed: 7 });
  const clean = cleanTransactions(transactionLines(lines, "demo"));
  return shop = { featuresAt: rememberFeatures(clean), firstDate: clean.audit.first_date };
}

Deno.test("followSegments: every customer is followed, and the dates are a horizon apart", () => {
  const { featuresAt, firstDate } = demoShop();
  const asOf = "2024-12-31";
  const customers = featuresAt(asOf);
  const { model } = segmentCustomers(customers, { segments: 4, resamples: 1 });
  const options = { asOf, horizonDays: 91, firstDate, featuresAt };
  const followed = followSegments(model, customers, options);
  assertEquals([followed.from, followed.to, followed.days], ["2024-10-01", asOf, 91]);
  assertEquals(sum(followed.customers.flat()) + sum(followed.entries.customers), customers.height);
  assertEquals(sum(followed.customers.flat()), featuresAt("2024-10-01").height);
  assertEquals(sum(followed.exits.customers), 0, "nobody leaves a snapshot of all purchases");
  assertEquals(followed.population_stability.map(({ feature }) => feature), [...model.features]);
  assert(!JSON.stringify(followed).includes("null"), "JSON writes NaN as null");
  assertEquals(followed, followSegments(model, customers, options));
});

Deno.test("followSegments: a customer without a purchase in the horizon is counted as silent", () => {
  const { featuresAt, firstDate } = demoShop();
  const asOf = "2024-12-31";
  const customers = featuresAt(asOf);
  const { model } = segmentCustomers(customers, { segments: 3, resamples: 1 });
  const followed = followSegments(model, customers, {
    asOf,
    horizonDays: 91,
    firstDate,
    featuresAt,
  });
  const before = new Set(textColumn(featuresAt("2024-10-01"), "customer_id"));
  const recency = customers.getColumn("recency_days").toArray().map(Number);
  // At most 90 whole days have passed since a purchase within the 91 days; none is at midnight here.
  const silent = textColumn(customers, "customer_id")
    .filter((id, i) => before.has(id) && recency[i] >= 91).length;
  assertEquals(sum(followed.no_purchase_since.flat()), silent);
});

Deno.test("followSegments: too short a file and too few customers are said in a sentence", () => {
  const { featuresAt, firstDate } = demoShop();
  const asOf = "2024-12-31";
  const customers = featuresAt(asOf);
  const { model } = segmentCustomers(customers, { segments: 3, resamples: 1 });
  const when = { asOf, horizonDays: 91, firstDate, featuresAt };
  assertThrows(
    () => followSegments(model, customers, { ...when, firstDate: "2024-10-01" }),
    NotEnoughDataError,
    "following customers over 91 days needs 182 days of purchases; the file covers",
  );
  const few = (date: string) => featuresAt(date).head(19);
  assertThrows(
    () => followSegments(model, customers, { ...when, featuresAt: few }),
    NotEnoughDataError,
    "19 customers before 1 Oct 2024",
  );
});

Deno.test({
  name: "refitSegments: a horizon later the UCI file's segments keep their numbers and names",
  ignore: !onlineRetailPath,
  fn() {
    const featuresAt = rememberFeatures(onlineRetail());
    const [then, now] = ["2011-09-10", "2011-12-10"].map(featuresAt);
    for (const segments of [4, 5]) {
      const { model } = segmentCustomers(then, { segments, resamples: 1, asOf: "2011-09-10" });
      const refitted = refitSegments(model, now, { asOf: "2011-12-10" });
      assertEquals(refitted.names, model.names);
      const [old, anew] = [model, refitted]
        .map((of) => textColumn(assignSegments(of, now), "segment"));
      assertGreater(old.filter((name, i) => name === anew[i]).length / old.length, 0.75);
    }
  },
});

Deno.test({
  name: "assignSegments: the UCI file's saved model gives the labels of the fit",
  ignore: !onlineRetailPath,
  fn() {
    const features = rememberFeatures(onlineRetail())("2011-12-10");
    const { model, customers } = segmentCustomers(features, { segments: 4, resamples: 1 });
    const read = readSegmentationModel(JSON.stringify(model));
    assertEquals(assignSegments(read, features).rows(), customers.rows());
  },
});
