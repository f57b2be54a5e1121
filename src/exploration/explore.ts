import { type BasketDistribution, basketDistribution } from "./basket_distribution.ts";
import { cohortRetention, type CohortRow } from "./cohort_retention.ts";
import { newAndReturning, type NewAndReturningRow } from "./new_and_returning.ts";
import { outlierOrders, type OutlierRow } from "./outlier_orders.ts";
import { giniCoefficient, pareto, type ParetoRow, topCustomersShare } from "./pareto.ts";
import { type PriceBandRow, priceBands } from "./price_bands.ts";
import { returnsByMonth, type ReturnsMonthRow } from "./returns_by_month.ts";
import { type ReturnedProductRow, returnsByProduct } from "./returns_by_product.ts";
import { type CountryRow, revenueByCountry } from "./revenue_by_country.ts";
import { type MonthRow, revenueByMonth } from "./revenue_by_month.ts";
import { revenueByWeekdayHour, type WeekdayHourRow } from "./revenue_by_weekday_hour.ts";
import { type ProductChanges, risingProducts } from "./rising_products.ts";
import { type ProductRow, topProducts } from "./top_products.ts";
import type { CleanTransactions } from "../transactions/cleaning/clean_transactions.ts";
import { exactTotal } from "../frames/exact_total.ts";

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
  readonly newAndReturning: readonly NewAndReturningRow[];
  /** Null where no order is worth a millionth. */
  readonly baskets: BasketDistribution;
  readonly priceBands: readonly PriceBandRow[];
  readonly productChanges: ProductChanges;
  readonly returnsByMonth: readonly ReturnsMonthRow[];
  readonly returnedProducts: readonly ReturnedProductRow[];
  readonly outliers: readonly OutlierRow[];
}

/**
 * Looks at what was sold and what came back: totals over all sales, tables of customers, orders and
 * returns over known customers.
 *
 * @param clean Cleaned transactions.
 * @returns All tables of the exploration.
 */
export function explore({ sales, transactions, returns }: CleanTransactions): Exploration {
  // Spend is added up once for the three figures that ask for it.
  const spend = transactions.groupBy("customer_id").agg(exactTotal("revenue"));
  return {
    months: revenueByMonth(sales),
    weekdayHours: revenueByWeekdayHour(sales),
    countries: revenueByCountry(sales),
    topProducts: topProducts(sales),
    pareto: pareto(spend),
    topShare: topCustomersShare(spend),
    gini: giniCoefficient(spend),
    cohorts: cohortRetention(transactions),
    newAndReturning: newAndReturning(transactions),
    baskets: basketDistribution(transactions),
    priceBands: priceBands(sales),
    productChanges: risingProducts(sales),
    returnsByMonth: returnsByMonth(transactions, returns),
    returnedProducts: returnsByProduct(transactions, returns),
    outliers: outlierOrders(sales, returns),
  };
}
