import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import pl from "nodejs-polars";
import { InputError } from "../../../../src/frames/errors.ts";
import { mapColumns } from "../../map_columns.ts";
import { transactionLines } from "../../../../src/transactions/mapping/transaction_lines.ts";
import { textTable } from "../../../../src/transactions/reading/text_table.ts";
import {
  tableDates,
  type TableDatesOptions,
} from "../../../../src/transactions/interpretation/dates/table_dates.ts";

function datesOf(dates: readonly string[], times?: readonly string[], options?: TableDatesOptions) {
  const table = textTable(pl.DataFrame({
    Customer: dates.map(() => "7"),
    Amount: dates.map(() => "5"),
    "Order date": [...dates],
    ...(times ? { Clock: [...times] } : {}),
  }));
  const mapping = mapColumns(table.header, "shop.csv", times ? { invoice_time: "Clock" } : {});
  const { tables } = transactionLines(table, "shop.csv", { mapping });
  const { dates: read, notes } = tableDates(tables[0], options);
  return {
    read: Array.from(read.codes, (code) => {
      const instant = read.values[code];
      return Number.isNaN(instant) ? "" : new Date(instant).toISOString().slice(0, 16);
    }),
    notes: notes.map(({ sentence }) => sentence),
  };
}

const DAYS = ["2024-05-01", "2024-05-02", "2024-05-01"];

Deno.test("tableDates: the times of another column belong to the dates", () => {
  for (
    const times of [
      ["15:45", "9:03", "00:05"],
      ["3:45 PM", "9:03 a.m.", "12:05 AM"],
      ["1545", "903", "5"],
      ["154500", "90300", "500"],
      ["0.65625", "0.377083333", "0.003472222"],
      ["1899-12-30 15:45:00", "1899-12-30 09:03:00", "1899-12-30 00:05:00"],
    ]
  ) {
    const { read, notes } = datesOf(DAYS, times);
    assertEquals(read, ["2024-05-01T15:45", "2024-05-02T09:03", "2024-05-01T00:05"], times.join());
    assertMatch(notes[0], /"Clock" belong to the dates in "Order date"/);
  }
});

Deno.test("tableDates: dates with a time keep it, and lines without one their day", () => {
  const { read, notes } = datesOf(["2024-05-01 10:00"], ["15:45"]);
  assertEquals(read, ["2024-05-01T10:00"]);
  assertMatch(notes[0], /"Clock" are not used/);
  assertEquals(datesOf(DAYS, ["15:45", "", "n/a"]).read.slice(1), [
    "2024-05-02T00:00",
    "2024-05-01T00:00",
  ]);
});

Deno.test("tableDates: up to one line in a hundred may be unreadable, more are asked about", () => {
  const days = Array.from(
    { length: 99 },
    (_, i) => `2024-03-${String(1 + i % 31).padStart(2, "0")}`,
  );
  assertEquals(datesOf([...days, "soon"]).read.at(-1), "");
  const { message } = assertThrows(() => datesOf([...days, "soon", "2024-W05-3"]), InputError);
  assertMatch(
    message,
    /^shop\.csv: no date can be read on 2 of 101 lines .*"Order date" \("soon" on line 100; "2024-W05-3" on line 101, which is an ISO week\).*--map invoice_date=.*--skip-unreadable\.$/,
  );
  assertEquals(datesOf(["2024-05-01", "soon"], undefined, { skipUnreadable: true }).read[1], "");
});

Deno.test("tableDates: lines without a date are not unreadable", () => {
  assertEquals(datesOf(["2024-05-01", "", "NULL"]).read, ["2024-05-01T00:00", "", ""]);
});

Deno.test("tableDates: numbers of days need day 1", () => {
  assertThrows(() => datesOf(["1", "711"]), InputError, "--day-one 2020-01-01");
  assertEquals(datesOf(["1", "711"], undefined, { dayOne: "2020-01-01" }).read, [
    "2020-01-01T00:00",
    "2021-12-11T00:00",
  ]);
});

Deno.test("tableDates: a column without any time of day is not used", () => {
  const { read, notes } = datesOf(DAYS, ["Morning", "Evening", ""]);
  assertEquals(read[0], "2024-05-01T00:00");
  assertMatch(notes[0], /"Clock" holds no times/);
});

Deno.test("tableDates: what is no day is named", () => {
  for (
    const [text, name] of [
      ["2024-02-31", "no day of the calendar"],
      ["2024-02-01 25:00", "no time of day"],
      ["45323", "a day number of a spreadsheet"],
      ["2024-05", "a month"],
    ]
  ) {
    assertThrows(() => datesOf(["2024-05-01", text]), InputError, `on line 2, which is ${name}`);
  }
});
