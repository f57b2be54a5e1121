import * as Plot from "@observablehq/plot";
import { formatMonth } from "../../words/dates.ts";

/**
 * Names the months under an axis: the year is written once, under its first month, and many months
 * are named every second or third.
 *
 * @param months The months of the axis in order of time, `YYYY-MM`.
 * @returns A tick format: the text of a month, empty where there is no room for it.
 */
export function monthTick(
  months: readonly string[],
  width: number,
): (month: string, i: number) => string {
  const step = Math.ceil(months.length / Math.floor((width - 70) / 34));
  return (month, i) => {
    if (i % step !== 0) return "";
    const [name, year] = formatMonth(month).split(" ");
    const newYear = i === 0 || months[i - step]?.slice(0, 4) !== month.slice(0, 4);
    return newYear && year ? `${name}\n${year}` : name;
  };
}

/**
 * The axis of months that charts over time share.
 *
 * @param months The months in order of time, `YYYY-MM`.
 */
export function monthAxis(months: readonly string[], width: number) {
  return Plot.axisX(months, {
    tickFormat: monthTick(months, width),
    tickSize: 0,
    label: null,
    lineHeight: 1.25,
  });
}
