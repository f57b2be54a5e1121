import pl, { type DataFrame, type Expr } from "nodejs-polars";
import { type SourceColumn, TRANSACTION_COLUMNS } from "./column_synonyms.ts";
import { type ColumnMapping, mapColumns } from "./map_columns.ts";

/** The column that holds the text of a line which does not fit its table; absent where all fit. */
export const RECORD = "record";

/** Options of {@linkcode transactionLines}. */
export interface TransactionLinesOptions {
  /** The line number of each row in its file; rows are numbered from 1 if not given. */
  readonly lines?: Int32Array;
  /** Where the columns are; found by name if not given. */
  readonly mapping?: ColumnMapping;
}

/**
 * Makes transaction lines of any table: the columns found by name, all as text, nothing changed.
 *
 * @param table A table as it came from a file or a query, one row per line.
 * @param source The table's name, for messages and for `rejected.csv`.
 * @param options See {@linkcode TransactionLinesOptions}.
 * @returns `input, line` and the eight transaction columns as text (`Utf8`, or `Categorical` where the
 * table has it so), missing values and columns empty;
 * and `line_total`, where the file has that in place of a unit price.
 * @throws {InputError} If essential columns are missing.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { transactionLines } from "./transaction_lines.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = pl.DataFrame({
 *   Invoice: ["1"], StockCode: ["A"], Quantity: [2], Price: [1.5],
 *   InvoiceDate: ["2024-05-01"], "Customer ID": ["00123"],
 * });
 * const lines = transactionLines(table, "example");
 * assertEquals(lines.row(0), ["example", 1, "1", "A", "", "2.0", "2024-05-01", "1.5", "00123", ""]);
 * ```
 */
export function transactionLines(
  table: DataFrame,
  source: string,
  options: TransactionLinesOptions = {},
): DataFrame {
  const { lines = Int32Array.from({ length: table.height }, (_, i) => i + 1) } = options;
  const mapping = options.mapping ?? mapColumns(table.columns, source);
  const columns: SourceColumn[] = [...TRANSACTION_COLUMNS];
  if (mapping.line_total) columns.push("line_total");
  const text = columns.map((column) => {
    const header = mapping[column];
    return (header === undefined ? pl.lit("") : filledText(table, header)).alias(column);
  });
  return table
    .select(...text)
    .withColumns(pl.lit(source).alias("input"), pl.Series("line", lines, pl.Int32))
    .select("input", "line", ...columns);
}

/** The column as text without nulls; untouched where it is so already, since a copy takes memory. */
function filledText(table: DataFrame, name: string): Expr {
  const column = table.getColumn(name);
  const isText = column.dtype.equals(pl.String) || column.dtype.equals(pl.Categorical);
  const text = isText ? pl.col(name) : pl.col(name).cast(pl.Utf8);
  return column.nullCount() === 0 ? text : text.fillNull(pl.lit(""));
}
