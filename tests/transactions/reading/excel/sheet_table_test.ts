import { EXCEL_LIMITS } from "../../../../src/transactions/reading/excel/limits.ts";
import { buildSheetTable } from "../../../../src/transactions/reading/excel/sheet_table.ts";
import { assertEquals } from "@std/assert";

Deno.test("buildSheetTable: makes a table of a sheet's rows", () => {
  const builder = buildSheetTable("a.xlsx", EXCEL_LIMITS, { cells: 100, characters: 100 });
  builder.add({ number: 1, columns: [0], texts: ["My orders"] });
  builder.add({ number: 3, columns: [0, 1], texts: ["id", "name"] });
  builder.add({ number: 4, columns: [1], texts: ["lamp"] });
  const built = builder.finish();
  if (typeof built === "string") throw new Error(built);
  const { codes, values } = built.table.column("name");
  assertEquals([values[codes[0]], built.table.column("id").values], ["lamp", [""]]);
  assertEquals(built.lines, Int32Array.of(4));
});
