import { EXACT_COPY, OPTIONAL_RULES, transactionRules } from "../cleaning/transaction_rules.ts";
import { type DescribeOptions, describeTable, type TableDescription } from "./describe_table.ts";
import { readTables, type SourceFile } from "../reading/read_tables.ts";

/** Options of {@linkcode inspectFile}. */
export interface InspectOptions extends DescribeOptions {
  /** Optional rules that are switched off, by reason, see `OPTIONAL_RULES`. */
  readonly without?: readonly string[];
}

/**
 * Tells what a file is and how it would be read, before any run.
 *
 * @param path The file.
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
  const file = readTables(path);
  const tables = file.tables.map((table) => describeTable(table, options));
  const isTransactions = tables.some(({ lacks }) => lacks === undefined);
  const isClear = isTransactions && tables.every(({ question }) => question === undefined);
  const proposals = isTransactions ? [] : tables[0]?.proposals ?? [];
  const columns = {
    ...options.columns,
    ...Object.fromEntries(proposals.map(({ column, header }) => [column, header])),
  };
  const isProposed = proposals.length > 0 &&
    isRight(describeTable(file.tables[0], { ...options, columns }));
  return [
    `${path}: ${formatInWords(file)}`,
    ...file.skipped.map(({ sheet, reason }) => `  sheet "${sheet}" is skipped: ${reason}`),
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

function formatInWords({ format, encoding, delimiter, tables, skipped }: SourceFile): string {
  const facts = [format, encoding];
  if (delimiter !== undefined) facts.push(`delimiter "${delimiter.replace("\t", "tab")}"`);
  if (format === "excel") facts.push(`${tables.length + skipped.length} sheets`);
  return facts.filter((fact) => fact !== undefined).join(", ");
}

function rulesInWords(without: readonly string[] = []): string[] {
  const rules = [...transactionRules({ before: 0 }), EXACT_COPY];
  return [
    "Rules, in order; a line counts under the first that it fails (* --without RULE switches it off):",
    ...rules.map(({ reason, description }) =>
      `${OPTIONAL_RULES.includes(reason) ? "*" : " "} ${reason.padEnd(20)} ` +
      `${without.includes(reason) ? "(switched off) " : ""}${description}`
    ),
  ];
}

function choicesInWords(options: InspectOptions): string {
  const { columns = {}, dateOrder, decimalMark, without = [] } = options;
  return [
    ...Object.entries(columns).map(([column, name]) => ` --map ${quoted(`${column}=${name}`)}`),
    dateOrder ? ` --date-order ${dateOrder}` : "",
    decimalMark ? ` --decimal-mark ${decimalMark}` : "",
    ...without.map((rule) => ` --without ${rule}`),
  ].join("");
}

function quoted(word: string): string {
  return /^[\w./=@+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
