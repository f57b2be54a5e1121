import { InputError } from "../../../frames/errors.ts";
import { formatNumber } from "../../../words/numbers.ts";
import type { ParseNumbersOptions } from "../../interpretation/amounts/parse_numbers.ts";
import type { ColumnMapping } from "../../mapping/find_columns.ts";
import type { SourceTable } from "../source_table.ts";
import { columnNumbers } from "./column_numbers.ts";

/** A table of transactions, and where its columns are. */
export interface MappedTable {
  readonly table: SourceTable;
  readonly mapping: ColumnMapping;
}

/** Amounts are equal that differ by no more. */
const A_CENT = 0.01;
/** The share of customers whose totals must agree. */
const AGREEING = 0.95;

/**
 * Refuses tables that would count money twice: a summary whose total, or whose totals per customer or
 * per order, are those of another table or of all others together.
 *
 * @param tables All tables of transactions of a run.
 * @param accepted Sheets that the user named: they are taken as they are.
 * @param options How numbers are written.
 * @throws {InputError} Naming both tables.
 */
export function refuseRepeatedTotals(
  tables: readonly MappedTable[],
  accepted: readonly string[] = [],
  options: ParseNumbersOptions = {},
): void {
  if (tables.length < 2) return;
  const summed = tables.map((table) => summedUp(table, options));
  tables.forEach(({ table: summary }, i) => {
    if (summary.sheet !== undefined && accepted.includes(summary.sheet)) return;
    const others = summed.filter((_, j) => j !== i);
    const candidates = others.length > 1 ? [...others, together(others)] : others;
    const repeated = candidates.find((other) => repeats(summed[i], other));
    if (!repeated) return;
    const cure = summary.sheet === undefined
      ? "name only one of them with --input"
      : `name the sheets to take, for example --sheet "${repeated.sheet}"`;
    throw new InputError(
      `${summary.source} seems to sum up ${repeated.source} (${
        formatNumber(summed[i].total, 2)
      } in ` +
        `${formatNumber(summary.table.height)} rows, ${formatNumber(repeated.total, 2)} in ${
          formatNumber(repeated.height)
        }), so its money would count twice: ${cure}.`,
    );
  });
}

interface Summed {
  readonly source: string;
  readonly sheet?: string;
  readonly height: number;
  readonly header: string;
  /** Whether it says which order or product a row is of. */
  readonly isDetailed: boolean;
  readonly total: number;
  readonly perCustomer: ReadonlyMap<string, number>;
  readonly perOrder: ReadonlyMap<string, number>;
}

function summedUp(
  { table: { source, sheet, table }, mapping }: MappedTable,
  options: ParseNumbersOptions,
): Summed {
  const numbers = (name: string | undefined) =>
    name === undefined ? undefined : columnNumbers(table.column(name), options);
  const totals = numbers(mapping.line_total ?? mapping.order_total);
  const pieces = numbers(mapping.quantity), prices = numbers(mapping.unit_price);
  const worth = (row: number) => {
    const amount = totals ? totals[row] : (pieces?.[row] ?? 1) * (prices?.[row] ?? NaN);
    return Number.isNaN(amount) ? 0 : amount;
  };
  const per = (name: string | undefined) => {
    const sums = new Map<string, number>();
    if (name === undefined) return sums;
    const { codes, values } = table.column(name);
    const byCode = new Float64Array(values.length);
    for (let row = 0; row < codes.length; row++) byCode[codes[row]] += worth(row);
    values.forEach((text, code) => {
      if (text.trim() !== "") sums.set(text.trim(), (sums.get(text.trim()) ?? 0) + byCode[code]);
    });
    return sums;
  };
  let total = 0;
  for (let row = 0; row < table.height; row++) total += worth(row);
  const header = table.header.join("\n"), { height } = table;
  const isDetailed = mapping.invoice_id !== undefined || mapping.product_id !== undefined;
  const perCustomer = per(mapping.customer_id), perOrder = per(mapping.invoice_id);
  return { source, sheet, height, header, isDetailed, total, perCustomer, perOrder };
}

function together(parts: readonly Summed[]): Summed {
  const added = (of: (part: Summed) => ReadonlyMap<string, number>) => {
    const sums = new Map<string, number>();
    for (const part of parts) {
      for (const [name, sum] of of(part)) sums.set(name, (sums.get(name) ?? 0) + sum);
    }
    return sums;
  };
  return {
    source: parts.map(({ source }) => source).join(" and "),
    sheet: parts.map(({ sheet }) => sheet).join('" --sheet "'),
    height: parts.reduce((height, part) => height + part.height, 0),
    header: "",
    isDetailed: parts.some(({ isDetailed }) => isDetailed),
    total: parts.reduce((total, part) => total + part.total, 0),
    perCustomer: added((part) => part.perCustomer),
    perOrder: added((part) => part.perOrder),
  };
}

/** Parts of one table have one header; a summary has fewer rows, and another header. */
function repeats(summary: Summed, other: Summed): boolean {
  if (summary.header === other.header || summary.height > other.height || summary.total === 0) {
    return false;
  }
  const isSummary = summary.height < other.height || (!summary.isDetailed && other.isDetailed);
  if (!isSummary) return false;
  const hasSameTotal = Math.abs(summary.total - other.total) <= A_CENT &&
    share(summary.perCustomer, (name) => other.perCustomer.has(name)) >= AGREEING;
  const agrees = (own: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>) =>
    own.size > 1 &&
    share(own, (name, sum) => Math.abs(sum - (others.get(name) ?? NaN)) <= A_CENT) >= AGREEING;
  return hasSameTotal || agrees(summary.perCustomer, other.perCustomer) ||
    agrees(summary.perOrder, other.perOrder);
}

function share(
  sums: ReadonlyMap<string, number>,
  test: (name: string, sum: number) => boolean,
): number {
  let agreeing = 0;
  for (const [name, sum] of sums) if (test(name, sum)) agreeing++;
  return sums.size === 0 ? 1 : agreeing / sums.size;
}
