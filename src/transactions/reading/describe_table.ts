import pl, { type DataFrame } from "nodejs-polars";
import { textColumn } from "../columns.ts";
import { InputError } from "../input_error.ts";
import { typedLines, type TypedLinesOptions } from "../typed_lines.ts";
import { type SourceColumn, TRANSACTION_COLUMNS } from "./column_synonyms.ts";
import { type ColumnChoices, type ColumnMapping, mapColumns } from "./map_columns.ts";
import type { SourceTable } from "./read_tables.ts";
import { transactionLines } from "./transaction_lines.ts";

/** Options of {@linkcode describeTable}. */
export interface DescribeOptions extends TypedLinesOptions {
  readonly columns?: ColumnChoices;
}

/** A table in words. */
export interface TableDescription {
  readonly words: readonly string[];
  /** Which essential columns are missing: it is no table of transactions as it is. */
  readonly lacks?: string;
  /** What has to be said before it can be read. */
  readonly question?: string;
}

/** Rows shown, and characters of each value. */
const ROWS = 5, WIDTH = 24;

/** What the columns that are not text hold once read. */
const TYPES: Readonly<Partial<Record<SourceColumn, "number" | "date">>> = {
  quantity: "number",
  invoice_date: "date",
  unit_price: "number",
  line_total: "number",
};

/**
 * Tells how one table would be read.
 *
 * @param source The table as it stands in its file.
 * @param options How it is meant, where it does not tell.
 * @returns Its size; for each transaction column where it comes from, its type, its range, the share
 * of missing and unreadable values; the columns that are not used; the first rows.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { describeTable } from "./describe_table.ts";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const table = pl.DataFrame({
 *   Email: ["a@b.c", ""], Date: ["31/12/2023", "1/2/2024"], Total: ["1,50", "x"], Note: ["", ""],
 * });
 * const { words } = describeTable({ source: "shop", table, lines: Int32Array.of(2, 3), ragged: [] });
 * const told = words.join("\n");
 * assertStringIncludes(told, "customer_id   ← Email (text, 50.0 % missing)");
 * assertStringIncludes(told, "invoice_date  ← Date (date, day-first, 2023-12-31 to 2024-02-01)");
 * assertStringIncludes(told, "line_total    ← Total (number, 1.5 to 1.5, 50.0 % unreadable)");
 * assertStringIncludes(told, "not used: Note");
 * ```
 */
export function describeTable(
  { source, table, ragged }: SourceTable,
  options: DescribeOptions = {},
): TableDescription {
  const size = `${source}: ${count(table.height)} rows × ${table.width} columns` +
    (ragged.length > 0
      ? `, ${count(ragged.length)} lines that do not fit (first: line ${ragged[0].line})`
      : "");
  const rows = firstRows(table);
  try {
    const mapping = mapColumns(table.columns, source, options.columns);
    const { columns, question } = describeColumns(table, mapping, options);
    return { words: [size, ...columns, ...unused(table, mapping), ...rows], question };
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    return { words: [size, ...rows], lacks: fault.message };
  }
}

function describeColumns(table: DataFrame, mapping: ColumnMapping, options: DescribeOptions) {
  const text = transactionLines(table, "", { mapping });
  const { typed, question } = tryToType(text, options);
  const shown: SourceColumn[] = [...TRANSACTION_COLUMNS];
  if (mapping.line_total) shown.push("line_total");
  const columns = shown.map((name) => {
    const header = mapping[name];
    if (header === undefined) return `  ${name.padEnd(13)} – not in the file`;
    const facts = [
      TYPES[name] ?? "text",
      ...(typed ? typedFacts(text, typed, name, options) : []),
      ...share(missing(text, name), text.height, "missing"),
      ...(typed ? share(unreadable(text, typed, name), text.height, "unreadable") : []),
    ];
    return `  ${name.padEnd(13)} ← ${plain(header)} (${facts.join(", ")})`;
  });
  return { columns, question };
}

/** Dates and numbers as they would be read, or the question that the table leaves open. */
function tryToType(text: DataFrame, options: DescribeOptions) {
  try {
    return { typed: typedLines(text, options), question: undefined };
  } catch (fault) {
    if (fault instanceof InputError) return { typed: undefined, question: fault.message };
    throw fault;
  }
}

function typedFacts(
  text: DataFrame,
  typed: DataFrame,
  name: SourceColumn,
  options: DescribeOptions,
): string[] {
  const column = pl.col(name);
  if (TYPES[name] === undefined || typed.getColumn(name).nullCount() === typed.height) return [];
  if (TYPES[name] === "number") {
    const [least, most] = typed.select(column.min().alias("least"), column.max().alias("most"))
      .row(0).map((value) => count(Number(value)));
    return [`${least} to ${most}`];
  }
  const [first, last] = typed.select(
    column.min().dt.strftime("%Y-%m-%d").alias("first"),
    column.max().dt.strftime("%Y-%m-%d").alias("last"),
  ).row(0);
  return [...dateOrder(text, options), `${first} to ${last}`];
}

/** Where the column was read at all, only a day can be above 12. */
function dateOrder(text: DataFrame, options: DescribeOptions): string[] {
  const has = (pattern: string) =>
    text.filter(pl.col("invoice_date").cast(pl.Utf8).str.contains(pattern)).height > 0;
  if (!has("^\\s*\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}")) return [];
  return [options.dateOrder ?? (has("^\\s*(1[3-9]|[23]\\d)[/.-]") ? "day-first" : "month-first")];
}

function missing(text: DataFrame, name: string): number {
  return text.filter(pl.col(name).eq(pl.lit(""))).height;
}

function unreadable(text: DataFrame, typed: DataFrame, name: SourceColumn): number {
  if (TYPES[name] === undefined) return 0;
  const isWritten = text.select(pl.col(name).neq(pl.lit("")).alias("written"));
  return typed.withColumns(isWritten.getColumn("written"))
    .filter(pl.col("written").and(pl.col(name).isNull())).height;
}

function share(rows: number, all: number, word: string): string[] {
  if (rows === 0) return [];
  const percent = 100 * rows / all;
  return [`${percent < 0.1 ? "under 0.1" : percent.toFixed(1)} % ${word}`];
}

function unused(table: DataFrame, mapping: ColumnMapping): string[] {
  const used = new Set(Object.values(mapping));
  const others = table.columns.filter((name) => !used.has(name));
  return others.length === 0 ? [] : [`  not used: ${others.map(plain).join(", ")}`];
}

function firstRows(table: DataFrame): string[] {
  const head = table.head(ROWS);
  const columns = head.columns.map((name) =>
    [name, ...textColumn(head.select(pl.col(name).cast(pl.Utf8)), name)]
      .map((text) => plain(text).slice(0, WIDTH))
  );
  const widths = columns.map((texts) => Math.max(...texts.map((text) => text.length)));
  return Array.from(
    { length: head.height + 1 },
    (_, row) => `  ${columns.map((texts, i) => texts[row].padEnd(widths[i])).join("  ").trimEnd()}`,
  );
}

/** On one line, and without the control codes that a terminal would obey. */
function plain(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ");
}

function count(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 3 });
}
