import { formatDate, formatMonth } from "../../src/words/dates.ts";
import { assertEquals } from "@std/assert";

Deno.test("formatMonth: writes a calendar month such as `2011-11` in words", () => {
  assertEquals(formatMonth("2011-11"), "Nov 2011");
});

Deno.test("formatDate: writes an ISO date such as `2011-12-10` in words", () => {
  assertEquals(formatDate("2011-12-09"), "9 Dec 2011");
});
