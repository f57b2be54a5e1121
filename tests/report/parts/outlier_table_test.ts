import { outlierTable } from "../../../src/report/parts/outlier_table.ts";
import { assert } from "@std/assert";

Deno.test("outlierTable: writes the lines that stand out as a table", () => {
  assert(outlierTable([])?.markup.includes("not enough data"));
});
