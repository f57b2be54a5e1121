import { linearSumAssignment } from "linear-sum-assignment";

/**
 * Pairs rows with columns so that the total cost is least, each row and each column at most once,
 * with `linear-sum-assignment`.
 *
 * Source: Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear
 * assignment problems" (1987).
 *
 * @param costs Cost of each row with each column; rows of equal length, finite numbers.
 * @returns For each row its column, or −1 where there are more rows than columns.
 * @throws {RangeError} If a cost is NaN or infinite.
 * @throws {TypeError} If the rows differ in length.
 */
export function leastCostAssignment(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0;
  checkCosts(costs, columns);
  if (columns === 0) return costs.map(() => -1);
  const rows = costs.map((row) => Float64Array.from(row));
  return Array.from(linearSumAssignment(rows, { maximaze: false }).rowAssignments);
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
