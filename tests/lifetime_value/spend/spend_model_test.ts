import { assert, assertAlmostEquals, assertEquals, assertLess, assertThrows } from "@std/assert";
import pl, { type DataFrame } from "nodejs-polars";
import { CORE_FEATURES } from "../../../src/customers/features/feature_sets.ts";
import {
  fitSpendModel,
  predictSpend,
  type SpendFamily,
  type SpendPlan,
} from "../../../src/lifetime_value/spend/spend_model.ts";
import sklearn from "../../fixtures/spend_model.json" with { type: "json" };
import { spendSnapshot } from "../spend_snapshot.ts";

const FAMILIES: readonly SpendFamily[] = [
  "poisson_regression",
  "ridge_regression",
  "random_forest",
];
const POISSON: SpendPlan = { family: "poisson_regression", l2: 0.1 };
const total = (amounts: Float64Array) => amounts.reduce((sum, amount) => sum + amount, 0);
const frame = (columns: number[][]): DataFrame =>
  pl.DataFrame(CORE_FEATURES.map((name, j) => pl.Series(name, columns[j], pl.Float64)));

Deno.test("fitSpendModel: the regressions are scikit-learn's on standardised logarithms", () => {
  const features = frame(sklearn.past), later = frame(sklearn.later);
  const snapshot = { asOf: "2024-05-01", features, spend: Float64Array.from(sklearn.spend) };
  for (const expected of sklearn.expected) {
    const plan = { family: expected.family as SpendFamily, l2: expected.l2 };
    const model = fitSpendModel(plan, [snapshot]);
    const check = (customers: DataFrame, amounts: number[]) =>
      predictSpend(model, customers).forEach((amount, i) =>
        assertAlmostEquals(amount, amounts[i], 1e-6 * (1 + amounts[i]))
      );
    check(features, expected.past);
    check(later, expected.later);
  }
});

Deno.test("fitSpendModel: the total of the past is met by both regressions", () => {
  const snapshots = [spendSnapshot(1, 300), spendSnapshot(2, 200, { rate: 3 })];
  for (const family of ["poisson_regression", "ridge_regression"] as const) {
    const model = fitSpendModel({ family, l2: 1 }, snapshots);
    const [expected, came] = [
      snapshots.map(({ features }) => total(predictSpend(model, features))),
      snapshots.map(({ spend }) => total(spend)),
    ].map(([a, b]) => a + b);
    assertAlmostEquals(expected / came, 1, 1e-8, family);
  }
});

Deno.test("fitSpendModel: latestOnly learns from the first snapshot only, others from all", () => {
  const [latest, older] = [spendSnapshot(1, 300), spendSnapshot(2, 300, { rate: 4 })];
  const alone = fitSpendModel({ ...POISSON, latestOnly: true }, [latest]);
  assertEquals(fitSpendModel({ ...POISSON, latestOnly: true }, [latest, older]), alone);
  const both = fitSpendModel(POISSON, [latest, older]);
  assertAlmostEquals(total(predictSpend(alone, latest.features)) / total(latest.spend), 1, 1e-8);
  assertLess(1.2 * alone.unit, both.unit);
});

Deno.test("fitSpendModel: snapshots beyond 15,000 rows are left out, but never the latest", () => {
  const few = spendSnapshot(1, 50), many = spendSnapshot(2, 15_000, { rate: 4 });
  assertEquals(fitSpendModel(POISSON, [few, many]), fitSpendModel(POISSON, [few]));
  const most = spendSnapshot(3, 15_001);
  assertEquals(fitSpendModel(POISSON, [most, few]), fitSpendModel(POISSON, [most]));
});

Deno.test("predictSpend: a model read back from JSON tells the same", () => {
  const snapshot = spendSnapshot(5, 150), later = spendSnapshot(6, 80).features;
  for (const family of FAMILIES) {
    const model = fitSpendModel({ family }, [snapshot], { trees: 5 });
    const again = JSON.parse(JSON.stringify(model));
    assertEquals(predictSpend(again, later), predictSpend(model, later));
  }
});

Deno.test("predictSpend: never above the largest of the past, never below 0", () => {
  const snapshot = spendSnapshot(7, 200);
  const large = spendSnapshot(8, 50, { size: 1000 }).features;
  for (const family of FAMILIES) {
    const model = fitSpendModel({ family, l2: 0.01 }, [snapshot], { trees: 10 });
    const ahead = predictSpend(model, large);
    const most = Math.max(...predictSpend(model, snapshot.features));
    assert(ahead.every((amount) => amount >= 0 && amount <= model.most));
    assert(ahead.every((amount) => amount <= Math.max(...snapshot.spend, most)));
    if (family !== "random_forest") assertEquals(Math.max(...ahead), most);
  }
});

Deno.test("fitSpendModel: purchases_times_spend is learned from where all snapshots have it", () => {
  const [latest, older] = [spendSnapshot(1, 100), spendSnapshot(2, 100)];
  const completed = (snapshot: typeof latest) => ({
    ...snapshot,
    features: snapshot.features.withColumns(
      pl.Series("purchases_times_spend", snapshot.spend, pl.Float64),
    ),
  });
  const without = fitSpendModel(POISSON, [latest, older]);
  assertEquals(without.features, CORE_FEATURES);
  assertEquals(fitSpendModel(POISSON, [completed(latest), older]), without);
  const complete = [latest, older].map(completed);
  const model = fitSpendModel(POISSON, complete);
  assertEquals(model.features, [...CORE_FEATURES, "purchases_times_spend"]);
  // Whoever knows the outcome errs less.
  const error = (fitted: typeof model) =>
    total(
      predictSpend(fitted, complete[0].features)
        .map((amount, i) => Math.abs(amount - latest.spend[i])),
    );
  assertLess(error(model), 0.7 * error(without));
});

Deno.test("fitSpendModel: same seed, same forest; snapshots are not changed", () => {
  const snapshot = spendSnapshot(9, 120), spend = snapshot.spend.slice();
  const rows = snapshot.features.rows();
  const fit = (seed: number) =>
    fitSpendModel({ family: "random_forest" }, [snapshot], { seed, trees: 3 });
  assertEquals(fit(1), fit(1));
  assert(JSON.stringify(fit(1)) !== JSON.stringify(fit(2)));
  assertEquals([snapshot.spend, snapshot.features.rows()], [spend, rows]);
});

Deno.test("fitSpendModel: says that there is no snapshot, or no spend", () => {
  const nothing = { ...spendSnapshot(1, 60), spend: new Float64Array(60) };
  for (const family of FAMILIES) {
    assertThrows(() => fitSpendModel({ family }, []), RangeError, "no snapshot is given");
    assertThrows(() => fitSpendModel({ family }, [nothing]), RangeError, "nobody spent anything");
  }
});
