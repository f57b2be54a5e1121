import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { choosePurchaseModel } from "../../../src/lifetime_value/models/choose_purchase_model.ts";
import { customerBase } from "../../../src/lifetime_value/models/customer_base.ts";
import { expectedPurchases } from "../../../src/lifetime_value/models/expected_purchases.ts";
import { expectedSpend, fitGammaGamma } from "../../../src/lifetime_value/models/gamma_gamma.ts";
import { repeatPurchaseSummary } from "../../../src/lifetime_value/repeat_purchase_summary.ts";
import {
  meanRates,
  withPurchasesTimesSpend,
} from "../../../src/lifetime_value/spend/with_purchases_times_spend.ts";
import { numberColumn } from "../../../src/frames/columns.ts";
import { instantOf } from "../../../src/frames/days.ts";
import { lines, simulatedRows } from "../purchases.ts";

const AS_OF = "2020-08-04", HORIZON = 84;
const ROWS = simulatedRows(1500, 9);
const isBefore = ([, date]: readonly [string, string, number], day: string) =>
  Date.parse(`${date}Z`) < instantOf(day);
const PAST = ROWS.filter((row) => isBefore(row, AS_OF));
const IDS = [...new Set(PAST.map(([id]) => id))];
const featuresOf = (ids: readonly string[]) =>
  pl.DataFrame({
    customer_id: ids,
    monetary_value: ids.map(() => 60),
    tenure_days: ids.map(() => 120),
  });

Deno.test("withPurchasesTimesSpend: simulated customers spend together what is expected of them", () => {
  const { expected, features } = withPurchasesTimesSpend(
    featuresOf(IDS),
    lines(ROWS),
    AS_OF,
    HORIZON,
  );
  const known = new Set(IDS);
  const came = ROWS.filter((row) =>
    known.has(row[0]) && !isBefore(row, AS_OF) && isBefore(row, "2020-10-27")
  ).reduce((sum, [, , revenue]) => sum + revenue, 0);
  assertAlmostEquals(expected!.reduce((sum, value) => sum + value, 0) / came, 1, 0.1);
  assertEquals(numberColumn(features, "purchases_times_spend"), expected!);
  assertEquals(features.columns, [
    "customer_id",
    "monetary_value",
    "tenure_days",
    "purchases_times_spend",
  ]);
});

Deno.test("withPurchasesTimesSpend: purchases times spend, in the features' order; strangers have 0", () => {
  const base = customerBase(repeatPurchaseSummary(lines(PAST), AS_OF));
  const { ids, repeatFrequency, lastPurchaseAge, age, meanRepeatSpend } = base;
  const { chosen, models } = choosePurchaseModel(base);
  assert(chosen.kind !== "pareto_nbd" && models.length > 3);
  const purchases = expectedPurchases(chosen, repeatFrequency, lastPurchaseAge, age, HORIZON);
  const model = fitGammaGamma(repeatFrequency, meanRepeatSpend);
  const spend = expectedSpend(model, repeatFrequency, meanRepeatSpend);
  const asked = ["nobody", ...ids.toReversed()];
  const { expected } = withPurchasesTimesSpend(featuresOf(asked), lines(ROWS), AS_OF, HORIZON);
  assertEquals(expected![0], 0);
  [...purchases].reverse().forEach((count, i) =>
    assertAlmostEquals(expected![i + 1], count * [...spend].reverse()[i], 1e-9)
  );
});

Deno.test("withPurchasesTimesSpend: lines on the date or later change nothing", () => {
  const ask = (rows: typeof ROWS) =>
    withPurchasesTimesSpend(featuresOf(IDS), lines(rows), AS_OF, HORIZON).expected;
  assertEquals(ask([...PAST, [IDS[0], AS_OF, 1e6], ["new", "2020-09-01", 1e6]]), ask(PAST));
});

Deno.test("withPurchasesTimesSpend: too few customers have their own mean rate, and null is said", () => {
  const few = IDS.slice(0, 3);
  const features = pl.DataFrame({
    customer_id: few,
    monetary_value: [840, 84, 42],
    tenure_days: [840, 84, 1],
  });
  const rows = PAST.filter(([id]) => few.includes(id));
  const added = withPurchasesTimesSpend(features, lines(rows), AS_OF, HORIZON);
  assertEquals(added.expected, null);
  // 1 a day for 84 days; and whoever came yesterday is taken to have come a horizon ago.
  assertEquals([...numberColumn(added.features, "purchases_times_spend")], [84, 84, 42]);
  assertEquals([...meanRates(features, 42)], [42, 42, 42]);
  assertEquals(features.columns.length, 3);
});

Deno.test("meanRates: spend in the horizon at each customer's own mean rate so far", () => {
  const features = pl.DataFrame({ monetary_value: [60, 60], tenure_days: [60, 1] });
  assertEquals([...meanRates(features, 30)], [30, 60]);
});
