import pl, { type DataFrame } from "nodejs-polars";
import {
  forecastRevenue,
  type RevenueForecast,
  type RevenueForecastOptions,
} from "./forecast_revenue.ts";
import { reconcile, type Reconciliation } from "./reconcile.ts";
import { numberColumn, textColumn } from "../frames/columns.ts";

/** The forecast of the business, and the customers' values that add up to it. */
export interface BusinessForecast {
  readonly forecast: RevenueForecast;
  /** Missing where there are no expected values of customers. */
  readonly reconciliation?: Omit<Reconciliation, "values">;
  /** `customer_id, reconciled_revenue`, with the reconciliation. */
  readonly values?: DataFrame;
}

/**
 * Forecasts the business, by the segments of the customers where there are any, and scales the
 * customers' expected spend to what the business expects from them in the same days.
 *
 * @param options See {@linkcode RevenueForecastOptions}; and the currency, for amounts in words.
 * @param segments `customer_id, segment`, where customers were segmented.
 * @param expected `customer_id, expected_revenue` over the same horizon, where it is known.
 * @throws {NotEnoughDataError} If the file is too short.
 */
export function forecastBusiness(
  transactions: DataFrame,
  { currency, ...options }: RevenueForecastOptions & { readonly currency?: string },
  segments?: DataFrame,
  expected?: DataFrame,
): BusinessForecast {
  const names = segments && textColumn(segments, "segment");
  const segmentOf = new Map(
    segments && textColumn(segments, "customer_id").map((id, i) => [id, names![i]]),
  );
  const forecast = forecastRevenue(transactions, { ...options, segmentOf });
  if (!expected) return { forecast };
  const sorted = expected.sort("customer_id");
  const revenue = numberColumn(sorted, "expected_revenue");
  if (revenue.every((value) => value === 0)) return { forecast };
  const { values, ...reconciliation } = reconcile(revenue, forecast.total.existing, currency);
  return {
    forecast,
    reconciliation,
    values: sorted.select("customer_id").withColumns(
      pl.Series("reconciled_revenue", values, pl.Float64),
    ),
  };
}
