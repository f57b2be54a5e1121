import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { purchaseBacktest } from "../../src/lifetime_value/purchase_backtest.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { cdnowPath, readCdnow } from "./cdnow.ts";
import { lines, simulatedRows } from "./purchases.ts";

const ROWS = simulatedRows(1500, 4);
const PERIOD = { asOf: "2020-10-27", holdoutDays: 84 };

Deno.test("purchaseBacktest: simulated customers buy as their own model expects", () => {
  const { scores, actual_total, by_frequency, tracking } = purchaseBacktest(lines(ROWS), PERIOD);
  const own = scores.find(({ model }) => model === "beta_geo_nbd")!;
  assertAlmostEquals(own.expected_total / actual_total, 1, 0.06);
  assertEquals(own.one_time_alive, 1);
  assertEquals(scores.filter(({ baseline }) => baseline).map(({ model }) => model), [
    "own_rate",
    "nothing",
  ]);
  assert(own.mae < scores.at(-1)!.mae && own.rank_correlation! > 0.4);
  const groups = by_frequency.filter(({ model }) => model === "beta_geo_nbd");
  const total = groups.reduce((sum, { customers, actual }) => sum + customers * actual, 0);
  assertAlmostEquals(total, actual_total, 1e-6);
  const actual = tracking.filter(({ model }) => model === "actual");
  assertEquals(actual.filter(({ seen }) => !seen).length, 12);
  assertAlmostEquals(
    actual.reduce((sum, { purchases }) => sum + purchases, 0),
    actual.at(-1)!.cumulative,
  );
  const tracked = tracking.findLast(({ model }) => model === "beta_geo_nbd")!;
  assertAlmostEquals(tracked.cumulative / actual.at(-1)!.cumulative, 1, 0.05);
});

Deno.test("purchaseBacktest: lines after the end, and the order of rows, change nothing", () => {
  const before = purchaseBacktest(lines(ROWS), PERIOD);
  const more = createRandom(1).shuffle([...ROWS, ["C1000", "2020-10-27", 9], [
    "new",
    "2021-01-01",
    5,
  ]]);
  assertEquals(purchaseBacktest(lines(more as typeof ROWS), PERIOD), before);
});

Deno.test("purchaseBacktest: refuses a holdout of no days, and a past of too few customers", () => {
  assertThrows(
    () => purchaseBacktest(lines(ROWS), { ...PERIOD, holdoutDays: 0 }),
    RangeError,
    "positive whole number of days, got 0",
  );
  assertThrows(
    () => purchaseBacktest(lines(ROWS.slice(0, 40)), PERIOD),
    RangeError,
    "Not enough data",
  );
  assertThrows(
    () => purchaseBacktest(lines(ROWS), { ...PERIOD, holdoutDays: 400 }),
    RangeError,
    "Not enough data: no line lies before",
  );
});

Deno.test({
  name:
    "purchaseBacktest: CDNOW's holdout, 1,882 purchases; 1,630.5 (BG/NBD), 1,628.3 (Pareto/NBD)",
  ignore: cdnowPath === undefined,
  fn() {
    const { scores, actual_total } = purchaseBacktest(readCdnow(), {
      asOf: "1998-07-01",
      holdoutDays: 273,
    });
    assertEquals(actual_total, 1882);
    const total = (name: string) => scores.find(({ model }) => model === name)!.expected_total;
    // The tables count ages to the last day, we to the midnight that ends it, which is some 2 % less;
    // counted like theirs, the totals are the published 1,653 and 1,666: see the tests of
    // expectedPurchases and fitParetoNbd.
    assertAlmostEquals(total("beta_geo_nbd"), 1630.5, 0.5);
    assertAlmostEquals(total("pareto_nbd"), 1628.3, 0.5);
    const zero = scores.find(({ model }) => model === "nothing")!;
    assertAlmostEquals(zero.mae, 0.798, 5e-4);
  },
});
