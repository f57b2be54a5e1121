import pl, { type DataFrame } from "nodejs-polars";
import { exactTotal } from "../frames/exact_total.ts";

/** Sales to one country. */
export interface CountryRow {
  readonly country: string;
  readonly revenue: number;
  readonly customers: number;
  readonly invoices: number;
  /** Share of all revenue, 0 to 1. */
  readonly share: number;
}

/**
 * Revenue, customers and invoices by country.
 *
 * @param sales Transaction lines; pass purchases of known customers to match published tables.
 * @returns One row per country, the largest revenue first; an empty name is "Unknown".
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { revenueByCountry } from "./revenue_by_country.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sales = pl.DataFrame({
 *   invoice_id: ["1", "2"], customer_id: ["7", "8"], country: ["France", "Spain"], revenue: [1, 3],
 * });
 * assertEquals(revenueByCountry(sales)[0], {
 *   country: "Spain", revenue: 3, customers: 1, invoices: 1, share: 0.75,
 * });
 * ```
 */
export function revenueByCountry(sales: DataFrame): CountryRow[] {
  const rows = sales
    .groupBy("country")
    .agg(
      exactTotal("revenue"),
      pl.col("customer_id").filter(pl.col("customer_id").neq(pl.lit(""))).nUnique()
        .alias("customers"),
      pl.col("invoice_id").nUnique().alias("invoices"),
    )
    .sort(["revenue", "country"], true)
    .toRecords();
  const total = rows.reduce((sum, row) => sum + Number(row.revenue), 0);
  return rows.map((row) => ({
    country: String(row.country) || "Unknown",
    revenue: Number(row.revenue),
    customers: Number(row.customers),
    invoices: Number(row.invoices),
    share: Number(row.revenue) / total,
  }));
}
