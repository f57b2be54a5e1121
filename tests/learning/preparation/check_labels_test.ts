import { checkClasses, checkTargets } from "../../../src/learning/preparation/check_labels.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertThrows } from "@std/assert";

Deno.test("checkClasses: refuses features and classes that no two-class classifier can learn from", () => {
  const X = matrixFromRows([[1], [2]]);
  assertThrows(() => checkClasses("Fitting", X, [1, 1]), RangeError, "all 2 rows are of class 1");
});

Deno.test("checkTargets: refuses features and target values that no regression can learn from", () => {
  assertThrows(() => checkTargets("Fitting", matrixFromRows([[1]]), [NaN]), RangeError, "row 0");
});
