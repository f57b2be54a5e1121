import { tidyTable } from "../../../../src/transactions/reading/rows/tidy_table.ts";
import { assertEquals, assertStrictEquals } from "@std/assert";
import { sourceTable, textsIn } from "./tables.ts";

Deno.test("tidyTable: takes out what is no line, keeps line numbers, and says it", () => {
  const source = sourceTable(
    "shop.csv",
    ...["Date,Customer,Amount", "2023-01-05,A,10", ",,", "Date,Customer,Amount", "2023-01-06,B,5"],
    "TOTAL,,15",
  );
  const { table, lines, apart, notes } = tidyTable(source);
  assertEquals(textsIn(table, "Customer"), ["A", "B"]);
  assertEquals(table.column("Date").values, ["2023-01-05", "2023-01-06"]);
  assertEquals([...lines], [2, 5]);
  assertEquals(apart?.map(({ line, reason }) => [line, reason]), [
    [4, "repeated_header"],
    [6, "total_row"],
  ]);
  assertEquals(notes?.map(({ sentence, rows }) => [sentence, rows]), [
    ['shop.csv: left out 1 repeated header (line 4, "Date, Customer, Amount").', 1],
    ['shop.csv: left out 1 row of totals (line 6, "TOTAL, 15").', 1],
  ]);
});

Deno.test("tidyTable: a table of lines only stays the same", () => {
  const source = sourceTable("shop.csv", "Date,Customer,Amount", "2023-01-05,A,10");
  assertStrictEquals(tidyTable(source), source);
});
