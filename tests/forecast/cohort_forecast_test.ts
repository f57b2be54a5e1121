import { assertAlmostEquals, assertEquals } from "@std/assert";
import { cohortForecast } from "../../src/forecast/cohort_forecast.ts";

const rows = (...cohorts: number[][]) => cohorts.map((row) => Float64Array.from(row));
const none = [0, 0, 0, 0, 0];

Deno.test("cohortForecast: customers who keep everything go on as they are", () => {
  const blocks = {
    cohorts: rows([10, 10, 10, 10], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]),
    arrivals: Float64Array.of(5, 0, 0, 0),
  };
  const { existing, newcomers } = cohortForecast(blocks, 4, 6);
  assertEquals([...existing], [10, 10, 10, 10, 10, 10]);
  assertEquals([...newcomers], [0, 0, 0, 0, 0, 0]);
});

Deno.test("cohortForecast: customers who halve every month go on halving as far as was seen", () => {
  const blocks = {
    cohorts: rows([16, 8, 4, 2, 1], none, none, none, none),
    arrivals: Float64Array.of(5, 0, 0, 0, 0),
  };
  const { existing } = cohortForecast(blocks, 5, 3);
  // Now (4 + 2 + 1) / 3 per day. After month 3 it was 28/3, then 2 and 1; after month 4 14/3, then 1.
  // One month ahead 3 of 14 remain, two months ahead 1 of 28/3, three ahead nobody knows.
  [7 / 3 * 3 / 14, 7 / 3 * 3 / 28, 7 / 3 * 3 / 28].forEach((value, h) =>
    assertAlmostEquals(existing[h], value, 1e-14)
  );
});

Deno.test("cohortForecast: newcomers arrive as in three months and spend as those before them", () => {
  // Each newcomer spends 3 per day in the first month, 1 in the second, nothing in the third.
  const blocks = {
    cohorts: rows([900, 900, 900, 900], [0, 6, 2, 0], [0, 0, 12, 4], [0, 0, 0, 18]),
    arrivals: Float64Array.of(9, 2, 4, 6),
  };
  // (2 + 4 + 6) / 3 = 4 come each month; the first month's nine are old customers.
  assertEquals([...cohortForecast(blocks, 4, 3).newcomers], [12, 16, 16]);
});

Deno.test("cohortForecast: later months are not looked at, rows are not changed", () => {
  const past = rows([16, 8, 4, 2], [0, 6, 2, 1], [0, 0, 12, 4], [0, 0, 0, 18]);
  const arrivals = Float64Array.of(9, 2, 4, 6);
  const known = cohortForecast({ cohorts: past, arrivals }, 4, 4);
  const later = {
    cohorts: [...past.map((row) => Float64Array.of(...row, 1e9)), Float64Array.of(0, 0, 0, 0, 1e9)],
    arrivals: Float64Array.of(...arrivals, 1e9),
  };
  assertEquals(cohortForecast(later, 4, 4), known);
  assertEquals([...past[1]], [0, 6, 2, 1]);
});
