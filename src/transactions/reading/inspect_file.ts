import pl, { type DataFrame } from "nodejs-polars";
import { type SourceColumn, TRANSACTION_COLUMNS } from "./column_synonyms.ts";
import { textColumn } from "../columns.ts";
import { InputError } from "../input_error.ts";
import { type ColumnChoices, type ColumnMapping, mapColumns } from "./map_columns.ts";
import { readTables, type SourceTable } from "./read_tables.ts";
import { transactionLines } from "./transaction_lines.ts";
import { OPTIONAL_RULES, transactionRules } from "../transaction_rules.ts";
import { typedLines, type TypedLinesOptions } from "../typed_lines.ts";

/** Options of {@linkcode inspectFile}. */
export interface InspectOptions extends TypedLinesOptions {
  readonly columns?: ColumnChoices;
}

/** Rows shown, and characters of each value. */
const ROWS = 5, WIDTH = 24;

/**
 * Tells what a file is and how it would be read, before any run.
 *
 * @param path The file.
 * @param options How it is meant, where it does not tell.
 * @returns Some lines of text: format, encoding, delimiter, mapping, date order, share of missing
 * values and first rows of each table, the rules, and the command to run next.
 * @throws {InputError} If the file cannot be read at all.
 *
 * @example
 * ```ts
 * import { inspectFile } from "./inspect_file.ts";
 * import { assertStringIncludes } from "@std/assert";
 *
 * const path = Deno.makeTempFileSync({ suffix: ".csv" });
 * Deno.writeTextFileSync(path, "Invoice;SKU;Qty;Date;Price;Email\n1;A;2;31/12/2023;1,50;a@b.c\n");
 * const told = inspectFile(path);
 * assertStringIncludes(told, 'delimiter ";"');
 * assertStringIncludes(told, "customer_id   ← Email (text)");
 * assertStringIncludes(told, "day-first");
 * ```
 */
export function inspectFile(path: string, options: InspectOptions = {}): string {
  const { format, encoding, delimiter, tables } = readTables(path);
  const facts = [
    format,
    encoding,
    delimiter === undefined ? undefined : `delimiter "${delimiter.replace("\t", "tab")}"`,
  ];
  return [
    `${path}: ${facts.filter((fact) => fact !== undefined).join(", ")}`,
    ...tables.flatMap((table) => ["", ...describeTable(table, options)]),
    "",
    "Rules, in order; a line counts under the first that it fails:",
    ...transactionRules({ before: 0, hasRecords: true }).map(({ reason, description, optional }) =>
      `  ${reason.padEnd(20)} ${description}${optional ? " (--without switches it off)" : ""}`
    ),
    `  ${
      OPTIONAL_RULES.at(-1)!.padEnd(20)
    } An exact copy of another line. (--without switches it off)`,
    "",
    `Next: npx -y deno@2.9.6 task start --input ${quoted(path)}${choicesAsWords(options)}`,
  ].join("\n");
}

function describeTable(source: SourceTable, options: InspectOptions): string[] {
  const { table, ragged } = source;
  const lines = [
    `${source.source}: ${table.height.toLocaleString("en-GB")} rows × ${table.width} columns` +
    (ragged.length > 0
      ? `, ${ragged.length} lines that do not fit (first: ${ragged[0].line})`
      : ""),
  ];
  let mapping: ColumnMapping;
  try {
    mapping = mapColumns(table.columns, source.source, options.columns);
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    return [...lines, `  ${fault.message}`, ...firstRows(table)];
  }
  const columns: SourceColumn[] = [...TRANSACTION_COLUMNS, "line_total"];
  const text = transactionLines(table, source.source, { mapping });
  return [
    ...lines,
    ...columns.filter((column) => mapping[column] !== undefined || column !== "line_total")
      .map((column) =>
        mapping[column] === undefined
          ? `  ${column.padEnd(13)} – not in the file`
          : `  ${column.padEnd(13)} ← ${mapping[column]} (${TYPES[column]}${missing(text, column)})`
      ),
    `  ${reading(text, options)}`,
    ...firstRows(table),
  ];
}

/** What the columns hold once read. */
const TYPES: Readonly<Record<SourceColumn, "text" | "number" | "date">> = {
  invoice_id: "text",
  product_id: "text",
  description: "text",
  quantity: "number",
  invoice_date: "date",
  unit_price: "number",
  customer_id: "text",
  country: "text",
  line_total: "number",
};

function missing(text: DataFrame, column: string): string {
  const empty = text.filter(pl.col(column).eq(pl.lit(""))).height;
  return empty === 0 ? "" : `, ${(100 * empty / text.height).toFixed(1)} % missing`;
}

/** Dates and numbers as they would be read, or the question that the file leaves open. */
function reading(text: DataFrame, options: InspectOptions): string {
  try {
    const typed = typedLines(text, options);
    const unread = ["quantity", "invoice_date", "unit_price"].map((name) =>
      `${typed.getColumn(name).nullCount()} ${name}`
    );
    return `dates ${dateWords(text, typed)}; unreadable: ${unread.join(", ")}`;
  } catch (fault) {
    if (fault instanceof InputError) return fault.message;
    throw fault;
  }
}

function dateWords(text: DataFrame, typed: DataFrame): string {
  const [first] = textColumn(text.head(1), "invoice_date");
  const range = typed.select(
    pl.col("invoice_date").min().dt.strftime("%Y-%m-%d").alias("from"),
    pl.col("invoice_date").max().dt.strftime("%Y-%m-%d").alias("to"),
  ).row(0);
  const order = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(first)
    ? isDayFirst(text, typed) ? " (day-first)" : " (month-first)"
    : "";
  return `from ${range[0]} to ${range[1]}${order}`;
}

function isDayFirst(text: DataFrame, typed: DataFrame): boolean {
  const [written] = textColumn(text.head(1), "invoice_date");
  const [read] = textColumn(
    typed.head(1).select(pl.col("invoice_date").dt.strftime("%d").alias("day")),
    "day",
  );
  const [one, two] = written.split(/[/.-]/).map(Number);
  return one === Number(read) && one !== two;
}

function firstRows(table: DataFrame): string[] {
  const head = table.head(ROWS);
  const columns = head.columns.map((name) =>
    [name, ...textColumn(head.select(pl.col(name).cast(pl.Utf8)), name)]
      .map((text) => text.replace(/\s+/g, " ").slice(0, WIDTH))
  );
  const widths = columns.map((texts) => Math.max(...texts.map((text) => text.length)));
  return Array.from(
    { length: head.height + 1 },
    (_, row) => `  ${columns.map((texts, i) => texts[row].padEnd(widths[i])).join("  ").trimEnd()}`,
  );
}

function choicesAsWords({ columns = {}, dateOrder, decimalMark }: InspectOptions): string {
  return [
    ...Object.entries(columns).map(([column, name]) => ` --map ${quoted(`${column}=${name}`)}`),
    dateOrder ? ` --date-order ${dateOrder}` : "",
    decimalMark ? ` --decimal-mark ${decimalMark}` : "",
  ].join("");
}

function quoted(word: string): string {
  return /^[\w./=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
