import { assertAlmostEquals, assertEquals } from "@std/assert";
import { monthFactors } from "../../src/forecast/month_factors.ts";

/** Mean 1. */
const SEASON = [0.8, 0.7, 0.9, 0.9, 1, 1, 0.9, 0.9, 1, 1.1, 1.3, 1.5];
const years = (...levels: number[]) => levels.flatMap((level) => SEASON.map((f) => level * f));

Deno.test("monthFactors: a season planted in two years is found, shrunk by a year without any", () => {
  for (const levels of [[100, 100], [100, 300], [5, 7, 2]]) {
    const factors = monthFactors(Float64Array.from(years(...levels)));
    const n = levels.length;
    SEASON.forEach((f, m) => assertAlmostEquals(factors[m], f ** (n / (n + 1)), 1e-12));
  }
});

Deno.test("monthFactors: the last whole years count, by the place in the series", () => {
  const past = Float64Array.of(1e6, 1e6, 1e6, ...years(100, 100));
  const factors = monthFactors(past);
  SEASON.forEach((f, m) => assertAlmostEquals(factors[(m + 3) % 12], f ** (2 / 3), 1e-12));
  assertEquals([...past.subarray(0, 4)], [1e6, 1e6, 1e6, 80]);
});

Deno.test("monthFactors: all 1 for less than two years, 1 for months and years without revenue", () => {
  const ones = new Array(12).fill(1);
  assertEquals([...monthFactors(Float64Array.from(years(1, 1).slice(1)))], ones);
  assertEquals([...monthFactors(new Float64Array(24))], ones);
  const closed = Float64Array.from(years(1, 1), (value, m) => m % 12 === 7 ? 0 : value);
  assertEquals(monthFactors(closed)[7], 1);
});
