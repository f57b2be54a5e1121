import pl, { type DataFrame } from "nodejs-polars";
import { textColumn } from "../frames/columns.ts";

/**
 * One description per product: the most frequent one, the first in the alphabet among equals.
 *
 * @param lines Transaction lines.
 * @returns Product id to description; a product without any description has its id.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { productNames } from "./product_names.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = pl.DataFrame({
 *   product_id: ["A", "A", "A"], description: ["LAMP", "lamp?", "LAMP"],
 * });
 * assertEquals(productNames(lines).get("A"), "LAMP");
 * ```
 */
export function productNames(lines: DataFrame): Map<string, string> {
  const described = lines
    .groupBy("product_id", "description")
    .agg(pl.col("product_id").count().cast(pl.Int32).mul(-1).alias("fewer"))
    .sort(["product_id", "fewer", "description"]);
  const ids = textColumn(described, "product_id");
  const descriptions = textColumn(described, "description");
  const names = new Map<string, string>();
  ids.forEach((id, row) => {
    const description = descriptions[row].trim();
    if (description && !names.has(id)) names.set(id, description);
  });
  for (const id of ids) if (!names.has(id)) names.set(id, id);
  return names;
}
