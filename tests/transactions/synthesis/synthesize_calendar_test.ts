import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  businessTimeAt,
  createCalendar,
  wallClockAt,
} from "../../../src/transactions/synthesis/calendar.ts";

const flat = Array(12).fill(1);

Deno.test("createCalendar: a year of equal months has about 365 business days", () => {
  const { passed } = createCalendar("2023-01-01", 365, flat);
  assertAlmostEquals(passed[365], 365, 5);
});

Deno.test("createCalendar: the shop is closed on Christmas Day and New Year's Day", () => {
  const { passed } = createCalendar("2023-12-25", 8, flat);
  assertEquals([passed[1], passed[2]], [0, 0]);
  assertEquals(passed[8], passed[7]);
});

Deno.test("createCalendar: a start that is no date and a period without open day are refused", () => {
  assertThrows(() => createCalendar("yesterday", 10, flat), RangeError, "yesterday");
  assertThrows(() => createCalendar("2023-01-01", 1, flat), RangeError, "closed");
});

Deno.test("wallClockAt: is the inverse of the passed business days, in opening hours", () => {
  const calendar = createCalendar("2023-01-01", 365, flat);
  const total = calendar.passed[365];
  let previous = -Infinity;
  for (let i = 0; i <= 1000; i++) {
    const businessTime = total * i / 1000;
    const milliseconds = wallClockAt(calendar, businessTime);
    const date = new Date(milliseconds);
    const day = Math.floor((milliseconds - calendar.start) / 86_400_000);
    assert(milliseconds >= previous && day < 365);
    assert(date.getUTCHours() >= 8 && date.getUTCHours() <= 18, date.toISOString());
    assert(businessTimeAt(calendar, day) <= businessTime);
    assert(businessTimeAt(calendar, day + 1) >= businessTime);
    previous = milliseconds;
  }
});

Deno.test("wallClockAt: the last business moment is before the end, even if the last day is closed", () => {
  const calendar = createCalendar("2023-12-20", 7, flat); // ends with 25 and 26 December
  const last = new Date(wallClockAt(calendar, calendar.passed[7]));
  assertEquals(last.toISOString().slice(0, 10), "2023-12-24");
});
