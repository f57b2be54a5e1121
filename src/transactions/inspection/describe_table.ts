import { formatDate } from "../../words/dates.ts";
import { plainTable } from "../../words/plain_table.ts";
import { capitalise, plainLine } from "../../words/sentences.ts";
import { formatNumber, formatRounded } from "../../words/numbers.ts";
import type { CodedNumbers, CodedTexts } from "../../frames/coded.ts";
import { InputError } from "../../frames/errors.ts";
import {
  type TypedLines,
  typedLines,
  type TypedLinesOptions,
} from "../interpretation/typed_lines.ts";
import {
  SOURCE_COLUMNS,
  type SourceColumn,
  TRANSACTION_COLUMNS,
} from "../mapping/column_synonyms.ts";
import { lacksOf, refuseMissing } from "../mapping/essential_columns.ts";
import {
  type ColumnChoices,
  type ColumnMapping,
  findColumns,
  type FoundColumns,
} from "../mapping/find_columns.ts";
import { type Proposal, proposeColumns } from "../mapping/propose_columns.ts";
import type { ReadingNote } from "../interpretation/reading_note.ts";
import { sentencesByInput } from "../interpretation/sentences_by_input.ts";
import type { SourceTable } from "../reading/source_table.ts";
import type { TextTable } from "../reading/text_table.ts";
import { type TransactionLines, transactionLines } from "../mapping/transaction_lines.ts";

/** Options of {@linkcode describeTable}. */
export interface DescribeOptions extends TypedLinesOptions {
  /** "customers" or "amounts" where the file has none, among rules that are switched off. */
  readonly without?: readonly string[];
  readonly columns?: ColumnChoices;
}

/** A table in words. */
export interface TableDescription {
  readonly words: readonly string[];
  /** Which essential columns are missing: it is no table of transactions as it is. */
  readonly lacks?: string;
  /** What has to be said before it can be read. */
  readonly question?: string;
  /** What by content would be the columns that no name tells, where essential ones are missing. */
  readonly proposals?: readonly Proposal[];
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
 * @param options How it is meant, where it does not tell.
 * @returns Its size; for each transaction column where it comes from, its type, its range, the share
 * of missing and unreadable values; the columns that are not used; the first rows.
 */
export function describeTable(
  { source, table, ragged, notes = [] }: SourceTable,
  options: DescribeOptions = {},
): TableDescription {
  const size =
    `${source}: ${formatNumber(table.height)} rows × ${formatNumber(table.header.length)} columns` +
    (ragged.length > 0
      ? `, ${formatNumber(ragged.length)} lines that do not fit (first: line ${ragged[0].line})`
      : "");
  const rows = firstRows(table);
  const said = inWords(notes, source);
  let found: FoundColumns;
  try {
    found = findColumns(table.header, source, options.columns);
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    return { words: [size, ...said, ...rows], lacks: fault.message };
  }
  try {
    if (lacksOf(found, table, options.without).length === 0) {
      refuseMissing(found, table.header, source, table);
    }
    const { columns, question } = describeColumns(source, table, found, options);
    return {
      words: [size, ...said, ...columns, ...unused(table, found.mapping), ...rows],
      question,
    };
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    const proposals = proposeColumns(table, found.mapping);
    const words = [
      size,
      ...said,
      ...known(found, proposals),
      ...unused(table, found.mapping),
    ];
    return { words: [...words, ...rows], lacks: fault.message, proposals };
  }
}

/** What names tell of a table that lacks something else, and what content proposes. */
function known({ mapping, foundBy }: FoundColumns, proposals: readonly Proposal[]): string[] {
  const found = SOURCE_COLUMNS.flatMap((name): ColumnWords[] => {
    const header = mapping[name];
    return header === undefined ? [] : [{ name, mark: "←", header, why: foundBy[name] ?? "" }];
  });
  const proposed = proposals.map(({ column, header, because }): ColumnWords => ({
    ...{ name: column, mark: "?", header },
    why: `proposed by content: ${because}`,
  }));
  return aligned([...found, ...proposed]);
}

/** What is said of one column. */
interface ColumnWords {
  readonly name: string;
  /** How sure it is: "←" taken, "?" proposed, "–" missing. */
  readonly mark: "←" | "?" | "–";
  /** Its name in the file; absent where it is missing. */
  readonly header?: string;
  readonly facts?: readonly string[];
  readonly why: string;
}

function aligned(columns: readonly ColumnWords[]): string[] {
  const width = Math.max(13, ...columns.map(({ name }) => name.length));
  return columns.map(({ name, mark, header, facts = [], why }) => {
    const said = header === undefined
      ? why
      : [`${plainLine(header)}${facts.length > 0 ? ` (${facts.join(", ")})` : ""}`, why]
        .filter((words) => words !== "").join(", ");
    return `  ${name.padEnd(width)} ${mark} ${plainLine(said)}`;
  });
}

/** Notes of one table, which need not name it. */
function inWords(notes: readonly ReadingNote[], source: string): string[] {
  return (sentencesByInput(notes, [source]).get(source) ?? [])
    .map((sentence) => `  • ${capitalise(plainLine(sentence))}`);
}

function describeColumns(
  source: string,
  table: TextTable,
  found: FoundColumns,
  options: DescribeOptions,
) {
  const lines = transactionLines(table, source, { found });
  const { typed, question } = tryToType(lines, options);
  const { mapping } = found;
  const headerOf = (name: SourceColumn) =>
    typed ? typed.taken.find(({ column }) => column === name)?.header : mapping[name];
  const shown: SourceColumn[] = SOURCE_COLUMNS.filter((name) =>
    (TRANSACTION_COLUMNS as readonly SourceColumn[]).includes(name) || headerOf(name) !== undefined
  );
  const columns = shown.map((name): ColumnWords => {
    const header = headerOf(name);
    if (header === undefined || !table.header.includes(header)) {
      return { name, mark: "–", why: "not in the file" };
    }
    const texts = table.column(header);
    const isWritten = (row: number) => texts.values[texts.codes[row]] !== "";
    const rows = Array.from(texts.codes.keys());
    const numbers = typed && TYPES[name] ? numbersOf(typed, name) : undefined;
    const unreadable = (row: number) => isWritten(row) && Number.isNaN(numbers!(row));
    const facts = [
      TYPES[name] ?? "text",
      ...(numbers ? typedFacts(texts, rows.map(numbers), name, options) : []),
      ...share(rows.filter((row) => !isWritten(row)).length, rows.length, "missing"),
      ...(numbers ? share(rows.filter(unreadable).length, rows.length, "unreadable") : []),
    ];
    const taken = typed?.taken.find(({ column }) => column === name);
    const why = [taken?.found_by ?? found.foundBy[name] ?? "", ...taken?.evidence ?? []];
    return { name, mark: "←", header, facts, why: why.filter((words) => words !== "").join("; ") };
  });
  return { columns: [...aligned(columns), ...inWords(typed?.notes ?? [], source)], question };
}

/** Dates and numbers as they would be read, or the question that the table leaves open. */
function tryToType(
  lines: TransactionLines,
  options: DescribeOptions,
): { readonly typed?: TypedLines; readonly question?: string } {
  try {
    return { typed: typedLines(lines, options) };
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    // How much can be read is shown beside the question.
    const typed = options.skipUnreadable
      ? undefined
      : tryToType(lines, { ...options, skipUnreadable: true }).typed;
    return { typed, question: fault.message };
  }
}

/** The number on each line of a column, in milliseconds for dates; NaN where it cannot be read. */
function numbersOf(typed: TypedLines, name: SourceColumn): (row: number) => number {
  const at = ({ codes, values }: CodedNumbers) => (row: number) => values[codes[row]];
  if (name === "invoice_date") return at(typed.invoice_date);
  if (name === "line_total" && typed.line_total) return at(typed.line_total);
  return at(name === "quantity" ? typed.quantity : typed.unit_price);
}

function typedFacts(
  texts: CodedTexts,
  numbers: readonly number[],
  name: SourceColumn,
  options: DescribeOptions,
): string[] {
  let least = Infinity, most = -Infinity;
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  if (least > most) return [];
  if (name !== "invoice_date") return [`${formatRounded(least, 3)} to ${formatRounded(most, 3)}`];
  const [first, last] = [least, most].map((day) => new Date(day).toISOString().slice(0, 10));
  return [...dateOrder(texts, options), `${formatDate(first)} to ${formatDate(last)}`];
}

/** Where the column was read at all, only a day can be above 12. */
function dateOrder({ values }: CodedTexts, options: DescribeOptions): string[] {
  const has = (pattern: RegExp) => values.some((text) => pattern.test(text));
  if (!has(/^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/)) return [];
  return [options.dateOrder ?? (has(/^\s*(1[3-9]|[23]\d)[/.-]/) ? "day-first" : "month-first")];
}

function share(rows: number, all: number, word: string): string[] {
  if (rows === 0) return [];
  const percent = 100 * rows / all;
  return [`${percent < 0.1 ? "under 0.1" : percent.toFixed(1)} % ${word}`];
}

function unused(table: TextTable, mapping: ColumnMapping): string[] {
  const used = new Set(Object.values(mapping));
  const others = table.header.filter((name) => !used.has(name)).map((name) => {
    const held = table.holds?.(name);
    return held === undefined ? plainLine(name) : `${plainLine(name)} (${held})`;
  });
  return others.length === 0 ? [] : [`  not used: ${others.join(", ")}`];
}

function firstRows(table: TextTable): string[] {
  const height = Math.min(ROWS, table.height);
  return plainTable(table.header.map((name) => {
    const { codes, values } = table.column(name);
    const cells = Array.from(codes.subarray(0, height), (code) => values[code]);
    const [title, ...shown] = [name, ...cells].map((text) => plainLine(text).slice(0, WIDTH));
    return { title, cells: shown };
  }));
}
