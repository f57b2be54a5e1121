import { assertAlmostEquals, assertEquals } from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";
import { profitCurve } from "../../../src/prediction/targeting/profit_curve.ts";

const values = (...numbers: number[]) => Float64Array.from(numbers);

Deno.test("profitCurve: four customers by hand, the most profitable first", () => {
  const rows = profitCurve(values(0.2, 0.9, 0.4, 0.7), values(-1, 5, 2, 3), values(-1, 9, -1, -1));
  assertEquals(rows.map(({ customers, share }) => [customers, share]), [
    [0, 0],
    [1, 0.25],
    [2, 0.5],
    [3, 0.75],
    [4, 1],
  ]);
  assertEquals(rows.map(({ profit }) => profit), [0, 5, 8, 10, 9]);
  assertEquals(rows.map((row) => row.realised_profit), [0, 9, 8, 7, 6]);
  assertEquals(rows.map(({ threshold }) => threshold), [1, 0.9, 0.7, 0.4, 0.2]);
});

Deno.test("profitCurve: equal expectations count in equal parts, whatever the order of the rows", () => {
  const curve = (realised: Float64Array) =>
    profitCurve(values(0.5, 0.5, 0.5), values(2, 2, 2), realised).map((row) => row.realised_profit);
  assertEquals(curve(values(9, -1, -2)), [0, 2, 4, 6]);
  assertEquals(curve(values(-2, -1, 9)), [0, 2, 4, 6]);
});

Deno.test("profitCurve: hundredths of many customers, against sorting and adding up", () => {
  const random = createRandom(3), n = 1234;
  const expected = Float64Array.from({ length: n }, () => random.normal());
  const rows = profitCurve(new Float64Array(n).fill(0.5), expected);
  const sorted = expected.toSorted().reverse();
  assertEquals([rows.length, "realised_profit" in rows[0]], [101, false]);
  rows.forEach(({ customers, profit }, k) => {
    assertEquals(customers, Math.round(k * n / 100));
    assertAlmostEquals(profit, sorted.subarray(0, customers).reduce((a, b) => a + b, 0), 1e-9);
  });
});

Deno.test("profitCurve: nobody to contact", () => {
  assertEquals(profitCurve(values(), values()), [
    { share: 0, customers: 0, threshold: 1, profit: 0 },
  ]);
});
