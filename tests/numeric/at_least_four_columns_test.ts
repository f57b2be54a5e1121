import { atLeastFourColumns } from "../../src/numeric/at_least_four_columns.ts";
import { matrixFromRows } from "../../src/numeric/matrix.ts";
import { assertEquals } from "@std/assert";

Deno.test("atLeastFourColumns: widens a matrix of fewer than four columns by columns of zeros", () => {
  const { values } = atLeastFourColumns(matrixFromRows([[1, 2], [3, 4]]));
  assertEquals([...values], [1, 2, 0, 0, 3, 4, 0, 0]);
});
