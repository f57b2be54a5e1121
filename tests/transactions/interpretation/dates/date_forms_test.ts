import { assertEquals } from "@std/assert";
import {
  fullYear,
  otherForm,
  writtenDay,
} from "../../../../src/transactions/interpretation/dates/date_forms.ts";

Deno.test("writtenDay: numbers whose order is open stay in the order in which they come", () => {
  assertEquals(writtenDay("2024-1-31"), { year: "2024", month: 1, day: 31 });
  assertEquals(writtenDay("31.1.2024"), { first: "31", second: "1", year: "2024" });
  assertEquals(writtenDay("01/02/03"), { first: "01", second: "02", last: "03" });
  assertEquals(writtenDay("05-jan-24"), { first: "05", month: 1, last: "24" });
  for (const text of ["31/1-2024", "2024-1/31", "31", "lamp", "", "5 soon 2024"]) {
    assertEquals(writtenDay(text), undefined, text);
  }
});

Deno.test("writtenDay: a weekday before the date is passed over", () => {
  for (const text of ["mar. 5 mars 2024", "le 5 mars 2024", "dienstag, 5. marz 2024"]) {
    assertEquals(writtenDay(text), { year: "2024", month: 3, day: 5 }, text);
  }
  assertEquals(writtenDay("mar 5, 2024"), { year: "2024", month: 3, day: 5 });
});

Deno.test("otherForm: weeks, days of the year, months and years are named", () => {
  assertEquals(
    ["2023-w05-3", "2023w05", "2023-123", "2023-05", "202305", "2023", "q1 2023", "15:45", "x"].map(
      otherForm,
    ),
    [
      "an ISO week",
      "an ISO week",
      "a day of the year",
      "a month",
      "a month",
      "a year",
      "a quarter",
      "a time",
      undefined,
    ],
  );
});

Deno.test("fullYear: 69 to 99 and 00 to 68, as POSIX has it", () => {
  assertEquals(["69", "99", "00", "68"].map(fullYear), [1969, 1999, 2000, 2068]);
});
