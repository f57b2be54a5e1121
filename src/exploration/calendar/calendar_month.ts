import pl, { type Expr } from "nodejs-polars";

/**
 * The calendar month of a date as a number that grows by one from month to month.
 *
 * @param date A `Datetime` expression.
 * @returns Months since the first one of year 0, as an expression of whole numbers.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { calendarMonth, monthName } from "./calendar_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({ day: [new Date("2011-12-09"), new Date("2012-01-01")] });
 * const months = lines.select(calendarMonth(pl.col("day"))).getColumn("day").toArray() as number[];
 * assertEquals(months.map(monthName), ["2011-12", "2012-01"]);
 * assertEquals(months[1] - months[0], 1);
 * ```
 */
export function calendarMonth(date: Expr): Expr {
  return date.dt.year().cast(pl.Int32).mul(12).add(date.dt.month()).sub(1).cast(pl.Int32);
}

/**
 * Names a {@linkcode calendarMonth}.
 *
 * @param month Months since the first one of year 0.
 * @returns The month as in `2011-12`.
 *
 * @example
 * ```ts
 * import { monthName } from "./calendar_month.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(monthName(2011 * 12 + 11), "2011-12");
 * ```
 */
export function monthName(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String(month % 12 + 1).padStart(2, "0")}`;
}
