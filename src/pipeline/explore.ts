import { cohortRetention, type CohortRow } from "../exploration/cohort_retention.ts";
import {
  giniCoefficient,
  pareto,
  type ParetoRow,
  topCustomersShare,
} from "../exploration/pareto.ts";
import { type CountryRow, revenueByCountry } from "../exploration/revenue_by_country.ts";
import { type MonthRow, revenueByMonth } from "../exploration/revenue_by_month.ts";
import {
  revenueByWeekdayHour,
  type WeekdayHourRow,
} from "../exploration/revenue_by_weekday_hour.ts";
import { type ProductRow, topProducts } from "../exploration/top_products.ts";
import type { CleanTransactions } from "../transactions/clean_transactions.ts";

/** The tables of the exploration. */
export interface Exploration {
  readonly months: readonly MonthRow[];
  readonly weekdayHours: readonly WeekdayHourRow[];
  readonly countries: readonly CountryRow[];
  readonly topProducts: readonly ProductRow[];
  readonly pareto: readonly ParetoRow[];
  /** Share of revenue of the top fifth of customers. */
  readonly topShare: number;
  readonly gini: number;
  readonly cohorts: readonly CohortRow[];
}

/**
 * Looks at what was sold: totals over all sales, customer tables over known customers.
 *
 * @param clean Cleaned transactions.
 * @returns All tables of the exploration.
 */
export function explore({ sales, transactions }: CleanTransactions): Exploration {
  return {
    months: revenueByMonth(sales),
    weekdayHours: revenueByWeekdayHour(sales),
    countries: revenueByCountry(sales),
    topProducts: topProducts(sales),
    pareto: pareto(transactions),
    topShare: topCustomersShare(transactions),
    gini: giniCoefficient(transactions),
    cohorts: cohortRetention(transactions),
  };
}
