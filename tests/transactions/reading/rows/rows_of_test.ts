import { encodeTexts } from "../../../../src/frames/coded.ts";
import { NO_ROW, rowsOf } from "../../../../src/transactions/reading/rows/rows_of.ts";
import { assertEquals } from "@std/assert";

Deno.test("rowsOf: some rows of a column, with the texts that stand in them and no others", () => {
  const column = encodeTexts(["a", "b", "c", "a"]);
  const { codes, values } = rowsOf(column, Int32Array.of(3, NO_ROW, 1));
  assertEquals([values, [...codes]], [["a", "", "b"], [0, 1, 2]]);
});
