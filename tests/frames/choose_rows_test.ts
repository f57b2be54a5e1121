import { allRows, rowsWith } from "../../src/frames/choose_rows.ts";
import { assertEquals } from "@std/assert";

Deno.test("allRows: all rows of a table", () => {
  assertEquals(allRows(3), Int32Array.of(0, 1, 2));
});

Deno.test("rowsWith: the rows that have a value; `filter` of a typed array is much slower", () => {
  assertEquals(rowsWith(Int32Array.of(5, 7, 5), 5), Int32Array.of(0, 2));
  assertEquals(rowsWith(Int32Array.of(5, 7, 5), 5, Int32Array.of(2, 1)), Int32Array.of(2));
});
