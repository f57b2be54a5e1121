import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { reconcile } from "../../src/forecast/reconcile.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

Deno.test("reconcile: the sum is the total to the last bit, the order of customers is kept", () => {
  const random = createRandom(7);
  for (let turn = 0; turn < 50; turn++) {
    const expected = Float64Array.from({ length: 1000 }, () => random.next() * 1000);
    const total = random.next() * 1e6;
    const { values, factor } = reconcile(expected, total);
    assertEquals(values.reduce((sum, value) => sum + value, 0), total);
    values.forEach((value, i) => assertAlmostEquals(value, expected[i] * factor, 1e-6));
  }
});

Deno.test("reconcile: zeros stay zeros, and what cannot be scaled is said", () => {
  assertEquals([...reconcile(Float64Array.of(0, 2, 0), 5).values], [0, 5, 0]);
  assertThrows(() => reconcile(Float64Array.of(0, 0), 5), RangeError, "cannot be made 5");
  assertThrows(() => reconcile(Float64Array.of(1, -1), 5), RangeError, "customer 2");
  assertThrows(() => reconcile(Float64Array.of(1, NaN), 5), RangeError, "customer 2");
});
