import type { Exploration } from "../../exploration/explore.ts";
import { resultOf } from "../../frames/attempt.ts";
import { cohortRetentionFigure } from "../../figures/sales/cohort_retention.ts";
import { newAndReturningFigure } from "../../figures/sales/new_and_returning.ts";
import { revenueByMonthFigure } from "../../figures/sales/revenue_by_month.ts";
import { revenueByWeekdayHourFigure } from "../../figures/sales/revenue_by_weekday_hour.ts";
import { showFigure } from "../parts/show_figure.ts";
import type { Markup } from "../parts/html.ts";
import type { RunResult } from "../../pipeline/run_pipeline.ts";
import { section } from "../parts/section.ts";

/**
 * Writes how the shop sells over time: by month, to new and returning customers, over the week, and
 * to each cohort.
 */
export function overTime({ exploration, currency }: RunResult): Markup {
  const { months = [], new_and_returning = [], weekday_hours = [], cohorts = [] }: Partial<
    Exploration
  > = resultOf(exploration) ?? {};
  const incompleteMonth = months.filter((row) => !row.complete).map((row) => row.month).sort()
    .pop();
  const [firstMonth] = new_and_returning.map(({ month }) => month).sort();
  return section(
    "selling",
    "How the shop sells over time",
    "What all predictions rest on: the season, the week, and how many customers come back.",
    [
      showFigure(revenueByMonthFigure(months, { currency })),
      showFigure(newAndReturningFigure(new_and_returning, { currency })),
      showFigure(revenueByWeekdayHourFigure(weekday_hours, { currency })),
      showFigure(cohortRetentionFigure(cohorts, { incompleteMonth, firstMonth })),
    ],
  );
}
