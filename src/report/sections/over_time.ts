import { cohortRetentionChart } from "../../figures/sales/cohort_retention_chart.ts";
import { newAndReturningChart } from "../../figures/sales/new_and_returning_chart.ts";
import { revenueByMonthChart } from "../../figures/sales/revenue_by_month_chart.ts";
import { weekdayHourChart } from "../../figures/sales/weekday_hour_chart.ts";
import { formatMonth } from "../../words/dates.ts";
import type { Markup } from "../html.ts";
import { picture } from "../picture.ts";
import { readCohorts } from "../read_cohorts.ts";
import { readNewAndReturning } from "../read_new_and_returning.ts";
import { readRevenueByMonth } from "../read_revenue_by_month.ts";
import { readWeekdayHours } from "../read_weekday_hours.ts";
import type { ReportInput } from "../report_input.ts";
import { section } from "../section.ts";

/**
 * Writes how the shop sells over time: by month, to new and returning customers, over the week, and
 * to each cohort.
 *
 * @param input Everything that the report shows.
 * @returns A section with four charts.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "../empty_report_input.ts";
 * import { overTime } from "./over_time.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { markup } = overTime(emptyReportInput("A shop", "2011-12-10"));
 * assertEquals(markup.split("not enough data for this picture").length - 1, 4);
 * ```
 */
export function overTime(input: ReportInput): Markup {
  const { currency, months, newAndReturning, weekdayHours, cohorts } = input;
  const incomplete = months.filter((row) => !row.complete).map((row) => row.month).sort().pop();
  return section(
    "selling",
    "How the shop sells over time",
    "The ground on which all predictions stand: the season, the week, and how many come back.",
    [
      picture(
        "Revenue by month",
        (options) => revenueByMonthChart(months, options),
        readRevenueByMonth(months, currency),
        { currency },
      ),
      picture(
        "Revenue of new and of returning customers, by month",
        (options) => newAndReturningChart(newAndReturning, options),
        readNewAndReturning(newAndReturning),
        { currency },
      ),
      picture(
        "Revenue by weekday and hour",
        (options) => weekdayHourChart(weekdayHours, options),
        readWeekdayHours(weekdayHours),
        { currency },
      ),
      picture(
        "Customers who come back, by month of their first purchase",
        (options) => cohortRetentionChart(cohorts, options),
        readCohorts(cohorts, incomplete) + older(input),
      ),
    ],
  );
}

/** Says which customers the cohorts leave out, where the file is long. */
function older({ cohorts, newAndReturning }: ReportInput): string {
  const [first] = cohorts.map(({ cohort }) => cohort).sort();
  const [earliest] = newAndReturning.map(({ month }) => month).sort();
  return first === undefined || earliest >= first
    ? ""
    : ` The file begins in ${formatMonth(earliest)}; cohorts of its last ten years are shown.`;
}
