import { InputError } from "../../../src/frames/errors.ts";
import { prepareTables } from "../../../src/transactions/reading/prepare_tables.ts";
import { assertEquals, assertThrows } from "@std/assert";
import { sourceTable } from "./rows/tables.ts";

const SALES = sourceTable("a.xlsx (Sales)", "date,customer,amount", "2023-01-05,A,1");
const NOTES = sourceTable("a.xlsx (Notes)", "topic,text", "prices,in euros");

Deno.test("prepareTables: sheets without transactions are passed over where another sheet has them", () => {
  const { tables, skipped } = prepareTables([NOTES, SALES], [0, 0]);
  assertEquals([tables.map(({ place }) => place), skipped.map(({ place }) => place)], [[1], [0]]);
  assertThrows(
    () => prepareTables([NOTES, SALES], [0, 1]),
    InputError,
    "a.xlsx (Notes) has no column",
  );
});

Deno.test("prepareTables: a table of customers is refused by what it is", () => {
  const customers = sourceTable("rfm.csv", "customer_id,frequency", "7,1", "8,2");
  assertThrows(() => prepareTables([customers], [0]), InputError, "one row per customer");
});
