import type { OutlierRow } from "../../exploration/outlier_orders.ts";
import { countOf } from "../../words/numbers.ts";

/**
 * Says what became of a line that stands out: cancelled when and by which invoice, or kept.
 *
 * @param line The line.
 * @returns A few words.
 *
 * @example
 * ```ts
 * import { outcomeInWords } from "./outcome_in_words.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const line = {
 *   invoice_date: "2011-12-09T09:15", invoice_id: "581483", product_id: "23843", description: "BIRD",
 *   customer_id: "16446", is_service: false, quantity: 80995, revenue: 168469.6,
 *   times_median_quantity: 20249, times_median_revenue: 16983,
 *   cancelled_by: "C581484", minutes_until_cancelled: 12,
 * };
 * assertEquals(outcomeInWords(line), "cancelled 12 minutes later by C581484");
 * ```
 */
export function outcomeInWords(line: OutlierRow): string {
  if (line.cancelled_by !== "") return `cancelled ${delay(line)} by ${line.cancelled_by}`;
  const kept = line.is_service ? "kept, a service or an adjustment" : "kept";
  return line.customer_id === "" ? `${kept}; it names no customer` : kept;
}

function delay({ invoice_date, minutes_until_cancelled: minutes }: OutlierRow): string {
  if (minutes === null || !Number.isFinite(minutes)) return "later";
  // Files with dates only put every line at midnight.
  if (minutes === 0) return invoice_date.endsWith("T00:00") ? "on the same day" : "at once";
  if (minutes < 120) return `${countOf(minutes, "minute")} later`;
  if (minutes < 48 * 60) return `${countOf(Math.round(minutes / 60), "hour")} later`;
  return `${countOf(Math.round(minutes / 60 / 24), "day")} later`;
}
