/**
 * Forecast: the revenue of the coming months.
 *
 * @module
 */
export {
  type ForecastMonth,
  forecastRevenue,
  type RevenueForecast,
  type RevenueForecastOptions,
} from "./forecast_revenue.ts";
export { reconcile, type Reconciliation } from "./reconcile.ts";
