import { cohortRetentionChart } from "../../charts/cohort_retention_chart.ts";
import { paretoChart } from "../../charts/pareto_chart.ts";
import { revenueByCountryChart } from "../../charts/revenue_by_country_chart.ts";
import { revenueByMonthChart } from "../../charts/revenue_by_month_chart.ts";
import { topProductsChart } from "../../charts/top_products_chart.ts";
import { weekdayHourChart } from "../../charts/weekday_hour_chart.ts";
import { figure } from "../figure.ts";
import type { Markup } from "../html.ts";
import { readCohorts } from "../read_cohorts.ts";
import { readCountries } from "../read_countries.ts";
import { readPareto } from "../read_pareto.ts";
import { readRevenueByMonth } from "../read_revenue_by_month.ts";
import { readTopProducts } from "../read_top_products.ts";
import { readWeekdayHours } from "../read_weekday_hours.ts";
import type { ReportInput } from "../report_input.ts";
import { section } from "../section.ts";

/**
 * Writes how the shop sells: over time, over the week, to whom, where, and what.
 *
 * @param input Everything that the report shows.
 * @returns A section with six charts.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "../empty_report_input.ts";
 * import { selling } from "./selling.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { markup } = selling(emptyReportInput("A shop", "2011-12-10"));
 * assertEquals(markup.split("no data").length - 1 >= 6, true);
 * ```
 */
export function selling(input: ReportInput): Markup {
  const { currency, months } = input;
  const plain = (title: string, width: number) => ({ title, showTitle: false, currency, width });
  const incomplete = months.filter((row) => !row.complete).map((row) => row.month).sort().pop();
  const topShare = input.topShare ?? undefined;
  const concentration = { topShare, giniCoefficient: input.giniCoefficient };
  const t = {
    months: "Revenue by month",
    week: "Revenue by weekday and hour",
    cohorts: "Customers who come back, by month of their first purchase",
    pareto: "How concentrated revenue is",
    countries: "Revenue by country",
    products: "Products with the most revenue",
  };
  return section(
    "selling",
    "How the shop sells",
    "Sales over time, over the week and over the map: the ground on which all predictions stand.",
    [
      figure(
        t.months,
        (width) => revenueByMonthChart(months, plain(t.months, width)),
        readRevenueByMonth(months, currency),
      ),
      figure(
        t.week,
        (width) => weekdayHourChart(input.weekdayHours, plain(t.week, width)),
        readWeekdayHours(input.weekdayHours),
      ),
      figure(
        t.cohorts,
        (width) => cohortRetentionChart(input.cohorts, plain(t.cohorts, width)),
        readCohorts(input.cohorts, incomplete),
      ),
      figure(
        t.pareto,
        (width) => paretoChart(input.pareto, { ...plain(t.pareto, width), topShare }),
        readPareto(input.pareto, concentration),
      ),
      figure(
        t.countries,
        (width) => revenueByCountryChart(input.countries, plain(t.countries, width)),
        readCountries(input.countries),
      ),
      figure(
        t.products,
        (width) => topProductsChart(input.topProducts, plain(t.products, width)),
        readTopProducts(input.topProducts, currency),
      ),
    ],
  );
}
