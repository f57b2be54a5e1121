import type { ReportInput } from "./report_input.ts";

/**
 * Makes a report of nothing: every list empty, every task unmeasured.
 *
 * The start for whoever has only some of the pieces: `{ ...emptyReportInput(…), months }` is a
 * whole report that says what is missing.
 *
 * @param title Title of the report.
 * @param asOf The day of the snapshot, `YYYY-MM-DD`.
 * @returns A report input without data.
 *
 * @example
 * ```ts
 * import { emptyReportInput } from "./empty_report_input.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(emptyReportInput("A shop", "2011-12-10").segments, []);
 * ```
 */
export function emptyReportInput(title: string, asOf: string): ReportInput {
  return {
    title,
    inputs: [],
    asOf,
    horizonDays: 91,
    audit: {
      rows_read: 0,
      rows_kept: 0,
      rejected: [],
      revenue_read: 0,
      revenue_kept: 0,
      customers: 0,
      invoices: 0,
      products: 0,
    },
    months: [],
    newAndReturning: [],
    weekdayHours: [],
    cohorts: [],
    pareto: [],
    topShare: null,
    countries: [],
    topProducts: [],
    productChanges: [],
    priceBands: [],
    baskets: null,
    returnsByMonth: [],
    returnedProducts: [],
    outliers: [],
    rfmSegments: [],
    selection: [],
    chosenK: null,
    chosenBecause: "",
    segments: [],
    segmentProfiles: [],
    metrics: { fitted_as_of: asOf, tested_as_of: asOf, horizon_days: 91, tasks: {} },
    roc: { churn: [], high_spend: [] },
    calibration: { churn: [], high_spend: [] },
    importance: { churn: [], high_spend: [], revenue: [] },
    revenueDeciles: [],
    similarExamples: [],
    recommendationExamples: [],
    caveats: [],
  };
}
