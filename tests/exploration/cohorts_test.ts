import { assertEquals } from "@std/assert";
import pl from "nodejs-polars";
import { cohortRetention } from "../../src/exploration/cohorts/cohort_retention.ts";
import { cohortRevenue } from "../../src/exploration/cohorts/cohort_revenue.ts";
import { resultOrReason } from "../../src/frames/attempt.ts";
import { newAndReturning } from "../../src/exploration/new_and_returning.ts";
import { overTime } from "../../src/report/sections/over_time.ts";
import { slowTest } from "../slow.ts";
import { smallRun } from "../report/example_run.ts";

/** One new customer in each month, who comes back in the last one. */
function months(count: number) {
  const dates = Array.from({ length: count }, (_, m) => new Date(Date.UTC(1980, m, 2)));
  const last = dates[count - 1];
  return pl.DataFrame({
    invoice_id: Array.from({ length: 2 * count }, (_, i) => `${i}`),
    customer_id: [...dates, ...dates].map((_, i) => `c${i % count}`),
    invoice_date: [...dates, ...dates.map(() => last)],
    revenue: new Array<number>(2 * count).fill(1),
  });
}

Deno.test("cohortRetention, cohortRevenue: a file of 100 years shows the cohorts of its last ten", () => {
  for (const cohorts of [cohortRetention, cohortRevenue]) {
    const rows = cohorts(months(1_200));
    assertEquals(rows.length, 120 * 121 / 2);
    assertEquals(rows[0].cohort, "2070-01");
    const whole = cohorts(months(120));
    assertEquals([whole.length, whole[0].cohort], [120 * 121 / 2, "1980-01"]);
  }
});

slowTest("overTime: says that older cohorts are not shown", () => {
  const page = (count: number) => {
    const result = {
      ...resultOrReason(smallRun().exploration),
      cohorts: cohortRetention(months(count)),
      new_and_returning: newAndReturning(months(count)),
    };
    return overTime({ ...smallRun(), exploration: { kind: "result", result } }).markup;
  };
  const sentence = /The file begins in Jan 1980; cohorts of its last ten years are shown\./;
  assertEquals([page(130), page(120)].map((markup) => sentence.test(markup)), [true, false]);
});
