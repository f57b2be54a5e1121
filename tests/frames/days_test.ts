import { assertEquals, assertThrows } from "@std/assert";
import { instantOf } from "../../src/frames/days.ts";

Deno.test("instantOf: midnight in UTC, dates of the calendar only", () => {
  assertEquals(instantOf("2011-09-09", "a date"), Date.UTC(2011, 8, 9));
  for (const text of ["2011-02-30", "9/9/2011", "2011-09-09T10:00", "", "2011-13-01"]) {
    assertThrows(() => instantOf(text, "a date"), RangeError, `got "${text}"`);
  }
});
