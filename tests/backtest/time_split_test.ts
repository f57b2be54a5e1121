import { assertEquals, assertThrows } from "@std/assert";
import { timeSplit } from "../../src/backtest/time_split.ts";
import { NotEnoughDataError } from "../../src/frames/errors.ts";

Deno.test("timeSplit: two horizons back, over the end of a leap February", () => {
  assertEquals(timeSplit("2024-04-29", 60, "2023-01-01"), {
    fitAsOf: "2023-12-31",
    testAsOf: "2024-02-29",
    horizonDays: 60,
  });
});

Deno.test("timeSplit: three horizons are enough, a day less is not", () => {
  assertEquals(timeSplit("2024-01-31", 10, "2024-01-01").fitAsOf, "2024-01-11");
  const error = assertThrows(
    () => timeSplit("2024-01-31", 10, "2024-01-02"),
    NotEnoughDataError,
    "needs 30 days of purchases; the file covers 2 Jan 2024 to 31 Jan 2024",
  );
  assertEquals((error as NotEnoughDataError).needed, "30 days of purchases");
});

Deno.test("timeSplit: a horizon is a positive whole number of days", () => {
  for (const days of [0, -1, 1.5, NaN]) {
    assertThrows(() => timeSplit("2024-01-31", days, "2020-01-01"), RangeError, `of ${days} days`);
  }
});
