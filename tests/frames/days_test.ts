import { assertEquals, assertThrows } from "@std/assert";
import { instantOf, linesBefore, MOST_YEARS } from "../../src/frames/days.ts";
import pl from "nodejs-polars";

Deno.test("instantOf: midnight in UTC, dates of the calendar only", () => {
  assertEquals(instantOf("2011-09-09", "a date"), Date.UTC(2011, 8, 9));
  for (const text of ["2011-02-30", "9/9/2011", "2011-09-09T10:00", "", "2011-13-01"]) {
    assertThrows(() => instantOf(text, "a date"), RangeError, `got "${text}"`);
  }
});

Deno.test("MOST_YEARS: years that series by month or week look back", () => {
  assertEquals(MOST_YEARS, 10);
});

Deno.test("linesBefore: says which lines lie strictly before an ISO date", () => {
  const lines = pl.DataFrame({
    invoice_date: ["2024-05-01", "2024-05-02"].map((d) => new Date(d)),
  });
  assertEquals(lines.filter(linesBefore("2024-05-02")).height, 1);
});
