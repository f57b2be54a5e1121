import pl, { type DataFrame } from "nodejs-polars";
import { type CodedTexts, joinTexts, ownNumbers, sameText } from "../../frames/coded.ts";
import { frameWriter } from "../../frames/coded_frame.ts";
import { InputError } from "../../frames/errors.ts";
import {
  DETAIL_COLUMNS,
  type DetailColumn,
  type SourceColumn,
  TRANSACTION_COLUMNS,
  type TransactionColumn,
} from "./column_synonyms.ts";
import { refuseMissing } from "./essential_columns.ts";
import { type ColumnMapping, findColumns, type FoundColumns } from "./find_columns.ts";
import type { RaggedLine } from "../reading/text/record_walk.ts";
import { type TextTable, textTable } from "../reading/text_table.ts";

/** The transaction lines of one table, every value as the text that stands there. */
export interface TableLines {
  /** The table's name, for messages and for `rejected.csv`. */
  readonly input: string;
  readonly height: number;
  /** The line number of each line in its file. */
  readonly line: Int32Array;
  /** The columns, a column that the table lacks with empty texts. */
  readonly columns: Readonly<Record<TransactionColumn, CodedTexts>>;
  /** What else the table tells; absent where it has no such column. */
  readonly details: Readonly<Partial<Record<DetailColumn, CodedTexts>>>;
  /** Which header each column comes from. */
  readonly mapping: ColumnMapping;
  /** How each column was found, and which other headers mean the same. */
  readonly found: Pick<FoundColumns, "foundBy" | "rivals">;
  /** The columns that are none of these, by header: made only if they are asked for. */
  readonly beside: ReadonlyMap<string, () => CodedTexts>;
  /** The text of each line that does not fit its table, empty for all others; absent where all fit. */
  readonly record?: CodedTexts;
}

/** Transaction lines as they stand in one or more tables: what `cleanTransactions` checks. */
export interface TransactionLines {
  /** The number of lines. */
  readonly height: number;
  readonly tables: readonly TableLines[];
}

/** Options of {@linkcode transactionLines}. */
export interface TransactionLinesOptions {
  /** The line number of each row in its file; rows are numbered from 1 if not given. */
  readonly lines?: Int32Array;
  /** Where the columns are; found by name if not given. */
  readonly mapping?: ColumnMapping;
  /** As `mapping`, with how each column was found. */
  readonly found?: FoundColumns;
  /** Lines that do not fit the table. */
  readonly ragged?: readonly RaggedLine[];
}

/**
 * Makes transaction lines of any table: the columns found by name, all as text, nothing changed.
 *
 * @param table A table as it came from a file or a query, one row per line.
 * @param source The table's name, for messages and for `rejected.csv`.
 * @param options See {@linkcode TransactionLinesOptions}.
 * @returns The lines; missing values and columns are empty texts.
 * @throws {InputError} If essential columns are missing, or one that is used holds no texts, numbers
 * or dates.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { linesFrame, transactionLines } from "./transaction_lines.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = pl.DataFrame({
 *   Invoice: ["1"], StockCode: ["A"], Quantity: [2], Price: [1.5],
 *   InvoiceDate: ["2024-05-01"], "Customer ID": ["00123"],
 * });
 * const lines = linesFrame(transactionLines(table, "example"));
 * assertEquals(lines.row(0), ["example", 1, "1", "A", "", "2.0", "2024-05-01", "1.5", "00123", ""]);
 * ```
 */
export function transactionLines(
  table: DataFrame | TextTable,
  source: string,
  options: TransactionLinesOptions = {},
): TransactionLines {
  const texts = "header" in table ? table : textTable(table);
  const found = options.found ??
    (options.mapping
      ? { mapping: options.mapping, foundBy: {}, rivals: {} }
      : foundIn(texts, source));
  const { mapping } = found;
  const { lines = Int32Array.from({ length: texts.height }, (_, i) => i + 1), ragged = [] } =
    options;
  const height = texts.height + ragged.length;
  const textsOf = (header: string | undefined) => {
    const fitting = header === undefined ? sameText("", texts.height) : texts.column(header);
    return ragged.length === 0 ? fitting : joinTexts([fitting, sameText("", ragged.length)]);
  };
  const column = (name: SourceColumn) => {
    const header = mapping[name];
    const held = header === undefined ? undefined : texts.holds?.(header);
    if (held !== undefined) throw withoutText(source, name, header!, held);
    return textsOf(header);
  };
  const used = new Set(Object.values(mapping));
  const others = texts.header.filter((name) => !used.has(name) && !texts.holds?.(name));
  const records = () =>
    joinTexts([sameText("", texts.height), ...ragged.map(({ text }) => sameText(text, 1))]);
  const only: TableLines = {
    input: source,
    height,
    line: ragged.length === 0
      ? lines
      : Int32Array.from([...lines, ...ragged.map(({ line }) => line)]),
    columns: Object.fromEntries(
      TRANSACTION_COLUMNS.map((name) => [name, column(name)]),
    ) as TableLines["columns"],
    details: Object.fromEntries(
      DETAIL_COLUMNS.filter((name) => mapping[name] !== undefined)
        .map((name) => [name, column(name)]),
    ),
    mapping,
    found,
    beside: new Map(others.map((name) => [name, () => textsOf(name)])),
    record: ragged.length === 0 ? undefined : records(),
  };
  return { height, tables: [only] };
}

function foundIn(texts: TextTable, source: string): FoundColumns {
  const found = findColumns(texts.header, source);
  refuseMissing(found, texts.header, source, texts);
  return found;
}

function withoutText(source: string, name: string, header: string, held: string): InputError {
  return new InputError(
    `${source}: the column "${header}" holds ${held}, so it cannot be ${name}: write it as text, ` +
      `numbers or dates, or name another column, for example --map ${name}="…".`,
  );
}

/**
 * Joins transaction lines of several tables.
 *
 * @param parts Lines in the order wanted.
 * @returns All of them; each table still shows by itself how it writes dates and numbers.
 */
export function joinLines(parts: readonly TransactionLines[]): TransactionLines {
  return {
    height: parts.reduce((height, part) => height + part.height, 0),
    tables: parts.flatMap(({ tables }) => tables),
  };
}

/**
 * Shows transaction lines as a dataframe.
 *
 * @param lines See {@linkcode transactionLines}.
 * @returns `input, line` and the eight transaction columns as text; details such as `line_total`, and
 * `record`, where a table has them.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { linesFrame, transactionLines } from "./transaction_lines.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const table = pl.DataFrame({ date: ["2024-05-01"], amount: ["5"], customer: ["7"] });
 * const frame = linesFrame(transactionLines(table, "shop"));
 * assertEquals(frame.columns.slice(0, 3), ["input", "line", "invoice_id"]);
 * assertEquals(frame.getColumn("line_total").toArray(), ["5"]);
 * ```
 */
export function linesFrame({ tables }: TransactionLines): DataFrame {
  const frames = tables.map(({ input, height, line, columns, details, record }) => {
    const rows = ownNumbers(new Float64Array(height)).codes;
    const texts = {
      input: sameText(input, height),
      ...columns,
      ...details,
      ...(record && { record }),
    };
    const write = frameWriter({
      ...Object.fromEntries(
        Object.entries(texts).map(([name, { codes, values }]) => [
          name,
          { codes, values: pl.Series("", values as string[], pl.Utf8) },
        ]),
      ),
      line: { codes: rows, values: pl.Series("", line, pl.Int32) },
    });
    const { input: first, ...others } = Object.fromEntries(
      Object.keys(texts).map((name) => [name, name]),
    );
    return write(rows, { input: first, line: "line", ...others });
  });
  if (frames.length === 1) return frames[0];
  const joined = pl.concat(frames, { how: "diagonal" });
  const lacking = joined.columns.filter((name) => joined.getColumn(name).nullCount() > 0);
  return joined.withColumns(...lacking.map((name) => pl.col(name).fillNull(pl.lit(""))));
}
