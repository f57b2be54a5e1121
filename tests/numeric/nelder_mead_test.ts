import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { nelderMead } from "../../src/numeric/nelder_mead.ts";

const rosenbrock = ([x, y]: number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;

Deno.test("nelderMead: finds the bottom of Rosenbrock's valley", () => {
  const start = Object.freeze([-1.2, 1]);
  const { x, value, converged } = nelderMead(rosenbrock, start);
  assert(converged);
  assertAlmostEquals(x[0], 1, 1e-6);
  assertAlmostEquals(x[1], 1, 1e-6);
  assertAlmostEquals(value, 0, 1e-12);
});

Deno.test("nelderMead: says when it stopped before converging", () => {
  const { iterations, converged } = nelderMead(rosenbrock, [-1.2, 1], { maxIterations: 10 });
  assertEquals([iterations, converged], [10, false]);
});

Deno.test("nelderMead: steps around parameters that the function refuses", () => {
  const { x } = nelderMead(([a]) => a <= 0 ? NaN : a - Math.log(a), [5]);
  assertAlmostEquals(x[0], 1, 1e-6);
});

Deno.test("nelderMead: the same search twice gives the same result", () => {
  assertEquals(nelderMead(rosenbrock, [3, 3]), nelderMead(rosenbrock, [3, 3]));
});

Deno.test("nelderMead: refuses an empty or impossible start", () => {
  assertThrows(() => nelderMead(() => 0, []), RangeError, "no parameters");
  assertThrows(() => nelderMead(() => NaN, [1]), RangeError, "Infinity");
});
