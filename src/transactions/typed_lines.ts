import pl, { type DataFrame, type Series } from "nodejs-polars";
import { dateSeries, textColumn } from "./columns.ts";
import { parseDates, type ParseDatesOptions } from "./parse_dates.ts";

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
    numbers(lines.getColumn("quantity")),
    numbers(lines.getColumn("unit_price")),
    dates(lines, options),
    wholeIds(lines.getColumn("customer_id")),
  );
}

function numbers(texts: Series): Series {
  const cast = texts.cast(pl.Float64) as Series;
  const read = cast.nullCount() > 0 ? texts.str.strip().cast(pl.Float64) as Series : cast;
  const finite = read.isFinite() as Series;
  return pl.DataFrame({ read, finite })
    .select(
      pl.when(pl.col("finite")).then(pl.col("read")).otherwise(pl.lit(null)).alias(texts.name),
    )
    .getColumn(texts.name);
}

/** Parses each distinct text once: a file has far fewer minutes than lines. */
function dates(lines: DataFrame, options: ParseDatesOptions): Series {
  const distinct = lines.select("invoice_date").unique().sort("invoice_date");
  const texts = textColumn(distinct, "invoice_date");
  const instants = dateSeries("instant", parseDates(texts, options));
  return lines.select("invoice_date")
    .join(distinct.withColumns(instants), { on: "invoice_date", how: "left" })
    .getColumn("instant").rename("invoice_date") as unknown as Series;
}

/** Spreadsheets write the id 17850 as `17850.0`: undone only where the whole column is so. */
function wholeIds(ids: Series): Series {
  const frame = pl.DataFrame({ customer_id: ids.str.strip() });
  const others = frame.filter(
    pl.col("customer_id").neq(pl.lit("")).and(
      pl.col("customer_id").str.contains("^[0-9]+\\.0$").not(),
    ),
  );
  if (others.height > 0) return frame.getColumn("customer_id");
  return frame.select(pl.col("customer_id").str.replace("\\.0$", "")).getColumn("customer_id");
}
