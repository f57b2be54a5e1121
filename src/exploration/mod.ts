/**
 * Exploration: what the shop sold, when, where and to whom.
 *
 * @module
 */
export { type MonthRow, revenueByMonth } from "./revenue_by_month.ts";
export { revenueByWeekdayHour, type WeekdayHourRow } from "./revenue_by_weekday_hour.ts";
export { type CountryRow, revenueByCountry } from "./revenue_by_country.ts";
export { type ProductRow, topProducts } from "./top_products.ts";
export { giniCoefficient, pareto, type ParetoRow, topCustomersShare } from "./pareto.ts";
export { cohortRetention, type CohortRow } from "./cohorts/cohort_retention.ts";
export { cohortRevenue, type CohortRevenueRow } from "./cohorts/cohort_revenue.ts";
export { newAndReturning, type NewAndReturningRow } from "./new_and_returning.ts";
export {
  type BasketBin,
  type BasketDistribution,
  basketDistribution,
  type BasketSpread,
} from "./basket_distribution.ts";
export { type PriceBandRow, priceBands, type PriceBandsOptions } from "./price_bands.ts";
export {
  type ProductChangeRow,
  type ProductChanges,
  risingProducts,
  type RisingProductsOptions,
} from "./rising_products.ts";
export { returnsByMonth, type ReturnsMonthRow } from "./returns/returns_by_month.ts";
export {
  type ReturnedProductRow,
  returnsByProduct,
  type ReturnsByProductOptions,
} from "./returns/returns_by_product.ts";
export { outlierOrders, type OutlierOrdersOptions, type OutlierRow } from "./outlier_orders.ts";
