import {
  blankRows,
  repeatedHeaders,
} from "../../../../src/transactions/reading/rows/plain_rows.ts";
import { assertEquals } from "@std/assert";
import { table } from "./tables.ts";

Deno.test("blankRows: the rows in which no column has a text", () => {
  assertEquals(blankRows(table("a,b", "1,", ",", " , ", ",2")), [1, 2]);
});

Deno.test("repeatedHeaders: the rows that repeat the names of the columns", () => {
  assertEquals(repeatedHeaders(table("a,b", "1,2", "a,b", "a,2")), [1]);
});
