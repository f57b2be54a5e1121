import pl, { type Expr } from "nodejs-polars";

/**
 * The calendar month of a date as a number that grows by one from month to month.
 *
 * @returns Months since the first one of year 0, as an expression of whole numbers.
 */
export function calendarMonth(date: Expr): Expr {
  return date.dt.year().cast(pl.Int32).mul(12).add(date.dt.month()).sub(1).cast(pl.Int32);
}

/**
 * Names a {@linkcode calendarMonth}.
 *
 * @param month Months since the first one of year 0.
 * @returns The month as in `2011-12`.
 */
export function monthName(month: number): string {
  const year = String(Math.floor(month / 12)).padStart(4, "0");
  return `${year}-${String(month % 12 + 1).padStart(2, "0")}`;
}
