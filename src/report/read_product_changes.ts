import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatDate } from "../words/dates.ts";
import type { ProductChangesRow } from "../figures/assortment/product_changes_chart.ts";
import { formatMoney } from "../words/money.ts";
import { joinWords, NO_DATA } from "../words/sentences.ts";

/** The two windows of time that are compared, ISO dates. */
export interface ComparedWindows {
  readonly before: string;
  readonly after: string;
  /** The day after the later window. */
  readonly until: string;
}

/**
 * Reads the products that changed most: what rose, what fell, and between which windows.
 *
 * @param rows One row per product, in any order.
 * @param windows The windows that are compared. Default: not named.
 * @param currency Sign or code of the currency.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readProductChanges } from "./read_product_changes.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readProductChanges(
 *     [{ product_id: "1", description: "LAMP", revenue_before: 2, revenue_after: 9, change: 7 }],
 *     { before: "2011-06-10", after: "2011-09-09", until: "2011-12-09" },
 *   ),
 *   "From 9 Sep 2011 up to 9 Dec 2011, against as many days before, LAMP rises most (2 to 9); the " +
 *     "two times differ by season too.",
 * );
 * ```
 */
export function readProductChanges(
  rows: readonly ProductChangesRow[],
  windows?: ComparedWindows,
  currency?: string,
): string {
  const products = finiteRows(rows, "change", "revenue_before", "revenue_after").sort((a, b) =>
    b.change - a.change || (a.product_id < b.product_id ? -1 : 1)
  );
  if (products.length === 0) return NO_DATA;
  const tell = (row: ProductChangesRow, verb: string) =>
    `${row.description || row.product_id} ${verb} most (${
      formatMoney(row.revenue_before, currency)
    } to ${formatMoney(row.revenue_after, currency)})`;
  const [top] = products, bottom = products[products.length - 1];
  const parts = [
    ...(top.change > 0 ? [tell(top, "rises")] : []),
    ...(bottom.change < 0 ? [tell(bottom, "falls")] : []),
  ];
  if (parts.length === 0) return "No product sells for more or less than in the time before.";
  const compared = windows
    ? `From ${formatDate(windows.after)} up to ${
      formatDate(windows.until)
    }, against as many days ` +
      `before`
    : "Against the time before";
  return `${compared}, ${joinWords(parts)}; the two times differ by season too.`;
}
