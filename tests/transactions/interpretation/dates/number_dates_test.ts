import { assertEquals } from "@std/assert";
import { numberDates } from "../../../../src/transactions/interpretation/dates/number_dates.ts";

const days = (texts: string[], dayOne?: string) => {
  const read = numberDates(texts, dayOne);
  if (typeof read !== "object") return read;
  return Array.from(
    read.instants,
    (instant) => Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 16),
  );
};

Deno.test("numberDates: serial numbers, seconds and milliseconds, where the whole column is so", () => {
  assertEquals(days(["45323", "45323.75", ""]), ["2024-02-01T00:00", "2024-02-01T18:00", ""]);
  assertEquals(days(["1672934741", "1672934741.5"]), ["2023-01-05T16:05", "2023-01-05T16:05"]);
  assertEquals(days(["1672934741123", "none"]), ["2023-01-05T16:05", ""]);
  assertEquals(days(["1672934741", "2023-01-05"]), undefined);
  assertEquals(days(["9999999999"]), undefined); // the year 2286
});

Deno.test("numberDates: the number of a day needs day 1, a year is none", () => {
  assertEquals(days(["1", "711"]), "day numbers");
  assertEquals(days(["1", "32.0"], "2020-01-01"), ["2020-01-01T00:00", "2020-02-01T00:00"]);
  assertEquals(days(["2023", "2024"]), undefined);
  assertEquals(days(["", "none"]), undefined);
});
