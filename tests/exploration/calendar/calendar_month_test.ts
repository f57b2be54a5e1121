import pl from "nodejs-polars";
import { calendarMonth, monthName } from "../../../src/exploration/calendar/calendar_month.ts";
import { assertEquals } from "@std/assert";

Deno.test("calendarMonth: the calendar month of a date as a number that grows by one from month to month", () => {
  const lines = pl.DataFrame({ day: [new Date("2011-12-09"), new Date("2012-01-01")] });
  const months = lines.select(calendarMonth(pl.col("day"))).getColumn("day").toArray() as number[];
  assertEquals(months.map(monthName), ["2011-12", "2012-01"]);
  assertEquals(months[1] - months[0], 1);
});

Deno.test("monthName: names a calendarMonth", () => {
  assertEquals(monthName(2011 * 12 + 11), "2011-12");
});
