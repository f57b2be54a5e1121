import { assertEquals } from "@std/assert";
import { FEWEST_CUSTOMERS, latestWithin, MOST_ROWS } from "../../src/backtest/backtest_limits.ts";
import { meanAndSd, modelsOverOrigins } from "../../src/backtest/over_origins.ts";

Deno.test("meanAndSd: the sample's, none of one date", () => {
  assertEquals(meanAndSd([2, 4, 4, 4, 5, 5, 7, 9]), { mean: 5, sd: Math.sqrt(32 / 7) });
  assertEquals(meanAndSd([3]), { mean: 3, sd: null });
});

Deno.test("modelsOverOrigins: the models of the latest date, by name and engine, where they were measured", () => {
  const one = (model: string, engine: string, mae: number) => ({
    model,
    engine,
    baseline: false,
    mae,
  });
  const rows = modelsOverOrigins([
    { models: [one("a", "built-in", 1), one("gone", "built-in", 9)] },
    { models: [one("a", "built-in", 2), one("a", "npm", 3)] },
  ]);
  assertEquals(rows.map(({ engine, measured }) => [engine, measured.map(({ mae }) => mae)]), [
    ["built-in", [1, 2]],
    ["npm", [3]],
  ]);
  assertEquals(modelsOverOrigins([]), []);
});

Deno.test("latestWithin: whole snapshots, the latest whatever its size", () => {
  const sizes = [MOST_ROWS - FEWEST_CUSTOMERS, FEWEST_CUSTOMERS, 1];
  assertEquals(latestWithin(sizes, (size) => size).length, 2);
  assertEquals(latestWithin([MOST_ROWS + 1, 1], (size) => size).length, 1);
});
