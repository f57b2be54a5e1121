import pl, { type DataFrame } from "nodejs-polars";
import { textColumn } from "../transactions/columns.ts";

/**
 * Finds a name for each product: its most frequent description.
 *
 * @param transactions Transaction lines with `product_id` and `description`.
 * @returns The description by product id, ties by the alphabet; a product that is never described
 * goes by its id.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { productDescriptions } from "./product_descriptions.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const names = productDescriptions(pl.DataFrame({
 *   product_id: ["T", "T", "T"], description: ["TEA ", "TEA", "tea?"],
 * }));
 * assertEquals(names.get("T"), "TEA");
 * ```
 */
export function productDescriptions(transactions: DataFrame): Map<string, string> {
  const counted = transactions
    .select(pl.col("product_id"), pl.col("description").str.strip().fillNull(pl.lit("")))
    .groupBy("product_id", "description")
    .agg(pl.col("product_id").count().alias("lines"))
    .sort(["product_id", "lines", "description"], [false, true, false]);
  const descriptions = textColumn(counted, "description");
  const names = new Map<string, string>();
  textColumn(counted, "product_id").forEach((id, row) => {
    if (!names.has(id) || names.get(id) === id) names.set(id, descriptions[row] || id);
  });
  return names;
}
