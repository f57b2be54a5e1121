import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  fitAndPrepareFeatures,
  fitFeaturePreparation,
  preparedColumns,
  prepareFeatures,
} from "../../../src/prediction/classifiers/feature_preparation.ts";
import { stackSnapshots } from "../../../src/prediction/selection/stack_snapshots.ts";
import { InputError } from "../../../src/frames/errors.ts";

const PAST = pl.DataFrame({
  frequency: [1, 3, 7, null],
  spend_trend: [-1, 0, 1, 0],
  country: ["UK", "UK", "Eire", "UK"],
});

Deno.test("prepareFeatures: by hand: median, log(1 + x) or not by definition, standardised, one-hot", () => {
  const preparation = fitFeaturePreparation(PAST, ["frequency", "spend_trend", "country"]);
  assertEquals(preparation.medians, [3, 0]);
  assertEquals(preparation.scales, ["log", "linear"]);
  assertEquals(preparation.countries?.levels, ["Eire", "UK"]);
  const { rows, columns, values } = prepareFeatures(preparation, PAST);
  assertEquals([rows, columns], [4, 5]);
  // log(1 + x) = log 2, log 4, log 8 and log 4 for the median: mean log 4, spread log 2 / √2.
  const standardised = [-Math.SQRT2, 0, Math.SQRT2, 0];
  standardised.forEach((value, i) => assertAlmostEquals(values[i * 5], value, 1e-12));
  assertAlmostEquals(values[1], -Math.SQRT2, 1e-12);
  // Eire is 1 for one of four: (1 − ¼) ÷ √(¼ · ¾).
  assertAlmostEquals(values[2 * 5 + 2], 0.75 / Math.sqrt(3 / 16), 1e-12);
});

Deno.test("fitAndPrepareFeatures: the same as one after the other", () => {
  const features = ["frequency", "spend_trend", "country"];
  const { preparation, X } = fitAndPrepareFeatures(PAST, features);
  assertEquals(preparation, fitFeaturePreparation(PAST, features));
  assertEquals(X, prepareFeatures(preparation, PAST));
});

Deno.test("preparedColumns: the columns that change with a feature, and no others", () => {
  const preparation = fitFeaturePreparation(PAST, ["country", "frequency", "spend_trend"]);
  const before = prepareFeatures(preparation, PAST);
  const changes = {
    frequency: pl.lit(5),
    spend_trend: pl.lit(0.5),
    country: pl.when(pl.col("country").eq(pl.lit("UK"))).then(pl.lit("Peru"))
      .otherwise(pl.lit("UK")),
  };
  for (const [feature, change] of Object.entries(changes)) {
    const after = prepareFeatures(preparation, PAST.withColumns(change.alias(feature)));
    const changed = Array.from({ length: before.columns }, (_, column) => column)
      .filter((column) => before.values.some((v, i) => i % 5 === column && v !== after.values[i]));
    assertEquals(preparedColumns(preparation, feature), changed, feature);
  }
  assertEquals(preparedColumns(preparation, "recency_days"), []);
});

Deno.test("fitFeaturePreparation: missing columns, empty ones and negative logarithms are refused", () => {
  assertThrows(() => fitFeaturePreparation(PAST, ["recency_days"]), InputError, "recency_days");
  assertThrows(() => fitFeaturePreparation(PAST, []), RangeError, "no feature is given");
  const empty = pl.DataFrame([pl.Series("frequency", [null, null], pl.Float64)]);
  assertThrows(() => fitFeaturePreparation(empty, ["frequency"]), RangeError, "has no value");
  const preparation = fitFeaturePreparation(PAST, ["frequency"]);
  assertThrows(
    () => prepareFeatures(preparation, pl.DataFrame({ frequency: [-2] })),
    RangeError,
    "frequency of row 0 is -2",
  );
});

Deno.test("stackSnapshots: older snapshots are left out where they would make it too long", () => {
  const snapshot = (value: number) => ({
    features: pl.DataFrame({ frequency: [value, value, value] }),
    labels: Uint8Array.of(0, 1, value % 2),
  });
  const stacked = stackSnapshots([snapshot(1), snapshot(2), snapshot(3)], 6);
  assertEquals(stacked.features.getColumn("frequency").toArray(), [1, 1, 1, 2, 2, 2]);
  assertEquals([...stacked.labels], [0, 1, 1, 0, 1, 0]);
  assertEquals(stackSnapshots([snapshot(1), snapshot(2)], 2).labels.length, 3);
  assert(stackSnapshots([snapshot(1), snapshot(2)]).labels.length === 6);
});
