import pl from "nodejs-polars";
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { seasonEvidence } from "../../../src/segmentation/naming/season_evidence.ts";
import { seasonResiduals } from "../../../src/segmentation/naming/season_residuals.ts";
import { DAY, instantOf } from "../../../src/frames/days.ts";
import { slowTest } from "../../slow.ts";

/** A customer by the days of its orders, counted back from the snapshot: 1 is the day before. */
type Ages = readonly number[];

function frames(customers: readonly Ages[], asOf: string) {
  const customer_id = customers.map((_, i) => `${i}`);
  const month = (age: number) => new Date(instantOf(asOf) - age * DAY).getUTCMonth();
  return {
    customers: pl.DataFrame({
      customer_id,
      recency_days: customers.map((ages) => Math.min(...ages) - 1),
      tenure_days: customers.map((ages) => Math.max(...ages) - 1),
    }),
    ordersByMonth: pl.DataFrame({
      customer_id,
      ...Object.fromEntries(Array.from({ length: 12 }, (_, m) => [
        `month_${m + 1}`,
        customers.map((ages) => ages.filter((age) => month(age) === m).length),
      ])),
    }),
  };
}

const ASOF = "2025-01-01";
/** Month of the year by age in days. */
const MONTH_OF = Array.from(
  { length: 731 },
  (_, age) => new Date(instantOf(ASOF) - age * DAY).getUTCMonth(),
);

/** Poisson orders in a window of days, with a rate that depends on the month. */
function shop(
  seed: number,
  groups: readonly {
    size: number;
    orders: number;
    arrival: readonly [from: number, to: number];
    stay: number;
    busy: (month: number) => number;
  }[],
) {
  const random = createRandom(seed, "season test");
  const customers: Ages[] = [], labels: number[] = [];
  groups.forEach(({ size, orders, arrival: [from, to], stay, busy }, label) => {
    for (let i = 0; i < size; i++) {
      const first = from + random.integer(to - from), last = Math.max(1, first - stay);
      const weights = Array.from(
        { length: first - last + 1 },
        (_, d) => busy(MONTH_OF[last + d]),
      );
      const total = weights.reduce((a, b) => a + b, 0);
      const ages = Array.from({ length: 1 + random.poisson(orders) }, () => {
        let rest = random.next() * total;
        return last + Math.max(0, weights.findIndex((weight) => (rest -= weight) < 0));
      });
      customers.push(ages);
      labels.push(label);
    }
  });
  return { ...frames(customers, ASOF), labels };
}

const evidenceOf = (
  { customers, ordersByMonth, labels }: ReturnType<typeof shop>,
  options: { firstDate?: string; seed?: number; replicates?: number } = {},
) =>
  seasonEvidence(customers, labels, Math.max(...labels) + 1, {
    ordersByMonth,
    firstDate: "2023-01-01",
    asOf: ASOF,
    ...options,
  });

const even = () => 1;
const christmas = (month: number) => (month >= 10 ? 12 : 1);

Deno.test("seasonResiduals: by hand, one free order in a window of January and February", () => {
  // Orders on 1 January, some day in February, and 28 February 2023: one is free, in 59 days.
  const ages = ["2023-01-01", "2023-02-10", "2023-02-28"]
    .map((day) => (instantOf("2023-03-01") - instantOf(day)) / DAY);
  const january = [59, 50, 1];
  const { customers, ordersByMonth } = frames([ages, january], "2023-03-01");
  const { orders, observed, expected } = seasonResiduals(customers, ordersByMonth, "2023-03-01");
  assertEquals([...orders], [1, 1]);
  assertEquals([observed[1], observed[12]], [1, 1]);
  // One in each month, from the same days: the calendar must put half into each.
  assertAlmostEquals(expected[0], 0.5, 1e-6);
  assertAlmostEquals(expected[13], 0.5, 1e-6);
});

Deno.test("seasonResiduals: the calendar has as many orders in each month as there were", () => {
  const { customers, ordersByMonth } = shop(4, [
    { size: 200, orders: 8, arrival: [300, 700], stay: 400, busy: christmas },
    { size: 200, orders: 4, arrival: [20, 700], stay: 90, busy: even },
  ]);
  const { observed, expected } = seasonResiduals(customers, ordersByMonth, ASOF);
  for (let month = 0; month < 12; month++) {
    const total = (values: Float64Array) =>
      values.reduce((sum, value, at) => sum + (at % 12 === month ? value : 0), 0);
    assertAlmostEquals(total(expected), total(observed), 1e-4);
  }
});

Deno.test("seasonEvidence: finds who buys for Christmas, and when, and nobody else", () => {
  const [steady, seasonal] = evidenceOf(shop(1, [
    { size: 300, orders: 12, arrival: [400, 730], stay: 730, busy: even },
    { size: 100, orders: 6, arrival: [500, 730], stay: 730, busy: christmas },
  ]));
  assert(!steady.proven, steady.words);
  assert(seasonal.proven, seasonal.words);
  assert(["October to December", "November to January"].includes(seasonal.season));
  assertEquals(seasonal.seasons_seen, 2);
  assert(seasonal.words.includes("2 seasons seen"));
});

Deno.test("seasonEvidence: late arrivals and early leavers are not seasonal", () => {
  // All follow one calendar; the second came in autumn, the third left after the first spring.
  const evidence = evidenceOf(shop(2, [
    { size: 400, orders: 8, arrival: [300, 730], stay: 730, busy: christmas },
    { size: 200, orders: 5, arrival: [80, 100], stay: 730, busy: christmas },
    { size: 200, orders: 5, arrival: [690, 730], stay: 100, busy: christmas },
  ]));
  for (const { proven, words, p_value } of evidence) assert(!proven && p_value > 0.01, words);
});

Deno.test("seasonEvidence: what the whole shop does is no cluster's season", () => {
  const evidence = evidenceOf(shop(3, [
    { size: 200, orders: 8, arrival: [400, 730], stay: 730, busy: christmas },
    { size: 200, orders: 5, arrival: [400, 730], stay: 730, busy: christmas },
  ]));
  for (const { proven, words } of evidence) assert(!proven, words);
});

slowTest("seasonEvidence: p ≤ .1 in about a tenth of shops without seasons", () => {
  let rejected = 0;
  const shops = 200;
  for (let seed = 0; seed < shops; seed++) {
    const [evidence] = evidenceOf(
      shop(seed, [
        { size: 60, orders: 5, arrival: [100, 730], stay: 730, busy: christmas },
        { size: 60, orders: 5, arrival: [100, 730], stay: 300, busy: christmas },
      ]),
      { seed, replicates: 199 },
    );
    if (evidence.p_value <= 0.1) rejected++;
  }
  // Bonferroni makes it a twentieth per cluster: 10 of 200, and 21 is a chance of 1 in 1,000.
  assert(rejected <= 21, `${rejected} of ${shops}`);
});

Deno.test("seasonEvidence: one season seen is said, the same seed gives the same p", () => {
  const year = shop(5, [
    { size: 200, orders: 10, arrival: [300, 365], stay: 365, busy: even },
    { size: 100, orders: 6, arrival: [300, 365], stay: 365, busy: christmas },
  ]);
  const [, seasonal] = evidenceOf(year, { firstDate: "2024-01-01" });
  assert(seasonal.proven, seasonal.words);
  assertEquals(seasonal.seasons_seen, 1);
  assert(seasonal.words.includes("one season seen"));
  assertEquals(evidenceOf(year), evidenceOf(year));
  // Two autumns in fewer than two years are one year's evidence.
  assertEquals(evidenceOf(year, { firstDate: "2023-08-01" })[1].seasons_seen, 1);
});

Deno.test("seasonEvidence: customers of one order prove nothing, and nothing is NaN", () => {
  const { customers, ordersByMonth } = frames(Array.from({ length: 50 }, () => [30]), ASOF);
  const [evidence] = seasonEvidence(
    customers,
    customers.getColumn("recency_days").toArray().map(() => 0),
    1,
    {
      ordersByMonth,
      firstDate: "2024-01-01",
      asOf: ASOF,
    },
  );
  assertEquals([evidence.p_value, evidence.share, evidence.orders, evidence.proven], [
    1,
    0,
    0,
    false,
  ]);
  assert(evidence.words.includes("Too few orders to test"));
});

Deno.test("seasonEvidence: a customer without orders by month is named", () => {
  const { customers, ordersByMonth } = frames([[30], [40]], ASOF);
  assertThrows(
    () =>
      seasonEvidence(customers, [0, 0], 1, {
        ordersByMonth: ordersByMonth.head(1),
        firstDate: "2024-01-01",
        asOf: ASOF,
      }),
    RangeError,
    'customer "1"',
  );
});
