import pl, { type DataFrame, type Series } from "nodejs-polars";
import { codeOf, type DistinctTexts, distinctTexts, textsByCode } from "./distinct_texts.ts";
import { lookedUp } from "./per_distinct.ts";

/** Lines ready to be picked, see {@linkcode pickable}. */
export interface PickableLines {
  /** The lines, each text held once (`Categorical`). */
  readonly lines: DataFrame;
  /** The distinct texts of the columns that are picked often. */
  readonly texts: ReadonlyMap<string, DistinctTexts>;
  /** The same, see `textsByCode`. */
  readonly byCode: ReadonlyMap<string, Series>;
}

/**
 * Makes lines ready to be picked.
 *
 * @param lines A dataframe that holds each text once, see `textsHeldOnce`.
 * @param columns The `Categorical` columns that are picked often.
 * @returns The lines, and what their distinct texts are.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { pickable } from "./pick_lines.ts";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { texts } = pickable(textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"] })), ["id"]);
 * assertEquals(texts.get("id")!.texts.height, 2);
 * ```
 */
export function pickable(lines: DataFrame, columns: readonly string[]): PickableLines {
  const texts = new Map(columns.map((name) => [name, distinctTexts(lines, name)]));
  const byCode = new Map([...texts].map(([name, distinct]) => [name, textsByCode(distinct)]));
  return { lines, texts, byCode };
}

/**
 * Picks columns of some lines, texts written out (`Utf8`); those of columns that are picked often
 * share the memory of the distinct ones.
 *
 * @param from See {@linkcode pickable}.
 * @param rows The rows to pick, in the order wanted.
 * @param columns Names of columns, each with the name that it gets.
 * @returns One row per row picked.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { pickable, pickLines } from "./pick_lines.ts";
 * import { textsHeldOnce } from "./texts_held_once.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = textsHeldOnce(pl.DataFrame({ id: ["b", "a", "b"], quantity: [1, 2, 3] }));
 * const columns = { quantity: "pieces", id: "id" };
 * const picked = pickLines(pickable(table, ["id"]), Int32Array.of(2, 1), columns);
 * assertEquals(picked.columns, ["pieces", "id"]);
 * assertEquals(picked.rows(), [[3, "b"], [2, "a"]]);
 * ```
 */
export function pickLines(
  { lines, byCode }: PickableLines,
  rows: Int32Array,
  columns: Readonly<Record<string, string>>,
): DataFrame {
  const row = rowNumbers(rows);
  return lines.select(
    ...Object.entries(columns).map(([name, as]) => {
      const known = byCode.get(name);
      if (known) return lookedUp(known, codeOf(name).gather(row)).alias(as);
      const picked = pl.col(name).gather(row);
      const isHeldOnce = lines.getColumn(name).dtype.equals(pl.Categorical);
      return (isHeldOnce ? picked.cast(pl.Utf8) : picked).alias(as);
    }),
  );
}

/** As Polars counts rows, or it converts them for every column; its types know only lists of these. */
function rowNumbers(rows: Int32Array): Series {
  const numbers = new Uint32Array(rows.buffer, rows.byteOffset, rows.length);
  return pl.Series("row", numbers as unknown as number[], pl.UInt32);
}
