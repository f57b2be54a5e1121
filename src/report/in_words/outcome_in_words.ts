import type { OutlierRow } from "../../exploration/outlier_orders.ts";
import { countOf } from "../../words/numbers.ts";

/** Says what became of a line that stands out: cancelled when and by which invoice, or kept. */
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
