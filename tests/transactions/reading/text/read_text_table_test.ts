import { readTextTable } from "../../../../src/transactions/reading/text/read_text_table.ts";
import { assertEquals } from "@std/assert";

Deno.test("readTextTable: reads a delimited text: any of comma, semicolon, tab and bar", () => {
  const bytes = new TextEncoder().encode("id;name\n1;lamp\n2\n3;cup\n");
  const { table, lines, ragged, delimiter } = readTextTable(bytes, "names.csv");
  assertEquals(table.column("name").values, ["lamp", "cup"]);
  assertEquals([...lines, delimiter], [2, 4, ";"]);
  assertEquals(ragged, [{ line: 3, text: "2" }]);
});
