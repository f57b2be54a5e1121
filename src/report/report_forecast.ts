import type { RevenueForecast } from "../forecast/forecast_revenue.ts";

/** What the business is to take in, as the report shows it. */
export interface ReportForecast extends Omit<RevenueForecast, "as_of" | "method"> {
  readonly kind: "forecast";
  /** How customers' values were made to add up to it; missing where there are none. */
  readonly reconciliation?: string;
}
