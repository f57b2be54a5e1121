import { encodeTexts } from "../../../../src/frames/coded.ts";
import { columnNumbers } from "../../../../src/transactions/reading/rows/column_numbers.ts";
import { assertEquals } from "@std/assert";

Deno.test("columnNumbers: one number per row, undefined where it cannot be told which", () => {
  assertEquals([...columnNumbers(encodeTexts(["1.5", "x", "2"]))!], [1.5, NaN, 2]);
  assertEquals(columnNumbers(encodeTexts(["1,234"])), undefined);
});
