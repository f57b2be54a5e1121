import pl, { type DataFrame } from "nodejs-polars";
import { assert, assertAlmostEquals, assertEquals, assertGreater, assertThrows } from "@std/assert";
import { customerFeatures } from "../../src/customers/customer_features.ts";
import { featureMatrix } from "../../src/customers/feature_matrix.ts";
import { NotEnoughDataError } from "../../src/customers/not_enough_data_error.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { fitKMeans, predictKMeans } from "../../src/learning/k_means.ts";
import { fitStandardScaler, transformStandardScaler } from "../../src/learning/standard_scaler.ts";
import { adjustedRandIndex } from "../../src/metrics/adjusted_rand_index.ts";
import { silhouetteScores } from "../../src/metrics/silhouette.ts";
import { chooseClusters } from "../../src/segmentation/choose_clusters.ts";
import { segmentCustomers } from "../../src/segmentation/segment_customers.ts";
import { selectionTable } from "../../src/segmentation/selection_table.ts";
import { cleanTransactions } from "../../src/transactions/clean_transactions.ts";
import { numberColumn, textColumn } from "../../src/transactions/columns.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { transactionLines } from "../../src/transactions/reading/transaction_lines.ts";
import { typedLines } from "../../src/transactions/typed_lines.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";

const ignore = !onlineRetailPath;
const MISSION = [
  "High-value customers",
  "Budget buyers",
  "Infrequent shoppers",
  "Seasonal spenders",
];

/** RFM of the UCI file as the reference computed it: copies kept, as of the last minute + 1 day. */
function referenceRfm(): DataFrame {
  const { rejected, transactions } = onlineRetail();
  const copies = typedLines(rejected.filter(pl.col("reason").eq(pl.lit("exact_duplicate"))))
    .withColumns(pl.col("quantity").mul(pl.col("unit_price")).alias("revenue"));
  const columns = ["customer_id", "invoice_id", "invoice_date", "revenue"];
  const lines = pl.concat([transactions.select(...columns), copies.select(...columns)]);
  const date = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64);
  return lines.groupBy("customer_id").agg(
    date.max().mul(-1).add(Date.UTC(2011, 11, 10, 12, 50)).div(86_400_000).floor().alias("recency"),
    pl.col("invoice_id").nUnique().cast(pl.Float64).alias("frequency"),
    pl.col("revenue").sum().alias("monetary"),
  ).sort("customer_id");
}

Deno.test({
  name: "fitKMeans: inertia and silhouette on the UCI RFM table are the reference's, raw and log",
  ignore,
  fn() {
    const rfm = referenceRfm();
    const expected = {
      raw: [[9012.64, 0.896], [5439.30, 0.594], [4092.14, 0.616], [3118.28, 0.617]],
      log: [[6481.23, 0.4329], [4867.85, 0.3365], [3938.47, 0.3373], [3295.98, 0.3161]],
    };
    for (const [log, rows] of [[false, expected.raw], [true, expected.log]] as const) {
      const values = featureMatrix(rfm, ["recency", "frequency", "monetary"], { log });
      const X = transformStandardScaler(fitStandardScaler(values), values);
      const models = rows.map((_, i) => fitKMeans(X, { clusters: i + 2, starts: 20 }));
      const silhouettes = silhouetteScores(X, models.map((model) => predictKMeans(model, X)));
      rows.forEach(([inertia, silhouette], i) => {
        assert(models[i].inertia <= inertia * 1.001, `${log} k=${i + 2}: ${models[i].inertia}`);
        assertAlmostEquals(silhouettes[i], silhouette, 0.002, `log ${log}, k = ${i + 2}`);
      });
    }
  },
});

Deno.test({
  name: "chooseClusters: does not fall for the k = 2 that isolates 26 customers (raw UCI RFM)",
  ignore,
  fn() {
    const values = featureMatrix(referenceRfm(), ["recency", "frequency", "monetary"]);
    const X = transformStandardScaler(fitStandardScaler(values), values);
    const rows = selectionTable(X, { to: 6, resamples: 5, starts: 5 }).map(({ row }) => row);
    const { k, because } = chooseClusters(rows);
    assert(rows[0].silhouette > 0.85, "the trap is set");
    assert(rows[0].smallest_share < 0.01);
    assert(k !== 2, because);
  },
});

Deno.test({
  name: "segmentCustomers: the four names of the mission on the UCI file, shares adding up to one",
  ignore,
  fn() {
    const features = customerFeatures(takeSnapshot(onlineRetail(), "2011-12-10"));
    const { k, segments, customers, selection, secondOpinion } = segmentCustomers(features);
    assert(k >= 2 && k <= 10);
    assertEquals(selection.map((row) => row.k), [2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const name of MISSION) assert(segments.some((segment) => segment.name === name), name);
    assertEquals(customers.height, 4_338);
    const total = (key: "share_of_customers" | "share_of_revenue") =>
      segments.reduce((sum, segment) => sum + segment[key], 0);
    assertAlmostEquals(total("share_of_customers"), 1, 1e-12);
    assertAlmostEquals(total("share_of_revenue"), 1, 1e-12);
    assertGreater(secondOpinion.agreement, 0.9);
    assert(secondOpinion.own_inertia <= secondOpinion.inertia * 1.001);
  },
});

Deno.test("segmentCustomers: finds the groups that the demo shop was made of", () => {
  const { lines, truth } = synthesizeTransactions();
  const clean = cleanTransactions(transactionLines(lines, "demo"));
  const features = customerFeatures(takeSnapshot(clean, "2024-12-31"));
  const { customers, segments } = segmentCustomers(features, { resamples: 2 });
  const joined = customers.join(truth.customers, { on: "customer_id", how: "inner" });
  const groups = textColumn(joined, "group");
  const codes = [...new Set(groups)];
  const found = numberColumn(joined, "cluster");
  assertEquals(joined.height, features.height);
  assertGreater(adjustedRandIndex(groups.map((group) => codes.indexOf(group)), found), 0.75);
  assertEquals(segments.map(({ name }) => name).sort(), [...MISSION].sort());
});

Deno.test("segmentCustomers: the number of segments can be asked for", () => {
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  const rows = Array.from(
    { length: 60 },
    (_, i) => `${i},A,${1 + i % 7},2024-0${1 + i % 9}-11,${i + 1},${i}`,
  );
  Deno.writeTextFileSync(
    path,
    `Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID\n${rows.join("\n")}\n`,
  );
  const clean = cleanTransactions(readTransactions([path]).lines);
  const features = customerFeatures(takeSnapshot(clean, "2025-01-01"));
  assertEquals(segmentCustomers(features, { segments: 3, resamples: 1 }).segments.length, 3);
  assertThrows(() => segmentCustomers(features, { segments: 1 }), RangeError, "2 to 10");
});

Deno.test("segmentCustomers: too few or identical customers are said in a sentence", () => {
  const alike = (n: number) =>
    pl.DataFrame({
      customer_id: Array.from({ length: n }, (_, i) => `${i}`),
      ...Object.fromEntries(
        [
          "monetary_value",
          "frequency",
          "recency_days",
          "average_basket_size",
          "season_concentration",
        ]
          .map((name) => [name, Array.from({ length: n }, () => 1)]),
      ),
    });
  for (const n of [1, 5, 100]) {
    assertThrows(() => segmentCustomers(alike(n)), NotEnoughDataError, "Not enough data");
  }
});
