import {
  countOf,
  formatNumber,
  formatPercent,
  formatPoints,
  formatRounded,
  formatShort,
  formatTimes,
} from "../../src/words/numbers.ts";
import { assertEquals } from "@std/assert";

Deno.test("formatNumber: writes a number with thousands separators and a fixed number of digits after the point", () => {
  assertEquals(formatNumber(8887208.894), "8,887,209");
  assertEquals(formatNumber(0.74021, 3), "0.740");
  assertEquals(formatNumber(NaN), "–");
});

Deno.test("formatShort: writes a number shortly, for axes and labels", () => {
  assertEquals([1234567, 15400, 999.6, 42, 3.14159, 0].map(formatShort), [
    "1.23M",
    "15.4K",
    "1K",
    "42",
    "3.14",
    "0",
  ]);
});

Deno.test("formatRounded: writes a number with no more digits than it needs", () => {
  assertEquals([1234.5, 3.14, 8, NaN].map((value) => formatRounded(value)), [
    "1,235",
    "3.1",
    "8",
    "–",
  ]);
  assertEquals(formatRounded(0.05, 2), "0.05");
});

Deno.test("formatTimes: writes how many times as much something is, with two significant digits", () => {
  assertEquals([4.2345, 1260].map(formatTimes), ["4.2 ×", "1,300 ×"]);
});

Deno.test("formatPercent: writes a share between 0 and 1 as a percentage", () => {
  assertEquals(formatPercent(0.45), "45\u00a0%");
  assertEquals(formatPercent(0.74623, 1), "74.6\u00a0%");
  assertEquals(formatPercent(0.0001, 1), "<0.1\u00a0%");
  assertEquals(formatPercent(null), "–");
});

Deno.test("formatPoints: writes the distance between two shares in percentage points", () => {
  assertEquals(formatPoints(-0.042), "4.2 percentage points");
});

Deno.test("countOf: counts things in words, in singular or plural", () => {
  assertEquals([countOf(1, "customer"), countOf(4338, "customer")], [
    "1 customer",
    "4,338 customers",
  ]);
});
