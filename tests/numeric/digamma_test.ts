import { assert, assertAlmostEquals } from "@std/assert";
import digamma from "@stdlib/math-base-special-digamma";

Deno.test("@stdlib digamma: equals scipy 1.15's", () => {
  const table = [
    [1e-3, -1000.5755719318103],
    [0.3, -3.502524222200133],
    [2.5, 0.7031566406452432],
    [9.9, 2.2411803166063815],
    [10, 2.251752589066721],
    [123.4, 4.8113737751162775],
    [1e6, 13.81551005796419],
  ];
  for (const [x, value] of table) assertAlmostEquals(digamma(x) / value, 1, 1e-14);
  assert(Number.isNaN(digamma(0)));
});
