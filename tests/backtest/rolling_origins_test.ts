import { assert, assertEquals, assertThrows } from "@std/assert";
import { NotEnoughDataError } from "../../src/frames/errors.ts";
import {
  knownSnapshots,
  rollingOrigins,
  snapshotDates,
} from "../../src/backtest/rolling_origins.ts";
import { addDays } from "../../src/frames/days.ts";

const UCI = { firstDate: "2010-12-01", asOf: "2011-12-09", horizonDays: 91 };

Deno.test("rollingOrigins: the reference's dates come last, and nothing is learned from a label to come", () => {
  for (const horizonDays of [7, 30, 45, 60, 91]) {
    for (const stepDays of [7, 30, 200]) {
      const origins = rollingOrigins({ ...UCI, horizonDays, stepDays, tests: 4 });
      assert(origins.length >= 1 && origins.length <= 4);
      assertEquals(origins.at(-1)!.test, addDays(UCI.asOf, -horizonDays));
      for (const { train, test } of origins) {
        assert(addDays(test, horizonDays) <= UCI.asOf);
        assert(train.length > 0 && train.length <= 12);
        for (const date of train) {
          assert(addDays(date, horizonDays) <= test);
          assert(date >= addDays(UCI.firstDate, Math.ceil(horizonDays / 2)));
        }
      }
    }
  }
  assertEquals(rollingOrigins(UCI).at(-1), {
    test: "2011-09-09",
    train: ["2011-06-10", "2011-05-11", "2011-04-11", "2011-03-11", "2011-02-09"],
  });
});

Deno.test("rollingOrigins: labels of one snapshot end where another is taken", () => {
  const dates = snapshotDates(UCI);
  for (const date of dates) {
    const end = addDays(date, UCI.horizonDays);
    assert(end > UCI.asOf || dates.includes(end), date);
  }
});

Deno.test("rollingOrigins: three horizons give one origin, fewer days a sentence", () => {
  const exact = { firstDate: "2024-01-01", asOf: "2024-03-31", horizonDays: 30 };
  assertEquals(rollingOrigins(exact), [{ train: ["2024-01-31"], test: "2024-03-01" }]);
  assertThrows(
    () => rollingOrigins({ ...exact, firstDate: "2024-01-02" }),
    NotEnoughDataError,
    "needs 90 days of purchases",
  );
  assertThrows(() => rollingOrigins({ ...exact, tests: 0 }), RangeError, "at least 1 test");
  assertThrows(() => rollingOrigins({ ...exact, stepDays: 0 }), RangeError, "a step of 0 days");
  assertThrows(() => rollingOrigins({ ...exact, horizonDays: 0 }), RangeError, "horizon of 0 days");
});

Deno.test("snapshotDates: dates at which snapshots are taken", () => {
  const options = { firstDate: "2024-01-01", asOf: "2024-05-01", horizonDays: 60 };
  assertEquals(snapshotDates(options), ["2024-05-01", "2024-04-01", "2024-03-02", "2024-02-01"]);
});

Deno.test("knownSnapshots: the snapshots whose labels are known on a date", () => {
  const dates = ["2024-05-01", "2024-04-01", "2024-03-02", "2024-02-01"];
  assertEquals(knownSnapshots(dates, "2024-05-01", 60), ["2024-03-02", "2024-02-01"]);
});
