import { EXACT_COPY, OPTIONAL_RULES, transactionRules } from "../cleaning/transaction_rules.ts";
import { type DescribeOptions, describeTable, type TableDescription } from "./describe_table.ts";
import { DOUBTFUL } from "../mapping/propose_columns.ts";
import { refuseUnknownSheets } from "../reading/excel/sheet_notes.ts";
import { listInputs } from "../reading/inputs/list_inputs.ts";
import { InputError } from "../../frames/errors.ts";
import type { ColumnChoices } from "../mapping/find_columns.ts";
import { prepareTables } from "../reading/prepare_tables.ts";
import { readTables, type SourceFile, type SourceTable } from "../reading/read_tables.ts";

/** Options of {@linkcode inspectFile}. */
export interface InspectOptions extends DescribeOptions {
  /** Optional rules that are switched off, by reason, see `OPTIONAL_RULES`. */
  readonly without?: readonly string[];
  /** Sheets of a workbook to take, see `readTransactions`. */
  readonly sheets?: readonly string[];
  /** Columns by which tables are joined, see `readTransactions`. */
  readonly join?: readonly string[];
}

/**
 * Tells what a file is and how it would be read, before any run.
 *
 * @param path The file, a folder of files or a pattern.
 * @param options How it is meant, where it does not tell.
 * @returns Some lines of text: format, encoding, delimiter, the sheets that are skipped; mapping,
 * types, date order, share of missing values and first rows of each table; the rules, and the command
 * to run next.
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
  const listed = listInputs([path]);
  const files = listed.paths.map((name) => ({
    name,
    file: readTables(name, { columns: options.columns, sheets: options.sheets }),
  }));
  refuseUnknownSheets(options.sheets, files.map(({ file }) => file));
  const { tables, fault } = describeTables(files.map(({ file }) => file), options);
  const isTransactions = tables.some(({ lacks }) => lacks === undefined);
  const isClear = isTransactions && fault === undefined &&
    tables.every(({ question }) => question === undefined);
  const proposals = isTransactions
    ? []
    : (tables[0]?.proposals ?? []).filter(({ because }) => because !== DOUBTFUL);
  const columns = {
    ...options.columns,
    ...Object.fromEntries(proposals.map(({ column, header }) => [column, header])),
  };
  const isProposed = proposals.length > 0 &&
    isRight(describeTable(files[0].file.tables[0], { ...options, columns }));
  return [
    ...listed.notes.map(({ sentence }) => sentence),
    ...files.flatMap(({ name, file }) => [
      `${name}: ${formatInWords(file)}`,
      ...file.skipped.map(({ sheet, reason }) => `  sheet "${sheet}" is skipped: ${reason}`),
    ]),
    ...(fault === undefined || tables.some(({ lacks }) => lacks === fault) ? [] : ["", fault]),
    ...tables.flatMap(({ words: [size, ...words], lacks, question }) => [
      "",
      size,
      ...(lacks === undefined ? [] : [`  ${isTransactions ? "skipped: " : ""}${lacks}`]),
      ...(question === undefined ? [] : [`  ${question}`]),
      ...words,
    ]),
    "",
    ...rulesInWords(options.without),
    "",
    `Next${
      isClear ? "" : isProposed ? ", if the proposals are right" : ", with what is asked for above"
    }: npx -y deno@2.9.6 task start ` +
    `--input ${quoted(path)}${choicesInWords({ ...options, columns })}`,
  ].join("\n");
}

function isRight({ lacks, question }: TableDescription): boolean {
  return lacks === undefined && question === undefined;
}

/** The tables as a run would take them; where it would ask first, as they stand in their files. */
function describeTables(files: readonly SourceFile[], options: InspectOptions) {
  const sources = files.flatMap(({ tables }) => tables);
  const numbers = files.flatMap(({ tables }, number) => tables.map(() => number));
  const described = (table: SourceTable, columns = options.columns) =>
    describeTable(table, { ...options, columns });
  try {
    const prepared = prepareTables(sources, numbers, options);
    const skipped = prepared.skipped.map(({ place }) => ({ place, table: sources[place] }));
    const taken: readonly { place: number; table: SourceTable; choices?: ColumnChoices }[] = [
      ...prepared.tables,
      ...skipped,
    ];
    return {
      tables: taken.toSorted((a, b) => a.place - b.place)
        .map(({ table, choices }) => described(table, choices)),
    };
  } catch (fault) {
    if (!(fault instanceof InputError)) throw fault;
    return { tables: sources.map((table) => described(table)), fault: fault.message };
  }
}

function formatInWords({ format, encoding, delimiter, tables, skipped }: SourceFile): string {
  const facts = [format, encoding];
  if (delimiter !== undefined) facts.push(`delimiter "${delimiter.replace("\t", "tab")}"`);
  if (format === "excel") facts.push(`${tables.length + skipped.length} sheets`);
  return facts.filter((fact) => fact !== undefined).join(", ");
}

function rulesInWords(without: readonly string[] = []): string[] {
  const rules = [...transactionRules({ before: 0 }), EXACT_COPY];
  return [
    "Rules, in order; a line counts under the first it fails (* can be switched off with --without RULE):",
    ...rules.map(({ reason, description }) =>
      `${OPTIONAL_RULES.includes(reason) ? "*" : " "} ${reason.padEnd(20)} ` +
      `${without.includes(reason) ? "(switched off) " : ""}${description}`
    ),
  ];
}

function choicesInWords(options: InspectOptions): string {
  const { columns = {}, dateOrder, dayOne, decimalMark, skipUnreadable, without = [] } = options;
  const { keepDamagedIds, sheets = [], join = [], currency, rates, statuses = {}, discounts } =
    options;
  return [
    ...Object.entries(columns).map(([column, name]) => ` --map ${quoted(`${column}=${name}`)}`),
    dateOrder ? ` --date-order ${dateOrder}` : "",
    dayOne ? ` --day-one ${dayOne}` : "",
    decimalMark ? ` --decimal-mark ${decimalMark}` : "",
    skipUnreadable ? " --skip-unreadable" : "",
    keepDamagedIds ? " --keep-damaged-ids" : "",
    currency ? ` --currency ${quoted(currency)}` : "",
    rates ? ` --rates ${quoted(rates)}` : "",
    ...Object.entries(statuses).map(([word, means]) => ` --status ${quoted(`${word}=${means}`)}`),
    discounts ? ` --discounts ${discounts}` : "",
    ...without.map((rule) => ` --without ${rule}`),
    ...sheets.map((sheet) => ` --sheet ${quoted(sheet)}`),
    ...join.map((column) => ` --join ${quoted(column)}`),
  ].join("");
}

function quoted(word: string): string {
  return /^[\w./=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
