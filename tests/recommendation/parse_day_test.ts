import { assertEquals, assertThrows } from "@std/assert";
import { parseDay } from "../../src/recommendation/parse_day.ts";

Deno.test("parseDay: midnight in UTC, dates of the calendar only", () => {
  assertEquals(parseDay("2011-09-09", "a date"), Date.UTC(2011, 8, 9));
  for (const text of ["2011-02-30", "9/9/2011", "2011-09-09T10:00", "", "2011-13-01"]) {
    assertThrows(() => parseDay(text, "a date"), RangeError, `got "${text}"`);
  }
});
