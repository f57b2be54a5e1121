import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import {
  fitAndPrepareFeatures,
  preparedColumns,
  prepareFeatures,
} from "../../../src/prediction/classifiers/feature_preparation.ts";
import { InputError } from "../../../src/frames/errors.ts";

const PAST = pl.DataFrame({
  frequency: [1, 3, 7, null],
  spend_trend: [-1, 0, 1, 0],
  country: ["UK", "UK", "Eire", "UK"],
});

Deno.test("prepareFeatures: by hand: median, log(1 + x) or not by definition, standardised, one-hot", () => {
  const { preparation } = fitAndPrepareFeatures(PAST, ["frequency", "spend_trend", "country"]);
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

Deno.test("fitAndPrepareFeatures: the same as prepared afterwards", () => {
  const features = ["frequency", "spend_trend", "country"];
  const { preparation, X } = fitAndPrepareFeatures(PAST, features);
  assertEquals(X, prepareFeatures(preparation, PAST));
});

Deno.test("preparedColumns: the columns that change with a feature, and no others", () => {
  const { preparation } = fitAndPrepareFeatures(PAST, ["country", "frequency", "spend_trend"]);
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

Deno.test("fitAndPrepareFeatures: missing columns, empty ones and negative logarithms are refused", () => {
  assertThrows(() => fitAndPrepareFeatures(PAST, ["recency_days"]), InputError, "recency_days");
  assertThrows(() => fitAndPrepareFeatures(PAST, []), RangeError, "no feature is given");
  const empty = pl.DataFrame([pl.Series("frequency", [null, null], pl.Float64)]);
  assertThrows(() => fitAndPrepareFeatures(empty, ["frequency"]), RangeError, "has no value");
  const { preparation } = fitAndPrepareFeatures(PAST, ["frequency"]);
  assertThrows(
    () => prepareFeatures(preparation, pl.DataFrame({ frequency: [-2] })),
    RangeError,
    "frequency of row 0 is -2",
  );
});
