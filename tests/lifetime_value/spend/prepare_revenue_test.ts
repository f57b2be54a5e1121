import { assertAlmostEquals, assertEquals, assertGreater } from "@std/assert";
import { knownSnapshots, snapshotDates } from "../../../src/backtest/rolling_origins.ts";
import { prepareRevenue } from "../../../src/lifetime_value/spend/prepare_revenue.ts";
import type { SpendHistory, SpendRecord } from "../../../src/lifetime_value/spend/spend_history.ts";
import { fitSpendModel, predictSpend } from "../../../src/lifetime_value/spend/spend_model.ts";
import { sum } from "../../../src/numeric/sums.ts";
import { spendSnapshot } from "../spend_snapshot.ts";

const options = { firstDate: "2023-06-01", asOf: "2024-05-01", horizonDays: 91, stepDays: 91 };
const dates = snapshotDates(options);

/** Customers drawn anew for every date, who spend alike; what is asked for is written down. */
function history(asked: string[] = []): SpendHistory {
  const at = (date: string): SpendRecord => ({
    ...spendSnapshot(dates.indexOf(date) + 1, 150, { asOf: date }),
    purchasesTimesSpend: null,
  });
  return {
    at,
    known(on) {
      asked.push(on);
      return knownSnapshots(dates, on, options.horizonDays).map(at);
    },
  };
}

Deno.test("prepareRevenue: earlier totals over the forecasts that were possible then, by the plan chosen", () => {
  const asked: string[] = [];
  const { choice, past, ratios, model } = prepareRevenue(history(asked), "2024-05-01", options, 1);
  assertEquals(past.map(({ asOf }) => asOf), ["2024-01-31", "2023-11-01", "2023-08-02"]);
  assertEquals(new Set(asked), new Set(["2024-05-01", "2024-01-31", "2023-11-01"]));
  const { at, known } = history();
  const expected = ["2024-01-31", "2023-11-01"].map((date) => {
    const { features, spend } = at(date);
    const then = fitSpendModel(choice.plan, known(date), { seed: 1 });
    return sum(spend) / sum(predictSpend(then, features));
  });
  assertEquals(ratios.length, 2);
  ratios.forEach((ratio, i) => assertAlmostEquals(ratio, expected[i], 1e-12));
  // Customers of one kind: a model of 450 of them is right about the total of 150 others.
  assertAlmostEquals(
    sum(predictSpend(model, at(dates[0]).features)) / sum(at(dates[0]).spend),
    1,
    0.2,
  );
});

Deno.test("prepareRevenue: without a date before the first there is no ratio, and a model all the same", () => {
  const { past, ratios, model } = prepareRevenue(history(), "2023-11-01", options, 1);
  assertEquals([past.map(({ asOf }) => asOf), ratios], [["2023-08-02"], []]);
  assertGreater(sum(predictSpend(model, past[0].features)), 0);
});
