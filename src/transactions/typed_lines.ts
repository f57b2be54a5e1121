import pl, { type DataFrame, type Expr, type Series } from "nodejs-polars";
import { dateSeries, textColumn } from "./columns.ts";
import { parseDates, type ParseDatesOptions } from "./parse_dates.ts";
import { perDistinct } from "./per_distinct.ts";

/**
 * Gives transaction lines their types; what cannot be read becomes null, never a guess.
 *
 * @param lines Lines as text, see {@linkcode transactionLines}.
 * @param options Order of day and month where the column does not tell.
 * @returns The lines with `quantity` and `unit_price` as numbers and `invoice_date` as Datetime, the
 * texts of these kept as `quantity_text`, `invoice_date_text`, `unit_price_text`; ids stay text.
 * @throws {InputError} If the order of day and month is ambiguous.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { transactionLines } from "./transaction_lines.ts";
 * import { typedLines } from "./typed_lines.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = transactionLines(pl.DataFrame({
 *   invoice_id: ["1", "2"], product_id: ["A", "B"], quantity: ["2", "many"],
 *   invoice_date: ["2024-05-01", "2024-05-02"], unit_price: ["1.5", "1e400"], customer_id: ["7", "8"],
 * }), "example");
 * const typed = typedLines(lines);
 * assertEquals(typed.getColumn("quantity").nullCount(), 1); // "many"
 * assertEquals(typed.getColumn("unit_price").nullCount(), 1); // "1e400"
 * ```
 */
export function typedLines(lines: DataFrame, options: ParseDatesOptions = {}): DataFrame {
  const kept = ["quantity", "invoice_date", "unit_price"].map((name) =>
    pl.col(name).alias(`${name}_text`)
  );
  return lines.withColumns(...kept).withColumns(
    numbers(lines, "quantity"),
    numbers(lines, "unit_price"),
    perDistinct(lines, "invoice_date", (distinct) => dates(distinct, options)),
    perDistinct(lines, "customer_id", wholeIds),
  );
}

/** Finite numbers; spaces around them are looked for only where a text was not read. */
function numbers(lines: DataFrame, name: string): Series {
  const read = (text: Expr) => {
    const value = text.cast(pl.Float64);
    const finite = pl.when(value.isFinite()).then(value).otherwise(pl.lit(null));
    return lines.select(finite.alias(name)).getColumn(name);
  };
  const plain = read(pl.col(name));
  return plain.nullCount() === 0 ? plain : read(pl.col(name).str.strip());
}

function dates(distinct: DataFrame, options: ParseDatesOptions): Series {
  return dateSeries("invoice_date", parseDates(textColumn(distinct, "invoice_date"), options));
}

/** Spreadsheets write the id 17850 as `17850.0`: undone only where the whole column is so. */
function wholeIds(distinct: DataFrame): Expr {
  const id = pl.col("customer_id").str.strip();
  const others = distinct.filter(
    id.neq(pl.lit("")).and(id.str.contains("^[0-9]+\\.0$").not()),
  );
  return others.height > 0 ? id : id.str.replace("\\.0$", "");
}
