import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { mae, mse, r2 } from "../../src/metrics/regression.ts";
import { metricsFixture } from "./fixture.ts";

const { regression } = metricsFixture();

for (const [name, metric] of Object.entries({ r2, mse, mae })) {
  Deno.test(`${name}: parity with scikit-learn`, () => {
    const value = metric(regression.truth, regression.predictions);
    assertAlmostEquals(value, regression[name], 1e-9);
  });

  Deno.test(`${name}: refuses other lengths, no rows and missing values`, () => {
    assertThrows(() => metric([1], [1, 2]), TypeError, "1 and 2");
    assertThrows(() => metric([], []), RangeError, "no rows");
    assertThrows(() => metric([1, 2], [1, NaN]), RangeError, "row 1");
  });
}

Deno.test("r2: 0 for the mean, negative for worse, and constant truth as in scikit-learn", () => {
  assertEquals(r2([1, 2, 3], [2, 2, 2]), 0);
  assertEquals(r2([1, 2, 3], [3, 2, 1]), -3);
  assertEquals([r2([4, 4], [4, 4]), r2([4, 4], [4, 5])], [1, 0]);
});
