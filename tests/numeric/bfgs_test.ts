import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { bfgs, type Differentiable } from "../../src/numeric/bfgs.ts";

/** Rosenbrock (1960): a banana-shaped valley with its floor at (1, 1). */
const rosenbrock: Differentiable = ([x, y], gradient) => {
  gradient?.set([-400 * x * (y - x * x) - 2 * (1 - x), 200 * (y - x * x)]);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

Deno.test("bfgs: walks down Rosenbrock's valley", () => {
  const { x, value, converged, iterations } = bfgs(rosenbrock, [-1.2, 1]);
  assertEquals(converged, true);
  assertAlmostEquals(x[0], 1, 1e-6);
  assertAlmostEquals(x[1], 1, 1e-6);
  assert(value < 1e-12 && iterations < 60);
});

Deno.test("bfgs: a function may refuse parameters", () => {
  const { x, converged } = bfgs(([x], gradient) => {
    gradient?.set([1 - 4 / x]);
    return x > 0 ? x - 4 * Math.log(x) : NaN;
  }, [0.1]);
  assertEquals(converged, true);
  assertAlmostEquals(x[0], 4, 1e-5);
});

Deno.test("bfgs: says where it did not converge; refuses a start that has no value", () => {
  assertEquals(bfgs(rosenbrock, [-1.2, 1], { maxIterations: 3 }).converged, false);
  assertThrows(() => bfgs(() => NaN, [1]), RangeError, "the value at the start is NaN");
});
