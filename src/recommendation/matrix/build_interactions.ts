import type { DataFrame } from "nodejs-polars";
import { encodePurchases } from "./encode_purchases.ts";
import { type PurchaseHistories, purchaseHistories } from "./purchase_histories.ts";

/** Meaning of an entry of the customer × product matrix. */
export type InteractionWeight = "binary" | "counts" | "revenue";

/** Options of {@linkcode buildInteractions}. */
export interface BuildInteractionsOptions {
  /** 1 for bought (default), the number of invoices, or the money spent. */
  readonly weight?: InteractionWeight;
  /** Whether postage, fees and other services are left out; default true. */
  readonly excludeServices?: boolean;
}

/**
 * A sparse customer × product matrix in compressed rows: the entries of row `i` stand at positions
 * `offsets[i]` to `offsets[i + 1] − 1` of `productIndices` and `values`, in order of product.
 */
export interface Interactions {
  /** Customer ids, sorted; one row each. */
  readonly customers: readonly string[];
  /** Product ids, sorted; one column each. */
  readonly products: readonly string[];
  /** One more than customers. */
  readonly offsets: Int32Array;
  /** Column of each entry. */
  readonly productIndices: Int32Array;
  /** Value of each entry; never 0. */
  readonly values: Float64Array;
}

/**
 * Builds the customer × product matrix of transaction lines.
 *
 * @param transactions Kept transaction lines: `invoice_id, product_id, invoice_date, customer_id,
 * revenue, is_service`, one row per line, in any order.
 * @param options The weight of an entry, and whether services count.
 * @returns One row per customer, one column per product, both sorted by id.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If there are no lines, or the weight is unknown.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { dateSeries } from "../../frames/columns.ts";
 * import { buildInteractions } from "./build_interactions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const matrix = buildInteractions(pl.DataFrame({
 *   invoice_id: ["1", "1", "2"], product_id: ["TEA", "CUP", "TEA"],
 *   customer_id: ["Ada", "Ada", "Ada"],
 *   invoice_date: dateSeries("invoice_date", Float64Array.of(0, 0, 9)),
 *   revenue: [2.5, 4, 2.5], is_service: [false, false, false],
 * }), { weight: "counts" });
 * assertEquals(matrix.products, ["CUP", "TEA"]);
 * assertEquals([...matrix.values], [1, 2]);
 * ```
 */
export function buildInteractions(
  transactions: DataFrame,
  options: BuildInteractionsOptions = {},
): Interactions {
  const { weight = "binary", excludeServices = true } = options;
  const histories = purchaseHistories(encodePurchases(transactions), { excludeServices });
  const { customers, products, offsets, productIndices } = histories;
  return { customers, products, offsets, productIndices, values: valuesOf(histories, weight) };
}

/**
 * The binary matrix of purchase histories: 1 wherever a customer bought a product.
 *
 * @returns The same entries, with 1 for a value.
 */
export function binaryInteractions(histories: PurchaseHistories): Interactions {
  const { customers, products, offsets, productIndices } = histories;
  return { customers, products, offsets, productIndices, values: valuesOf(histories, "binary") };
}

function valuesOf(histories: PurchaseHistories, weight: InteractionWeight): Float64Array {
  switch (weight) {
    case "binary":
      return new Float64Array(histories.purchases.length).fill(1);
    case "counts":
      return Float64Array.from(histories.purchases);
    case "revenue":
      return histories.revenue;
    default:
      throw new RangeError(
        `Building interactions: weight must be binary, counts or revenue, got ${weight}.`,
      );
  }
}
