import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { distinctRows } from "../../../src/segmentation/choosing/distinct_rows.ts";
import { assertEquals } from "@std/assert";

Deno.test("distinctRows: counts the rows that differ from one another", () => {
  assertEquals(distinctRows(matrixFromRows([[1, 2], [1, 2], [2, 1]])), 2);
});
