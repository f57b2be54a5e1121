import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatPercent } from "../words/numbers.ts";
import { type WeekdayHourRow, WEEKDAYS } from "../figures/sales/weekday_hour_chart.ts";
import { joinWords, NO_DATA } from "../words/sentences.ts";

/**
 * Reads the chart of weekdays and hours: the best day, the best hour, and days without sales.
 *
 * @param rows One row per weekday (1 is Monday) and hour, in any order.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readWeekdayHours } from "./read_weekday_hours.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const rows = [1, 2, 3, 4, 5, 7].map((weekday) => ({
 *   weekday, hour: 9, revenue: weekday === 4 ? 500 : 100, invoices: 1,
 * }));
 * assertEquals(
 *   readWeekdayHours(rows),
 *   "Thursday is the strongest day with 50.0\u00a0% of revenue, Thursday from 9:00 to 10:00 the " +
 *     "strongest hour; there are no sales on Saturday.",
 * );
 * ```
 */
export function readWeekdayHours(rows: readonly WeekdayHourRow[]): string {
  const cells = finiteRows(rows, "weekday", "hour", "revenue");
  const total = cells.reduce((sum, row) => sum + row.revenue, 0);
  if (!(total > 0)) return NO_DATA;
  const byDay = WEEKDAYS.map((name, i) => ({
    name,
    lines: cells.filter((row) => row.weekday === i + 1).length,
    revenue: cells.filter((row) => row.weekday === i + 1)
      .reduce((sum, row) => sum + row.revenue, 0),
  }));
  const day = byDay.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const hour = cells.reduce((a, b) => (b.revenue > a.revenue ? b : a));
  const closed = byDay.filter((row) => row.lines === 0).map((row) => row.name);
  return `${day.name} is the strongest day with ${formatPercent(day.revenue / total, 1)} of ` +
    `revenue, ${WEEKDAYS[hour.weekday - 1]} from ${hour.hour}:00 to ${hour.hour + 1}:00 the ` +
    `strongest hour${closed.length ? `; there are no sales on ${joinWords(closed)}` : ""}.`;
}
