import pl, { type DataFrame, type Expr, type Series } from "nodejs-polars";
import { dateSeries, textColumn } from "./columns.ts";
import { type DistinctTexts, distinctTexts } from "./distinct_texts.ts";
import { parseDates, type ParseDatesOptions } from "./reading/parse_dates.ts";
import { parseNumbers, type ParseNumbersOptions } from "./reading/parse_numbers.ts";
import { perDistinct } from "./per_distinct.ts";
import { textsHeldOnce } from "./texts_held_once.ts";

/** How dates and numbers are meant, where the columns do not tell. */
export type TypedLinesOptions = ParseDatesOptions & ParseNumbersOptions;

/**
 * Gives transaction lines their types; what cannot be read becomes null, never a guess. Each table
 * (see `input`) shows by itself how its dates and numbers are written.
 *
 * @param lines Lines as text, see {@linkcode transactionLines}.
 * @param options See {@linkcode TypedLinesOptions}.
 * @returns The lines with `quantity`, `unit_price` and `revenue` as numbers and `invoice_date` as
 * Datetime, the texts of these kept as `quantity_text`, `invoice_date_text`, `unit_price_text`; ids
 * stay text. Where a table has no invoices, a customer's day is one, and `invoice_id_text` is empty.
 * Where a line has a total in place of a price, that is the revenue; without a quantity it is one
 * piece. Each text is held once (`Categorical`). `has_invoices` and `has_products` tell whether the line's table names any.
 * @throws {InputError} If the order of day and month, or the decimal mark, is ambiguous.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { transactionLines } from "./reading/transaction_lines.ts";
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
export function typedLines(lines: DataFrame, options: TypedLinesOptions = {}): DataFrame {
  const texts = textsHeldOnce(lines);
  const tables = tablesOf(texts);
  if (tables.length === 1) return typedTable(texts, options);
  return pl.concat(tables.map((table) => typedTable(table, options)));
}

/** Each table decides for itself how dates, numbers and ids are written in it. */
function tablesOf(lines: DataFrame): DataFrame[] {
  const inputs = textColumn(lines.select("input").unique(), "input").sort();
  if (inputs.length === 1) return [lines];
  return inputs.map((input) => lines.filter(pl.col("input").eq(pl.lit(input))));
}

function typedTable(lines: DataFrame, options: TypedLinesOptions): DataFrame {
  const source = textColumn(lines.select("input").head(1), "input")[0];
  const amounts = ["quantity", "unit_price", "line_total"].filter((name) =>
    lines.columns.includes(name)
  );
  const kept = ["invoice_id", "invoice_date", ...amounts].map((name) =>
    pl.col(name).alias(`${name}_text`)
  );
  const dateTexts = distinctTexts(lines, "invoice_date");
  const typed = lines.withColumns(
    ...kept,
    ...numbers(lines, amounts, { source, ...options }),
    perDistinct(dateTexts, (distinct) => dates(distinct, { source, ...options })),
    ...wholeIds(lines),
    pl.lit(hasAny(lines, "invoice_id")).alias("has_invoices"),
    pl.lit(hasAny(lines, "product_id")).alias("has_products"),
  );
  return withInvoices(lines, withAmounts(lines, typed));
}

/** Finite numbers; other ways of writing them are looked for only where a text was not read. */
function numbers(
  lines: DataFrame,
  names: readonly string[],
  options: TypedLinesOptions,
): Expr[] {
  const columns = names.map((name) => distinctTexts(lines, name));
  const plain = columns.map(({ texts }, i) => texts.select(finite(names[i])).getColumn(names[i]));
  const isPlain = plain.every((values) => values.nullCount() === 0) && !options.decimalMark;
  const values = isPlain ? plain : writtenNumbers(columns, options);
  return columns.map((column, i) => perDistinct(column, () => values[i]));
}

/** All amounts of a file are written in one way, so the texts of all columns are read together. */
function writtenNumbers(columns: readonly DistinctTexts[], options: TypedLinesOptions): Series[] {
  const textsOf = columns.map(({ texts }) => textColumn(texts, texts.columns[0]));
  const distinct = [...new Set(textsOf.flat())].sort();
  const values = parseNumbers(distinct, options);
  const byText = new Map(distinct.map((text, i) => [text, values[i]]));
  return textsOf.map((texts) => {
    const read = Float64Array.from(texts, (text) => byText.get(text)!);
    return pl.DataFrame({ read }).select(finite("read")).getColumn("read");
  });
}

function finite(name: string): Expr {
  const value = pl.col(name).cast(pl.Float64);
  return pl.when(value.isFinite()).then(value).otherwise(pl.lit(null)).alias(name);
}

/** Revenue, and for lines with a total in place of a price the price that follows from it. */
function withAmounts(lines: DataFrame, typed: DataFrame): DataFrame {
  const product = pl.col("quantity").mul(pl.col("unit_price"));
  if (!lines.columns.includes("line_total")) {
    return typed.withColumns(product.alias("revenue"));
  }
  const total = pl.col("line_total");
  const pieces = pl.when(pl.col("quantity_text").eq(pl.lit("")).and(total.isNotNull()))
    .then(pl.when(total.lt(0)).then(pl.lit(-1)).otherwise(pl.lit(1))).otherwise(pl.col("quantity"));
  return typed
    .withColumns(pieces.alias("quantity"))
    .withColumns(total.fillNull(product).alias("revenue"))
    .withColumns(
      pl.when(total.isNotNull()).then(pl.col("revenue").div(pl.col("quantity")))
        .otherwise(pl.col("unit_price")).alias("unit_price"),
    );
}

/**
 * Whether any line says something in a column.
 *
 * @param lines Lines as text.
 * @param column A column without nulls.
 * @returns False if the file lacks the column, or leaves it empty throughout.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { hasAny } from "./typed_lines.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(hasAny(pl.DataFrame({ product_id: ["", "A"] }), "product_id"), true);
 * ```
 */
export function hasAny(lines: DataFrame, column: string): boolean {
  const says = (frame: DataFrame) => frame.filter(pl.col(column).neq(pl.lit(""))).height > 0;
  return says(lines.select(column).head(1)) || says(lines.select(column));
}

/** A file without invoices: what a customer buys on one day is one. */
function withInvoices(lines: DataFrame, typed: DataFrame): DataFrame {
  if (hasAny(lines, "invoice_id")) return typed;
  const day = pl.col("invoice_date").dt.strftime("%Y-%m-%d");
  return typed.withColumns(
    pl.concatString([pl.col("customer_id").cast(pl.Utf8), day], " ").cast(pl.Categorical)
      .alias("invoice_id"),
  );
}

function dates(distinct: DataFrame, options: ParseDatesOptions): Series {
  return dateSeries("invoice_date", parseDates(textColumn(distinct, "invoice_date"), options));
}

/**
 * Spreadsheets write the id 17850 as `17850.0`: undone only where the whole column is so. Nothing
 * where all ids stay as they are.
 */
function wholeIds(lines: DataFrame): Expr[] {
  const customers = distinctTexts(lines, "customer_id");
  const { texts } = customers;
  const id = pl.col("customer_id").str.strip();
  const others = texts.filter(id.neq(pl.lit("")).and(id.str.contains("^[0-9]+\\.0$").not()));
  const whole = others.height > 0 ? id : id.str.replace("\\.0$", "");
  if (texts.filter(whole.neq(pl.col("customer_id"))).height === 0) return [];
  return [perDistinct(customers, () => whole).cast(pl.Categorical)];
}
