import { readTables } from "../../../src/transactions/reading/read_tables.ts";
import { assertEquals } from "@std/assert";

Deno.test("readTables: reads the tables of a file, whatever it is", () => {
  const path = Deno.makeTempFileSync();
  Deno.writeTextFileSync(path, "id\tname\n1\tlamp\n");
  const { format, delimiter, tables } = readTables(path);
  assertEquals([format, delimiter, tables[0].table.header], ["text", "\t", ["id", "name"]]);
});
