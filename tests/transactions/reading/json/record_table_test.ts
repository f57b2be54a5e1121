import { recordTable } from "../../../../src/transactions/reading/json/record_table.ts";
import { textsIn } from "../rows/tables.ts";
import { assertEquals } from "@std/assert";

Deno.test("recordTable: columns in the order in which they come first, empty where a row has none", () => {
  const table = recordTable([
    new Map([["id", "1"], ["price", "2.50"]]),
    new Map([["sku", "MUG"], ["id", "2"]]),
  ]);
  assertEquals([table.header, table.height], [["id", "price", "sku"], 2]);
  assertEquals(table.header.map((name) => textsIn(table, name)), [
    ["1", "2"],
    ["2.50", ""],
    ["", "MUG"],
  ]);
});

Deno.test("recordTable: rows without any column keep their height", () => {
  assertEquals(recordTable([new Map(), new Map()]).height, 2);
});
