import { assertEquals, assertThrows } from "@std/assert";
import { InputError } from "../../../../src/frames/errors.ts";
import {
  parseDates,
  readDates,
} from "../../../../src/transactions/interpretation/dates/parse_dates.ts";
import strptime from "../../../fixtures/dates_strptime.json" with { type: "json" };

const iso = (texts: string[], options = {}) =>
  Array.from(parseDates(texts, options), (t) => Number.isNaN(t) ? null : new Date(t).toISOString());

Deno.test("parseDates: the whole column decides whether day or month comes first", () => {
  assertEquals(iso(["2/1/2010", "13/1/2010"])[0], "2010-01-02T00:00:00.000Z");
  assertEquals(iso(["2/1/2010", "1/13/2010"])[0], "2010-02-01T00:00:00.000Z");
});

Deno.test("parseDates: an ambiguous column is asked about, a contradictory one refused", () => {
  assertThrows(() => parseDates(["2/1/2010"]), InputError, "--date-order");
  assertThrows(() => parseDates(["13/1/2010", "1/13/2010"]), InputError, "mixes");
  assertEquals(iso(["2/1/2010"], { dateOrder: "day-first" }), ["2010-01-02T00:00:00.000Z"]);
});

Deno.test("parseDates: the year 99 is not taken for 1999", () => {
  assertEquals([...parseDates(["0099-05-13", "0000-01-01"])], [NaN, NaN]);
});

Deno.test("parseDates: days that the calendar does not have are NaN", () => {
  assertEquals(iso(["2023-02-29", "2024-02-29", "2024-01-01 25:00", "soon", ""]), [
    null,
    "2024-02-29T00:00:00.000Z",
    null,
    null,
    null,
  ]);
});

Deno.test("parseDates: ISO with T, seconds and fractions, and compact dates", () => {
  assertEquals(iso(["2010-12-01T08:26:30.000", "2010-12-01 08:26:00.000", "19970118"]), [
    "2010-12-01T08:26:30.000Z",
    "2010-12-01T08:26:00.000Z",
    "1997-01-18T00:00:00.000Z",
  ]);
});

Deno.test("parseDates: reads what Python's strptime reads, the order found on the whole column", () => {
  for (const { form, texts, seconds } of strptime) {
    assertEquals(Array.from(parseDates(texts), (instant) => instant / 1000), seconds, form);
  }
});

Deno.test("parseDates: the wall clock stays where the zone changes, and all dates have one or none", () => {
  assertEquals(iso(["2023-01-10 15:30:41 +0100", "2023-07-10 15:30:41 +0200"]), [
    "2023-01-10T15:30:41.000Z",
    "2023-07-10T15:30:41.000Z",
  ]);
  assertThrows(() => parseDates(["2023-01-10 15:30 CET", "2023-01-10 15:30"]), InputError, "zone");
});

Deno.test("readDates: says what was decided where dates are not plain ISO 8601", () => {
  assertEquals(readDates(["2024-02-01", "20240202"]).decisions, []);
  assertEquals(readDates(["1/2/2024", "13/2/2024"]).decisions, [
    'Dates are read day-first: "13/2/2024" proves it.',
  ]);
  assertEquals(readDates(["45323"]).decisions, [
    "Dates are read as serial day numbers of a spreadsheet.",
  ]);
});
