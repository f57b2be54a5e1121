import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitOutcomeIntervals,
  predictOutcomeIntervals,
} from "../../../src/lifetime_value/spend/outcome_intervals.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";

/** Customers of whom two thirds spend nothing, the others an exponential amount around the forecast. */
function customers(count: number, seed: number) {
  const random = createRandom(seed);
  const forecasts = Float64Array.from({ length: count }, () => 10 + 90 * random.next());
  const outcomes = forecasts.map((forecast) =>
    random.next() < 2 / 3 ? 0 : -3 * forecast * Math.log(1 - random.next())
  );
  return { forecasts, outcomes };
}

function coverage(intervals: ReturnType<typeof fitOutcomeIntervals>, seed: number): number {
  const { forecasts, outcomes } = customers(20_000, seed);
  const { low, high } = predictOutcomeIntervals(intervals, forecasts);
  return outcomes.filter((y, i) => y >= low[i] && y <= high[i]).length / outcomes.length;
}

Deno.test("fitOutcomeIntervals: holds 80 % of new customers, though two thirds spend nothing", () => {
  const { forecasts, outcomes } = customers(20_000, 1);
  assertAlmostEquals(coverage(fitOutcomeIntervals(forecasts, outcomes), 2), 0.8, 0.02);
  const wide = fitOutcomeIntervals(forecasts, outcomes, { coverage: 0.9 });
  assertAlmostEquals(coverage(wide, 3), 0.9, 0.02);
});

Deno.test("fitOutcomeIntervals: levels that may come widen an interval on both sides", () => {
  const { forecasts } = customers(20_000, 1);
  const random = createRandom(5);
  const outcomes = forecasts.map((forecast) => forecast * (0.9 + 0.2 * random.next()));
  const at = Float64Array.of(50);
  const sure = predictOutcomeIntervals(fitOutcomeIntervals(forecasts, outcomes), at);
  const wider = predictOutcomeIntervals(
    fitOutcomeIntervals(forecasts, outcomes, { levels: [0.8, 1, 1.25] }),
    at,
  );
  assertAlmostEquals(sure.low[0], 46, 1); // 50 ± 8 %
  assertAlmostEquals(sure.high[0], 54, 1);
  assertAlmostEquals(wider.low[0], 40 * 0.96, 1); // three tenths of the lowest third lie below
  assertAlmostEquals(wider.high[0], 62.5 * 1.04, 1.5);
});

Deno.test("fitOutcomeIntervals: the same whatever the order of the customers", () => {
  const { forecasts, outcomes } = customers(500, 4);
  const shuffled = Array.from(forecasts.keys()).sort((a, b) => outcomes[a] - outcomes[b]);
  assertEquals(
    fitOutcomeIntervals(
      Float64Array.from(shuffled, (i) => forecasts[i]),
      Float64Array.from(shuffled, (i) => outcomes[i]),
    ),
    fitOutcomeIntervals(forecasts, outcomes),
  );
});

Deno.test("fitOutcomeIntervals: one customer, and none", () => {
  const one = fitOutcomeIntervals(Float64Array.of(5), Float64Array.of(7));
  const { low, high } = predictOutcomeIntervals(one, Float64Array.of(5));
  assertEquals([low[0], high[0]], [7, 7]);
  assertThrows(
    () => fitOutcomeIntervals(new Float64Array(0), new Float64Array(0)),
    RangeError,
    "there are no customers",
  );
});

Deno.test("predictOutcomeIntervals: gives each forecast its interval", () => {
  const intervals = { forecasts: [0, 10], low: [0, 2], high: [1, 30] };
  const { low, high } = predictOutcomeIntervals(intervals, Float64Array.of(5, 20));
  assertEquals([[...low], [...high]], [[1, 4], [15.5, 60]]);
});
