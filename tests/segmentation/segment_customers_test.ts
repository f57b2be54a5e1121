import pl, { type DataFrame } from "nodejs-polars";
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertGreater,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { customerFeatures } from "../../src/customers/features/customer_features.ts";
import { ordersByMonth } from "../../src/customers/features/orders_by_month.ts";
import { rfmScores } from "../../src/customers/rfm/rfm_scores.ts";
import { featureMatrix } from "../../src/customers/features/feature_matrix.ts";
import { NotEnoughDataError } from "../../src/frames/errors.ts";
import { takeSnapshot } from "../../src/customers/snapshot.ts";
import { fitKMeans, predictKMeans } from "../../src/learning/clusters/k_means.ts";
import {
  fitStandardScaler,
  transformStandardScaler,
} from "../../src/learning/preparation/standard_scaler.ts";
import { adjustedRandIndex } from "../../src/metrics/clustering.ts";
import { silhouetteScores } from "../../src/metrics/silhouette.ts";
import { chooseClusters } from "../../src/segmentation/choosing/choose_clusters.ts";
import { isolatesOutliers } from "../../src/segmentation/choosing/isolates_outliers.ts";
import { segmentCustomers } from "../../src/segmentation/segment_customers.ts";
import type { SegmentProfile } from "../../src/segmentation/naming/segment_profiles.ts";
import { selectionTable } from "../../src/segmentation/choosing/selection_table.ts";
import {
  type CleanTransactions,
  cleanTransactions,
} from "../../src/transactions/cleaning/clean_transactions.ts";
import { numberColumn, textColumn } from "../../src/frames/columns.ts";
import { readTransactions } from "../../src/transactions/reading/read_transactions.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";
import { transactionLines } from "../../src/transactions/mapping/transaction_lines.ts";
import { addDays } from "../../src/frames/days.ts";
import { onlineRetail, onlineRetailPath } from "../online_retail.ts";
import { CDNOW_MASTER, realDataPath } from "../real_data.ts";
import { QUICK_ONLY, slowTest } from "../slow.ts";

const ignore = !onlineRetailPath;
const cdnow = realDataPath(CDNOW_MASTER);
const MISSION = [
  "High-value customers",
  "Budget buyers",
  "Infrequent shoppers",
  "Seasonal spenders",
];

/** RFM of the UCI file as the reference computed it: copies kept, as of the last minute + 1 day. */
function referenceRfm(): DataFrame {
  const { lines } = readTransactions([onlineRetailPath!]);
  const { transactions } = cleanTransactions(lines, { without: ["exact_duplicate"] });
  const date = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64);
  return transactions.groupBy("customer_id").agg(
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
    const candidates = selectionTable(X, { to: 6, resamples: 20, references: 5 });
    const [two] = candidates;
    assertAlmostEquals(two.row.inertia, 9012.64, 9);
    assertAlmostEquals(two.row.silhouette, 0.896, 0.002);
    const isolating = isolatesOutliers(X, two.labels, two.model.centroids);
    const few = isolating.indexOf(true);
    assertEquals(two.labels.filter((label) => label === few).length, 26);
    assertEquals(isolating.filter(Boolean).length, 1);
    const rows = candidates.map(({ row }) => row);
    assertEquals(rows.filter((row) => row.silhouette > two.row.silhouette).length, 0);
    for (const measured of [rows, rows.map((row) => ({ ...row, stability: null }))]) {
      const { k, because, verdicts } = chooseClusters(measured);
      assert(k !== 2, because);
      assertEquals(verdicts.silhouette, 2);
      assertStringIncludes(because, "The silhouette");
      assertStringIncludes(because, "outliers");
    }
  },
});

Deno.test({
  name: "treatmentEvidence: on the UCI file logarithms leave no cluster of mere outliers, raw does",
  ignore,
  fn() {
    const features = customerFeatures(takeSnapshot(onlineRetail(), "2011-12-10"));
    const { treatments, k } = segmentCustomers(features, {
      compareTreatments: true,
      to: 5,
      resamples: 10,
      references: 0,
    });
    const [log, winsorised, raw] = treatments;
    assertEquals(treatments.map(({ treatment }) => treatment), ["log1p", "winsorise", "none"]);
    assertEquals([log.k, log.outlier_clusters, log.isolating.length], [k, 0, 0]);
    assertEquals(winsorised.outlier_clusters, 0);
    assertEquals(raw.isolating, [2, 3, 4, 5]);
    assert(raw.k > 2 && raw.smallest_share < 0.01);
    assertEquals(JSON.parse(JSON.stringify(treatments)), treatments);
  },
});

Deno.test({
  name: "segmentCustomers: the UCI file's segments, cards and all; 13 months prove no season",
  ignore,
  fn() {
    const snapshot = takeSnapshot(onlineRetail(), "2011-12-10");
    const result = segmentCustomers(rfmScores(customerFeatures(snapshot)), {
      resamples: 20,
      references: 5,
      ordersByMonth: ordersByMonth(snapshot),
      firstDate: "2010-12-01",
      asOf: "2011-12-10",
    });
    const { k, segments, customers, selection, second_opinion } = result;
    assert(k > 2 && k <= 10);
    assertEquals(selection.map((row) => row.k), [2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const name of MISSION.slice(0, 3)) {
      assert(segments.some((segment) => segment.name === name), name);
    }
    for (const { name, season } of segments) {
      assert(!name.includes("easonal"), name);
      assertEquals(season?.proven, false);
    }
    assertEquals(customers.height, 4_338);
    const total = (key: "share_of_customers" | "share_of_revenue") =>
      segments.reduce((sum, segment) => sum + segment[key], 0);
    assertAlmostEquals(total("share_of_customers"), 1, 1e-12);
    assertAlmostEquals(total("share_of_revenue"), 1, 1e-12);
    assertGreater(second_opinion.agreement, 0.9);
    assert(second_opinion.own_inertia <= second_opinion.inertia * 1.001);
    for (const segment of segments) {
      const sizes = segment.traits.map(({ effect }) => Math.abs(effect));
      assertEquals(sizes, sizes.toSorted((a, b) => b - a));
      assertGreater(segment.traits.length, 2);
      const inside = segment.rfm_segments.reduce((sum, row) => sum + row.customers, 0);
      assertEquals(inside, segment.customers);
    }
    assertNumbersAreFinite(result);
  },
});

/** Shops and files whose segments are named at every k. */
const SHOPS: readonly { name: string; ignore: boolean; clean: () => CleanTransactions }[] = [
  { name: "the UCI file", ignore, clean: onlineRetail },
  {
    name: "CDNOW",
    ignore: !cdnow,
    clean: () => cleanTransactions(readTransactions([cdnow!]).lines),
  },
  { name: "the demo shop", ignore: false, clean: () => demo(42).clean },
];

function demo(seed: number) {
  const { lines, truth } = synthesizeTransactions({ seed });
  return { clean: cleanTransactions(transactionLines(lines, "demo")), truth };
}

/** A word in a name, and what must be true of the medians of whoever is called so. */
const CLAIMS: readonly [
  word: RegExp,
  holds: (own: Record<string, number>, all: Record<string, number>) => boolean,
][] = [
  [/small-basket|Budget/i, (own, all) => own.average_basket_size < all.average_basket_size],
  [/Budget/, (own, all) => own.average_basket_value < all.average_basket_value],
  [/large-basket/i, (own, all) => own.average_basket_size > all.average_basket_size],
  [/low spenders/, (own, all) => own.monetary_value < all.monetary_value],
  [/high spenders|High-value/, (own, all) => own.monetary_value > all.monetary_value],
  [/recent|High-value/i, (own, all) => own.recency_days < all.recency_days],
  [/lapsed|Infrequent/i, (own, all) => own.recency_days > all.recency_days],
  [/occasional|Infrequent/i, (own, all) => own.frequency <= all.frequency],
  [/repeat|High-value/i, (own, all) => own.frequency >= 2 && own.frequency >= all.frequency],
];

for (const { name, ignore, clean } of SHOPS) {
  Deno.test({
    name: `nameSegments: from 2 to 10 segments of ${name}, names are different and true`,
    ignore: ignore || QUICK_ONLY,
    fn() {
      const source = clean();
      const asOf = addDays(source.audit.last_date, 1);
      const snapshot = takeSnapshot(source, asOf);
      const features = customerFeatures(snapshot);
      const options = { starts: 2, resamples: 0, references: 0, asOf };
      const months = ordersByMonth(snapshot);
      for (let k = 2; k <= 10; k++) {
        const { segments } = segmentCustomers(features, {
          ...options,
          segments: k,
          from: k,
          to: k,
          ordersByMonth: months,
          firstDate: source.audit.first_date,
        });
        assertEquals(new Set(segments.map((segment) => segment.name)).size, k);
        const perCustomer = (s: SegmentProfile) => s.share_of_revenue / s.share_of_customers;
        const [best] = segments.toSorted((a, b) => perCustomer(b) - perCustomer(a));
        assertEquals(best.name, "High-value customers", `k = ${k}`);
        for (const { name, medians, medians_of_everyone, season } of segments) {
          for (const [word, holds] of CLAIMS) {
            assert(!word.test(name) || holds(medians, medians_of_everyone), `k = ${k}: ${name}`);
          }
          assert(!/seasonal/i.test(name) || season!.proven, name);
        }
      }
    },
  });
}

slowTest(
  "segmentCustomers: recovers the demo shop's groups, adjusted Rand ≥ .9 for each of 3 seeds",
  () => {
    for (const seed of [42, 1, 2]) {
      const { clean, truth } = demo(seed);
      const snapshot = takeSnapshot(clean, "2024-12-31");
      const features = customerFeatures(snapshot);
      const { customers, segments } = segmentCustomers(features, {
        resamples: 5,
        references: 5,
        ordersByMonth: ordersByMonth(snapshot),
        firstDate: clean.audit.first_date,
        asOf: "2024-12-31",
      });
      const joined = customers.join(truth.customers, { on: "customer_id", how: "inner" });
      const groups = textColumn(joined, "group");
      const codes = [...new Set(groups)];
      const found = numberColumn(joined, "cluster");
      assertEquals(joined.height, features.height);
      const agreement = adjustedRandIndex(groups.map((group) => codes.indexOf(group)), found);
      assert(agreement >= 0.9, `seed ${seed}: ${agreement}`);
      assertEquals(segments.map(({ name }) => name).sort(), [...MISSION].sort());
      const seasonal = segments.find(({ name }) => name === "Seasonal spenders")!;
      assertEquals([seasonal.season!.proven, seasonal.season!.seasons_seen], [true, 2]);
      assertStringIncludes(seasonal.description, "2 seasons seen");
    }
  },
);

/** Customers of one day each, all features given by a row number. */
function customersOf(rows: number, value: (feature: string, row: number) => number): DataFrame {
  const features = [
    "monetary_value",
    "frequency",
    "recency_days",
    "average_basket_size",
    "average_basket_value",
    "season_concentration",
    "tenure_days",
  ];
  return pl.DataFrame({
    customer_id: Array.from({ length: rows }, (_, i) => `${i}`),
    ...Object.fromEntries(
      features.map((name) => [name, Array.from({ length: rows }, (_, i) => value(name, i))]),
    ),
  });
}

function assertNumbersAreFinite(result: object): void {
  JSON.stringify(result, (key, value) => {
    assert(typeof value !== "number" || Number.isFinite(value), `${key} is ${value}`);
    return value;
  });
}

const FEW = { resamples: 3, references: 3, starts: 2 };

Deno.test("segmentCustomers: the number of segments can be asked for, from 2 to 20", () => {
  const customers = customersOf(120, (name, i) => (name.length * 7 + i * i) % 97 + i / 9);
  for (const segments of [2, 3, 12, 20]) {
    const result = segmentCustomers(customers, { ...FEW, segments });
    assertEquals(result.segments.length, segments);
    assertEquals(new Set(result.model.names).size, segments);
    assertNumbersAreFinite(result);
  }
  for (const segments of [0, 1, 21, 2.5, NaN]) {
    assertThrows(() => segmentCustomers(customers, { segments }), RangeError, "2 to 20");
  }
});

Deno.test("segmentCustomers: no, one, few or identical customers are said in a sentence", () => {
  for (const rows of [0, 1, 5, 100]) {
    assertThrows(
      () => segmentCustomers(customersOf(rows, () => 1)),
      NotEnoughDataError,
      `Not enough data: ${rows} customers`,
    );
  }
});

Deno.test("segmentCustomers: fewer customers than the segments asked for are too few", () => {
  const customers = customersOf(20, (name, i) => name.length + i);
  assertThrows(
    () => segmentCustomers(customers, { segments: 20 }),
    NotEnoughDataError,
    "20 segments need more than 20 distinct customers",
  );
  assertNumbersAreFinite(segmentCustomers(customers, { ...FEW, segments: 19 }));
});

Deno.test("segmentCustomers: constant features, one day of data and no revenue give no NaN", () => {
  const oneDay = customersOf(
    60,
    (name, i) =>
      name === "frequency"
        ? 1
        : name.endsWith("_days")
        ? 0
        : name === "season_concentration"
        ? 0.4
        : 1 + i % 29,
  );
  const months = pl.DataFrame({
    customer_id: oneDay.getColumn("customer_id"),
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, m) => [`month_${m + 1}`, Array(60).fill(m === 4 ? 1 : 0)]),
    ),
  });
  const when = { ordersByMonth: months, firstDate: "2024-05-01", asOf: "2024-05-02" };
  const result = segmentCustomers(oneDay, { ...FEW, ...when });
  assertNumbersAreFinite(result);
  for (const { name, season } of result.segments) {
    assert(!/recent|lapsed|repeat|occasional|seasonal/i.test(name), name);
    assertEquals(season?.proven, false);
  }
  const free = customersOf(60, (name, i) => (name === "monetary_value" ? 0 : name.length + i));
  assertNumbersAreFinite(segmentCustomers(free, FEW));
});

Deno.test("segmentCustomers: without months no season is claimed, months without dates are refused", () => {
  const customers = customersOf(60, (name, i) => (i % 2 ? 5 : 50) + name.length + i / 60);
  const { segments } = segmentCustomers(customers, { ...FEW, segments: 2 });
  for (const { season, name } of segments) {
    assertEquals(season, null);
    assert(!/seasonal/i.test(name));
  }
  assertThrows(
    () => segmentCustomers(customers, { ...FEW, ordersByMonth: customers }),
    TypeError,
    "need firstDate and asOf",
  );
});

Deno.test("segmentCustomers: a segment that resampling does not give back is called unstable", () => {
  // Evenly spread customers have no clusters: cuts move with every resample.
  const even = customersOf(300, (name, i) => 10 + (i * (name.length * 31 + 7)) % 101);
  const { segments } = segmentCustomers(even, { ...FEW, segments: 9, resamples: 20 });
  const unstable = segments.filter(({ stable }) => stable === false);
  assertGreater(unstable.length, 0);
  for (const { stability, stable, description } of segments) {
    assertEquals(stable, stability! >= 0.6);
    assertEquals(description.includes("Unstable"), !stable);
  }
  const [unmeasured] = segmentCustomers(even, { ...FEW, segments: 2, resamples: 0 }).segments;
  assertEquals([unmeasured.stability, unmeasured.stable], [null, null]);
});

Deno.test("segmentCustomers: same seed, same result; the input is left as it was", () => {
  const customers = customersOf(90, (name, i) => (i % 3) * 40 + name.length + (i * 7) % 13);
  const before = customers.toRecords();
  const once = segmentCustomers(customers, FEW), again = segmentCustomers(customers, FEW);
  assertEquals(JSON.stringify(once), JSON.stringify(again));
  assertEquals(customers.toRecords(), before);
});
