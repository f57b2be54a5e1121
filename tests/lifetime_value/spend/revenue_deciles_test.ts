import { assertAlmostEquals, assertEquals } from "@std/assert";
import { revenueDeciles } from "../../../src/lifetime_value/spend/revenue_deciles.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";

Deno.test("revenueDeciles: tenths by forecast, of 23 customers two or three each", () => {
  // Forecasts 22 … 0 in mixed order, spend is the square.
  const predicted = Float64Array.from({ length: 23 }, (_, i) => (7 * i) % 23);
  const rows = revenueDeciles(predicted, predicted.map((amount) => amount ** 2));
  // Cut at 2.3, 4.6, 6.9, … rounded: 2, 5, 7, 9, 12 (11.5), 14, 16, 18, 21.
  assertEquals(rows[0], { decile: 1, predicted: 21.5, actual: (22 ** 2 + 21 ** 2) / 2 });
  assertEquals(rows[1], { decile: 2, predicted: 19, actual: (20 ** 2 + 19 ** 2 + 18 ** 2) / 3 });
  assertEquals(rows[9], { decile: 10, predicted: 0.5, actual: 0.5 });
  assertEquals(rows.map(({ decile }) => decile), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

Deno.test("revenueDeciles: means of equal tenths average to everyone's, equal forecasts keep order", () => {
  const random = createRandom(1);
  const [predicted, actual] = [0, 1].map(() =>
    Float64Array.from({ length: 200 }, () => random.next())
  );
  const rows = revenueDeciles(predicted, actual);
  const mean = (values: ArrayLike<number>) =>
    Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  assertAlmostEquals(mean(rows.map((row) => row.predicted)), mean(predicted), 1e-12);
  assertAlmostEquals(mean(rows.map((row) => row.actual)), mean(actual), 1e-12);
  const equal = revenueDeciles(
    new Float64Array(10).fill(5),
    Float64Array.from({ length: 10 }, (_, i) => i),
  );
  assertEquals(equal.map((row) => row.actual), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});
