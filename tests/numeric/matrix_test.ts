import { matrixFromRows, matrixRows } from "../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("matrixRows: copies some rows of a matrix", () => {
  assertEquals([...matrixRows(matrixFromRows([[1, 2], [3, 4]]), [1]).values], [3, 4]);
});
