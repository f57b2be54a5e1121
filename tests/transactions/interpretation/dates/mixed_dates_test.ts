import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../../src/frames/errors.ts";
import { parseDates } from "../../../../src/transactions/interpretation/dates/parse_dates.ts";

Deno.test("refuseSomeZones: names a date of each kind; what is no date has no say", () => {
  const zoned = "2024-02-01T10:00:00Z";
  assertThrows(
    () => parseDates([zoned, "2024-02-01 10:00"]),
    InputError,
    `with a time zone ("${zoned}") and without ("2024-02-01 10:00")`,
  );
  assertEquals(parseDates([zoned, "soon", ""])[0], Date.UTC(2024, 1, 1, 10));
});

Deno.test("refuseSwapped: what a spreadsheet of another country has made of dates is refused", () => {
  const taken = ["2024-02-01", "2024-03-01", "2024-04-12", "2024-05-11"];
  const left = ["13/1/2024", "14/1/2024", "15/2/2024", "31/3/2024"];
  assertThrows(() => parseDates([...taken, ...left]), InputError, "takes days for months");
  assertEquals(parseDates([...taken, ...left, "2024-05-13"])[0], Date.UTC(2024, 1, 1));
});
