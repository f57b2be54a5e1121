import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatPercent } from "../words/numbers.ts";
import type { RevenueByCountryRow } from "../figures/sales/revenue_by_country_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the chart of countries: the biggest, the next, and how many there are.
 *
 * @param rows One row per country, in any order.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readCountries } from "./read_countries.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readCountries([
 *     { country: "EIRE", revenue: 18, customers: 1, invoices: 4, share: 0.18 },
 *     { country: "United Kingdom", revenue: 82, customers: 9, invoices: 20, share: 0.82 },
 *   ]),
 *   "United Kingdom brings 82.0\u00a0% of revenue; EIRE follows with 18.0\u00a0%, and 2 countries " +
 *     "bought in all.",
 * );
 * ```
 */
export function readCountries(rows: readonly RevenueByCountryRow[]): string {
  const countries = finiteRows(rows, "revenue", "share").sort((a, b) =>
    b.revenue - a.revenue || (a.country < b.country ? -1 : 1)
  );
  if (countries.length === 0) return NO_DATA;
  const [first, second] = countries;
  if (second === undefined) return `All revenue comes from one country, ${first.country}.`;
  return `${first.country} brings ${formatPercent(first.share, 1)} of revenue; ${second.country} ` +
    `follows with ${formatPercent(second.share, 1)}, and ${countries.length} countries bought in ` +
    `all.`;
}
