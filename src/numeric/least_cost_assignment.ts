/**
 * Pairs rows with columns so that the total cost is least, each row and each column at most once:
 * the Hungarian method with potentials, in cubic time.
 *
 * Sources: Kuhn, "The Hungarian method for the assignment problem" (1955); Jonker and Volgenant,
 * "A shortest augmenting path algorithm for dense and sparse linear assignment problems" (1987).
 *
 * @param costs Cost of each row with each column; rows of equal length, finite numbers.
 * @returns For each row its column, or −1 where there are more rows than columns.
 * @throws {RangeError} If a cost is NaN or infinite.
 * @throws {TypeError} If the rows differ in length.
 *
 * @example
 * ```ts
 * import { leastCostAssignment } from "./least_cost_assignment.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // 1 + 2 is less than 0 + 9.
 * assertEquals(leastCostAssignment([[0, 1], [2, 9]]), [1, 0]);
 * ```
 */
export function leastCostAssignment(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length, columns = costs[0]?.length ?? 0;
  checkCosts(costs, columns);
  if (rows > columns) {
    const rowOf = leastCostAssignment(
      Array.from({ length: columns }, (_, j) => costs.map((row) => row[j])),
    );
    return costs.map((_, i) => rowOf.indexOf(i));
  }
  // Column 0 stands for "not yet paired": real rows and columns are counted from 1.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    const slack = new Float64Array(columns + 1).fill(Infinity);
    const before = new Int32Array(columns + 1);
    const reached = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    // Grow the cheapest alternating path until it ends at a free column.
    while (rowOf[column] !== 0) {
      reached[column] = 1;
      const from = rowOf[column];
      let next = 0, least = Infinity;
      for (let j = 1; j <= columns; j++) {
        if (reached[j]) continue;
        const reduced = costs[from - 1][j - 1] - rowPotential[from] - columnPotential[j];
        if (reduced < slack[j]) [slack[j], before[j]] = [reduced, column];
        if (slack[j] < least) [least, next] = [slack[j], j];
      }
      for (let j = 0; j <= columns; j++) {
        if (reached[j]) {
          rowPotential[rowOf[j]] += least;
          columnPotential[j] -= least;
        } else slack[j] -= least;
      }
      column = next;
    }
    // Along the path every column takes the row of the column before it.
    for (; column !== 0; column = before[column]) rowOf[column] = rowOf[before[column]];
  }
  return costs.map((_, i) => rowOf.indexOf(i + 1, 1) - 1);
}

function checkCosts(costs: readonly (readonly number[])[], columns: number): void {
  costs.forEach((row, i) => {
    if (row.length !== columns) {
      throw new TypeError(
        `Assigning at least cost: row ${i} has ${row.length} costs, the first row has ${columns}.`,
      );
    }
    const wrong = row.find((cost) => !Number.isFinite(cost));
    if (wrong !== undefined) {
      throw new RangeError(`Assigning at least cost: a cost of row ${i} is ${wrong}.`);
    }
  });
}
