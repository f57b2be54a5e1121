import type { ForecastFanRow } from "./forecast_fan_chart.ts";

/** A forecast by month, as far as the chart needs it. */
export interface MonthlyForecast {
  readonly history: readonly {
    /** First day of the month, `YYYY-MM-DD`. */
    readonly from: string;
    readonly days: number;
    readonly revenue: number;
  }[];
  readonly months: readonly {
    /** `YYYY-MM`. */
    readonly month: string;
    readonly days: number;
    readonly complete: boolean;
    readonly expected: number;
    readonly low80: number;
    readonly high80: number;
    readonly low95: number;
    readonly high95: number;
  }[];
}

/**
 * Turns a forecast by month into the rows of the fan chart: revenue per day, so that months of
 * different lengths compare.
 *
 * @param forecast What was seen and what is expected, by month.
 * @returns One row per month, those seen first.
 *
 * @example
 * ```ts
 * import { forecastFanRows } from "./forecast_fan_rows.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = forecastFanRows({
 *   history: [{ from: "2011-08-01", days: 31, revenue: 62 }],
 *   months: [{
 *     month: "2011-09", days: 30, complete: true, expected: 90,
 *     low80: 60, high80: 120, low95: 30, high95: 150,
 *   }],
 * });
 * assertEquals(rows.map(({ month, value }) => [month, value]), [["2011-08", 2], ["2011-09", 3]]);
 * assertEquals(rows[1].range, { low80: 2, high80: 4, low95: 1, high95: 5 });
 * ```
 */
export function forecastFanRows({ history, months }: MonthlyForecast): ForecastFanRow[] {
  return [
    ...history.map(({ from, days, revenue }) => ({
      month: from.slice(0, 7),
      value: revenue / days,
      complete: true,
    })),
    ...months.map(({ month, days, complete, expected, low80, high80, low95, high95 }) => ({
      month,
      value: expected / days,
      complete,
      range: {
        low80: low80 / days,
        high80: high80 / days,
        low95: low95 / days,
        high95: high95 / days,
      },
    })),
  ];
}
