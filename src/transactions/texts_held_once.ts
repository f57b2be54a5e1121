import pl, { type DataFrame } from "nodejs-polars";

/**
 * Holds each text of a table once, however many rows repeat it (`Categorical`).
 *
 * @param table Any dataframe.
 * @returns The table with numbers in place of its `Utf8` columns' texts; other columns as they are.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = textsHeldOnce(pl.DataFrame({ id: ["00123", "7"], quantity: [1, 2] }));
 * assertEquals(table.rows(), [["00123", 1], ["7", 2]]);
 * assertEquals(table.getColumn("id").dtype.equals(pl.Categorical), true);
 * ```
 */
export function textsHeldOnce(table: DataFrame): DataFrame {
  const texts = table.columns.filter((name) => table.getColumn(name).dtype.equals(pl.String));
  return texts.length === 0
    ? table
    : table.withColumns(...texts.map((name) => pl.col(name).cast(pl.Categorical)));
}
