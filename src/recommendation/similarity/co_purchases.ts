import type { Matrix } from "../../numeric/matrix.ts";
import type { Interactions } from "../matrix/build_interactions.ts";

/**
 * Counts for every two products of a selection how many customers bought both: XᵀX of the binary
 * customer × product matrix X.
 *
 * @param interactions The customer × product matrix; only where entries stand matters.
 * @returns As many rows and columns as `selection`, in its order; a product's own number of
 * customers stands on the diagonal.
 */
export function coPurchases(
  { products, offsets, productIndices }: Pick<
    Interactions,
    "products" | "offsets" | "productIndices"
  >,
  selection: Int32Array,
): Matrix {
  const m = selection.length;
  const rowOf = new Int32Array(products.length).fill(-1);
  selection.forEach((product, row) => rowOf[product] = row);
  const values = new Float64Array(m * m);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const rows = productIndices.subarray(offsets[customer], offsets[customer + 1])
      .map((product) => rowOf[product])
      .filter((row) => row >= 0);
    for (const i of rows) {
      for (let b = 0; b < rows.length; b++) values[i * m + rows[b]]++;
    }
  }
  return { rows: m, columns: m, values };
}
