import {
  sampleRows,
  sampleRowsOfBothClasses,
} from "../../../src/learning/preparation/sample_rows.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("sampleRows: draws rows at random without replacement, kept in their order", () => {
  const { X, y } = sampleRows(matrixFromRows([[1], [2], [3]]), [1, 2, 3], 2, 42);
  assertEquals(X.rows, 2);
  assertEquals(X.values, y);
});

Deno.test("sampleRowsOfBothClasses: draws rows at random without replacement", () => {
  const X = matrixFromRows([[1], [2], [3], [4]]);
  assertEquals([...sampleRowsOfBothClasses(X, [0, 0, 0, 1], 2, 42).y], [0, 1]);
});
