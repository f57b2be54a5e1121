import { checkFeatures } from "../../../src/learning/preparation/check_features.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { assertThrows } from "@std/assert";

Deno.test("checkFeatures: refuses a feature matrix of the wrong shape", () => {
  const X = matrixFromRows([[1, 2], [3, NaN]]);
  assertThrows(() => checkFeatures("Scaling", X), RangeError, "row 1, column 1 is NaN");
  checkFeatures("Growing a forest", X, 2, { missing: true });
});
