import { assertAlmostEquals, assertEquals } from "@std/assert";
import { monthBlocks, monthsLater } from "../../src/forecast/month_blocks.ts";
import { createRandom } from "../../src/numeric/random/random.ts";
import { lines } from "../lifetime_value/purchases.ts";

const dates = (edges: Float64Array) =>
  Array.from(edges, (edge) => new Date(edge).toISOString().slice(0, 10));
const edgesOf = (asOf: string, firstDate: string) =>
  dates(monthBlocks(lines([["a", firstDate, 1]]), asOf, firstDate).edges);

Deno.test("monthsLater: the same day, or the month's last, across years and leap days", () => {
  const later = (date: string, months: number) =>
    new Date(monthsLater(date, months)).toISOString().slice(0, 10);
  assertEquals([1, 3, 11, 13].map((months) => later("2023-01-31", months)), [
    "2023-02-28",
    "2023-04-30",
    "2023-12-31",
    "2024-02-29",
  ]);
  assertEquals(later("2024-02-29", -12), "2023-02-28");
  assertEquals(later("2024-02-29", 1), "2024-03-29");
  assertEquals(later("2023-01-15", -1), "2022-12-15");
});

Deno.test("monthBlocks: months end on the 29th, 30th or 31st where there is one", () => {
  assertEquals(edgesOf("2023-03-31", "2022-12-01"), [
    "2022-12-31",
    "2023-01-31",
    "2023-02-28",
    "2023-03-31",
  ]);
  assertEquals(edgesOf("2024-03-30", "2024-01-01"), ["2024-01-30", "2024-02-29", "2024-03-30"]);
  assertEquals(edgesOf("2023-03-29", "2023-01-29"), ["2023-01-29", "2023-02-28", "2023-03-29"]);
  assertEquals(edgesOf("2023-02-28", "2023-01-28"), ["2023-01-28", "2023-02-28"]);
});

Deno.test("monthBlocks: a day belongs to the month that it begins in, revenue is per day", () => {
  const { rates } = monthBlocks(
    lines([
      ["a", "2023-01-31T00:00:00", 28],
      ["a", "2023-02-27T23:59:59", 28],
      ["a", "2023-02-28T00:00:00", 31],
      ["a", "2023-03-30T23:59:59", 62],
      ["a", "2023-03-31T00:00:00", 999],
    ]),
    "2023-03-31",
    "2023-01-31",
  );
  assertEquals([...rates], [2, 3]);
});

/** Whole months from the 10th; the first lies in January. */
const ROWS: [string, string, number][] = [
  ["old", "2023-01-05", 500],
  ["old", "2023-02-15", 28],
  ["first", "2023-01-10", 31],
  ["second", "2023-02-10", 56],
  ["second", "2023-03-10", 62],
  ["second", "2023-03-20", 31],
  ["late", "2023-04-10", 999],
];
const BLOCKS = () => monthBlocks(lines(ROWS), "2023-04-10", "2023-01-05");

Deno.test("monthBlocks: who came before the first whole month is of its cohort, but not new in it", () => {
  const { rates, cohorts, arrivals, recent } = BLOCKS();
  // January to February has 31 days, then 28, then 31.
  assertEquals([...rates], [1, 3, 3]);
  assertEquals(cohorts.map((row) => [...row]), [[1, 1, 0], [0, 2, 3], [0, 0, 0]]);
  assertEquals([...arrivals], [1, 1, 0]);
  assertEquals([...recent].sort(), [["first", 31], ["old", 28], ["second", 149]]);
});

Deno.test("monthBlocks: only the last three months are recent", () => {
  const rows: [string, string, number][] = [["a", "2023-01-10", 5], ["b", "2023-02-10", 7]];
  const { recent } = monthBlocks(lines(rows), "2023-05-10", "2023-01-10");
  assertEquals([...recent], [["b", 7]]);
});

Deno.test("monthBlocks: the order of rows changes nothing, cohorts add up to the rates", () => {
  const random = createRandom(3);
  const rows = Array.from({ length: 400 }, (): [string, string, number] => [
    `c${Math.floor(40 * random.next())}`,
    new Date(Date.UTC(2023, 0, 1) + 864e5 * 300 * random.next()).toISOString().slice(0, 10),
    Math.round(1e4 * random.next()) / 100,
  ]);
  const blocks = monthBlocks(lines(rows), "2023-10-15", "2023-01-01");
  assertEquals(monthBlocks(lines(random.shuffle([...rows])), "2023-10-15", "2023-01-01"), blocks);
  blocks.rates.forEach((rate, m) =>
    assertAlmostEquals(blocks.cohorts.reduce((sum, row) => sum + row[m], 0), rate, 1e-9)
  );
});

Deno.test("monthBlocks: less than a month is no month", () => {
  for (const asOf of ["2023-02-09", "2023-01-10", "2023-01-01"]) {
    const { rates, cohorts, arrivals } = monthBlocks(lines(ROWS), asOf, "2023-01-10");
    assertEquals([rates.length, cohorts.length, arrivals.length], [0, 0, 0]);
  }
});
