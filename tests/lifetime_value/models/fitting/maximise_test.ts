import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  type LogLikelihood,
  maximise,
  undetermined,
} from "../../../../src/lifetime_value/models/fitting/maximise.ts";

Deno.test("maximise: finds positive parameters far from 1", () => {
  const { parameters, converged, atEdge } = maximise(
    withDifferences(([x, y]) => -((Math.log(x) - 4) ** 2) - 3 * (Math.log(y) + 5) ** 2),
    2,
  );
  assertAlmostEquals(Math.log(parameters[0]), 4, 1e-4);
  assertAlmostEquals(Math.log(parameters[1]), -5, 1e-4);
  assertEquals([converged, atEdge], [true, [false, false]]);
});

Deno.test("maximise: says which parameter runs away", () => {
  const { parameters, standardErrors, atEdge } = maximise(
    withDifferences(([x, y]) => x / (1 + x) - (y - 1) ** 2),
    2,
  );
  assertEquals(standardErrors, [null, null]);
  assert(parameters[0] < 1e4);
  assertEquals(atEdge, [true, false]);
});

Deno.test("undetermined: names one or several parameters, or none", () => {
  assertEquals(undetermined("NBD", ["r", "alpha"], [false, false]), []);
  assertEquals(undetermined("NBD", ["r", "alpha"], [true, true]), [
    "The NBD parameters r, alpha ran to the edge of the search: the data do not determine them.",
  ]);
});

/** Derivatives by central differences, for functions that have none. */
function withDifferences(f: (parameters: Float64Array) => number): LogLikelihood {
  return (parameters, gradient) => {
    gradient?.forEach((_, i) => {
      const step = parameters[i] * 1e-4;
      const there = parameters.slice();
      const at = (steps: number) => {
        there[i] = parameters[i] + steps * step;
        return f(there);
      };
      gradient[i] = (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step);
    });
    return f(parameters);
  };
}
