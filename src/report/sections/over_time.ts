import { cohortRetentionFigure } from "../../figures/sales/cohort_retention.ts";
import { newAndReturningFigure } from "../../figures/sales/new_and_returning.ts";
import { revenueByMonthFigure } from "../../figures/sales/revenue_by_month.ts";
import { revenueByWeekdayHourFigure } from "../../figures/sales/revenue_by_weekday_hour.ts";
import { showFigure } from "../show_figure.ts";
import type { Markup } from "../html.ts";
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
 * assertEquals(markup.split("There is not enough data for this figure.</figcaption>").length - 1, 4);
 * ```
 */
export function overTime(input: ReportInput): Markup {
  const { currency, months, newAndReturning, weekdayHours, cohorts } = input;
  const incompleteMonth = months.filter((row) => !row.complete).map((row) => row.month).sort()
    .pop();
  const [firstMonth] = newAndReturning.map(({ month }) => month).sort();
  return section(
    "selling",
    "How the shop sells over time",
    "The ground on which all predictions stand: the season, the week, and how many come back.",
    [
      showFigure(revenueByMonthFigure(months, { currency })),
      showFigure(newAndReturningFigure(newAndReturning, { currency })),
      showFigure(revenueByWeekdayHourFigure(weekdayHours, { currency })),
      showFigure(cohortRetentionFigure(cohorts, { incompleteMonth, firstMonth })),
    ],
  );
}
