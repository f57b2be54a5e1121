import { type BasketDistribution, basketDistribution } from "./basket_distribution.ts";
import { cohortRetention, type CohortRow } from "./cohorts/cohort_retention.ts";
import { newAndReturning, type NewAndReturningRow } from "./new_and_returning.ts";
import { outlierOrders, type OutlierRow } from "./outlier_orders.ts";
import { giniCoefficient, pareto, type ParetoRow, topCustomersShare } from "./pareto.ts";
import { type PriceBandRow, priceBands } from "./price_bands.ts";
import { returnsByMonth, type ReturnsMonthRow } from "./returns/returns_by_month.ts";
import { type ReturnedProductRow, returnsByProduct } from "./returns/returns_by_product.ts";
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
  readonly weekday_hours: readonly WeekdayHourRow[];
  readonly countries: readonly CountryRow[];
  readonly top_products: readonly ProductRow[];
  readonly pareto: readonly ParetoRow[];
  /** Share of revenue of the top fifth of the customers, 0 to 1. */
  readonly top_share: number;
  /** Gini coefficient of spending, 0 (all the same) to 1 (one customer has all). */
  readonly gini_coefficient: number;
  readonly cohorts: readonly CohortRow[];
  readonly new_and_returning: readonly NewAndReturningRow[];
  readonly baskets: BasketDistribution;
  readonly price_bands: readonly PriceBandRow[];
  readonly product_changes: ProductChanges;
  readonly returns_by_month: readonly ReturnsMonthRow[];
  readonly returned_products: readonly ReturnedProductRow[];
  readonly outliers: readonly OutlierRow[];
}

/**
 * Looks at what was sold and what came back: totals over all sales, tables of customers, orders and
 * returns over known customers; without any, tables of customers are empty, orders are all orders.
 */
export function explore({ sales, transactions, returns }: CleanTransactions): Exploration {
  const hasCustomers = transactions.height > 0;
  const bought = hasCustomers ? transactions : sales;
  // Spend is added up once for the three figures that ask for it.
  const spend = transactions.groupBy("customer_id").agg(exactTotal("revenue"));
  return {
    months: revenueByMonth(sales),
    weekday_hours: revenueByWeekdayHour(sales),
    countries: revenueByCountry(sales),
    top_products: topProducts(sales),
    pareto: hasCustomers ? pareto(spend) : [],
    top_share: hasCustomers ? topCustomersShare(spend) : NaN,
    gini_coefficient: hasCustomers ? giniCoefficient(spend) : NaN,
    cohorts: hasCustomers ? cohortRetention(transactions) : [],
    new_and_returning: hasCustomers ? newAndReturning(transactions) : [],
    baskets: basketDistribution(bought),
    price_bands: priceBands(sales),
    product_changes: risingProducts(sales),
    returns_by_month: returnsByMonth(bought, returns),
    returned_products: returnsByProduct(bought, returns),
    outliers: outlierOrders(sales, returns),
  };
}
