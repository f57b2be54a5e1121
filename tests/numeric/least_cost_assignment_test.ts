import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { leastCostAssignment } from "../../src/numeric/least_cost_assignment.ts";
import { createRandom } from "../../src/numeric/random/random.ts";

/** The least total of all ways to give each of the rows another column. */
function leastByTrying(
  costs: readonly (readonly number[])[],
  used: readonly number[] = [],
): number {
  if (used.length === costs.length) return 0;
  const totals = costs[used.length].map((cost, j) =>
    used.includes(j) ? Infinity : cost + leastByTrying(costs, [...used, j])
  );
  return Math.min(...totals);
}

const transposed = (costs: readonly (readonly number[])[]) =>
  costs[0].map((_, j) => costs.map((row) => row[j]));

Deno.test("leastCostAssignment: a published example of 3 × 3 by hand", () => {
  // Totals of the six ways: 4+0+2, 4+5+2, 1+2+2, 1+5+3, 3+2+2, 3+0+3: the least is 1 + 2 + 2.
  assertEquals(leastCostAssignment([[4, 1, 3], [2, 0, 5], [3, 2, 2]]), [1, 0, 2]);
});

Deno.test("leastCostAssignment: never above the best of all ways, square or not", () => {
  const random = createRandom(7, "costs");
  for (let round = 0; round < 60; round++) {
    const rows = 1 + round % 5, columns = rows + round % 3;
    const costs = Array.from(
      { length: rows },
      () => Array.from({ length: columns }, () => Math.round(random.next() * 20 - 5)),
    );
    const columnOf = leastCostAssignment(costs);
    assertEquals(new Set(columnOf).size, rows);
    const total = columnOf.reduce((sum, column, row) => sum + costs[row][column], 0);
    assertAlmostEquals(total, leastByTrying(costs), 1e-9, JSON.stringify(costs));
    const rowOf = leastCostAssignment(transposed(costs));
    assertEquals(rowOf.filter((row) => row < 0).length, columns - rows);
    const same = rowOf.reduce((sum, row, j) => sum + (row < 0 ? 0 : costs[row][j]), 0);
    assertAlmostEquals(same, total, 1e-9);
  }
});

Deno.test("leastCostAssignment: nothing, one and equal costs", () => {
  assertEquals(leastCostAssignment([]), []);
  assertEquals(leastCostAssignment([[7]]), [0]);
  assertEquals(leastCostAssignment([[1, 1], [1, 1]]).toSorted(), [0, 1]);
  assertEquals(leastCostAssignment([[], []]), [-1, -1]);
});

Deno.test("leastCostAssignment: wrong costs are said", () => {
  assertThrows(() => leastCostAssignment([[1, NaN]]), RangeError, "row 0 is NaN");
  assertThrows(() => leastCostAssignment([[1, 2], [1]]), TypeError, "row 1 has 1");
});
