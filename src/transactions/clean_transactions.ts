import pl, { type DataFrame, type Series } from "nodejs-polars";
import { accountFor, type Fault, NONE } from "./account_for.ts";
import type { Audit } from "./audit.ts";
import {
  type Coded,
  type CodedNumbers,
  type CodedTexts,
  codesAt,
  numbersAt,
  ownNumbers,
  ranksOf,
  spread,
} from "./coded.ts";
import { frameWriter } from "./coded_frame.ts";
import { dateSeries } from "./columns.ts";
import { instantOf } from "./days.ts";
import { InputError } from "./input_error.ts";
import type { CustomerLines } from "./match_returns.ts";
import { netReturns } from "./net_returns.ts";
import { radixOrder } from "./radix_order.ts";
import { TRANSACTION_COLUMNS } from "./reading/column_synonyms.ts";
import type { TransactionLines } from "./reading/transaction_lines.ts";
import { salesOrder } from "./sales_order.ts";
import { isServiceProduct } from "./service_products.ts";
import {
  AFTER_AS_OF,
  CANCELLATION,
  DUPLICATE,
  EXACT_COPY,
  MISSING_CUSTOMER,
  type TransactionRule,
  transactionRules,
} from "./transaction_rules.ts";
import { type TypedLines, typedLines, type TypedLinesOptions } from "./typed_lines.ts";

/** Options of {@linkcode cleanTransactions}. */
export interface CleanOptions extends TypedLinesOptions {
  /** ISO date: lines on or after it are not used. */
  readonly asOf?: string;
  /** Optional rules that are switched off, by reason, see `OPTIONAL_RULES`. */
  readonly without?: readonly string[];
}

/** Transaction lines after checking, each in exactly one of `transactions` and `rejected`. */
export interface CleanTransactions {
  /**
   * Purchases of known customers, in an order that does not depend on the file's, with the
   * `returned_quantity` of each line and its `net_revenue`.
   */
  readonly transactions: DataFrame;
  /** Everything sold: `transactions` and the valid lines without a customer. */
  readonly sales: DataFrame;
  /** Cancelled lines of known customers (negative quantities). */
  readonly returns: DataFrame;
  /** Every unused line: `input, line, column, reason` and the text as it came. */
  readonly rejected: DataFrame;
  readonly audit: Audit;
}

/**
 * Checks transaction lines against the rules and accounts for every one of them.
 *
 * A line without a customer, cancelled, without a positive quantity and price, unreadable, dated on
 * or after `asOf`, or an exact copy of another line is rejected under the first reason that holds.
 *
 * @param lines Lines as text, see {@linkcode readTransactions}.
 * @param options See {@linkcode CleanOptions}.
 * @returns The usable lines, the returns, the rejected lines and the audit.
 * @throws {InputError} If no line is usable, or the dates are ambiguous.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { cleanTransactions } from "./clean_transactions.ts";
 * import { transactionLines } from "./reading/transaction_lines.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { audit } = cleanTransactions(transactionLines(pl.DataFrame({
 *   invoice_id: ["1", "1", "C2", "3"], product_id: ["A", "A", "A", "B"], quantity: ["2", "2", "-2", "1"],
 *   invoice_date: ["2024-05-01", "2024-05-01", "2024-05-02", "2024-05-03"],
 *   unit_price: ["1.10", "1.10", "1.10", "5"], customer_id: ["7", "7", "7", ""],
 * }), "example"));
 * assertEquals(audit.rows_kept, 1);
 * assertEquals(
 *   audit.rejected.map(({ reason, revenue }) => [reason, revenue]),
 *   [["missing_customer", 5], ["cancellation", -2.2], ["exact_duplicate", 2.2]],
 * );
 * ```
 */
export function cleanTransactions(
  raw: TransactionLines,
  options: CleanOptions = {},
): CleanTransactions {
  const { asOf, without = [] } = options;
  const before = asOf === undefined ? Infinity : instantOf(asOf, "the as-of date");
  const lines = typedLines(raw, options);
  const rules = transactionRules({ before, without });
  const faults: readonly Fault[] = [...rules, EXACT_COPY];
  const { faultOfRow, sellable } = judge(lines, rules);
  const inOrder = salesOrder(lines);
  const { order, copies } = inOrder(sellable);
  const leftOut = new Uint8Array(lines.height);
  for (const row of without.includes(DUPLICATE) ? [] : copies) {
    // Without invoice numbers a copy cannot be told from the same purchase made twice in a day.
    if (lines.hasInvoices[row] === 0) continue;
    leftOut[row] = 1;
    if (faultOfRow[row] === NONE) faultOfRow[row] = faults.indexOf(EXACT_COPY);
  }
  const sold = rowsWith(leftOut, 0, order);
  const kept = rowsWith(faultOfRow, NONE, sold);
  if (kept.length === 0) throw new InputError(noneKept(lines, faultOfRow, faults, asOf));
  const account = accountFor({ lines, sold, kept, faultOfRow, faults });
  const cancelled = rules.findIndex(({ reason }) => reason === CANCELLATION);
  const returned = rowsWith(faultOfRow, cancelled);
  const returns = inOrder(returned).order;
  const { codes, values: prices } = lines.unit_price;
  const { returnedQuantity, audit } = netReturns(
    customerLines(lines, kept),
    customerLines(lines, returns),
    account.revenue_kept,
    (purchase) => prices[codes[kept[purchase]]],
  );
  const frames = framesOf(lines, faultOfRow, faults);
  return {
    transactions: frames.checked(kept).withColumns(
      pl.Series("returned_quantity", returnedQuantity, pl.Float64),
    ).withColumns(
      pl.col("revenue").sub(pl.col("returned_quantity").mul(pl.col("unit_price")))
        .round({ decimals: 6 }).alias("net_revenue"),
    ),
    sales: frames.checked(sold),
    returns: frames.checked(returns),
    rejected: frames.asTheyCame(unusedRows(lines, faultOfRow)),
    audit: { ...account, returns: audit },
  };
}

/**
 * The position of the first rule that each line fails, and the rows of the lines that can be sold:
 * they fail no rule but the one that asks for a customer.
 */
function judge(lines: TypedLines, rules: readonly TransactionRule[]) {
  const faultOfRow = new Int32Array(lines.height).fill(NONE);
  const customerRule = rules.findIndex(({ reason }) => reason === MISSING_CUSTOMER);
  for (let position = rules.length - 1; position >= 0; position--) {
    if (position === customerRule) continue;
    forEachFailing(lines, rules[position], (row) => faultOfRow[row] = position);
  }
  const sellable = rowsWith(faultOfRow, NONE);
  forEachFailing(lines, rules[customerRule], (row) => {
    if (faultOfRow[row] === NONE || faultOfRow[row] > customerRule) faultOfRow[row] = customerRule;
  });
  return { faultOfRow, sellable };
}

/** Visits the lines that fail a rule, some of them twice; each value is looked at once. */
function forEachFailing(
  lines: TypedLines,
  { when, appliesTo = () => true }: TransactionRule,
  visit: (row: number) => void,
): void {
  for (const fault of when) {
    const rows = "texts" in fault
      ? rowsAtFault(columnOf(lines, fault.texts), fault.fail)
      : rowsAtFault(lines[fault.numbers], fault.fail);
    for (let i = 0; i < rows.length; i++) if (appliesTo(lines, rows[i])) visit(rows[i]);
  }
}

function rowsAtFault<T>(
  { codes, values }: { readonly codes: Int32Array; readonly values: ArrayLike<T> },
  fail: (value: T) => boolean,
): Int32Array {
  const isFault = new Uint8Array(values.length);
  for (let code = 0; code < values.length; code++) isFault[code] = Number(fail(values[code]));
  if (!isFault.includes(1)) return NO_ROWS;
  const rows = new Int32Array(codes.length);
  let count = 0;
  for (let row = 0; row < codes.length; row++) if (isFault[codes[row]] === 1) rows[count++] = row;
  return rows.subarray(0, count);
}

const NO_ROWS = new Int32Array(0);

function columnOf(
  lines: TypedLines,
  name: "invoice_id" | "product_id" | "customer_id" | "record",
): CodedTexts {
  if (name !== "record") return lines[name];
  return lines.asItCame.record ?? { codes: new Int32Array(0), values: [] };
}

function allRows(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** The rows, in their order, that have a value; `filter` of a typed array is much slower. */
function rowsWith(
  valueOf: Int32Array | Uint8Array,
  value: number,
  rows = allRows(valueOf.length),
): Int32Array {
  const chosen = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (valueOf[rows[i]] === value) chosen[count++] = rows[i];
  return chosen.slice(0, count);
}

function customerLines(lines: TypedLines, rows: Int32Array): CustomerLines {
  return {
    customer: codesAt(lines.customer_id, rows),
    product: codesAt(lines.product_id, rows),
    quantity: numbersAt(lines.quantity, rows),
    instant: numbersAt(lines.invoice_date, rows),
  };
}

/** Writes lines out as dataframes: with their types, or as they came. */
function framesOf(lines: TypedLines, faultOfRow: Int32Array, faults: readonly Fault[]) {
  const { input, line, invoice_date, product_id, quantity, unit_price, asItCame } = lines;
  const isReturn = Array.from(quantity.values, (pieces) => pieces < 0);
  const isService = product_id.values.map(isServiceProduct);
  const typed = {
    invoice_id: texts(lines.invoice_id),
    product_id: texts(product_id),
    description: texts(lines.description),
    quantity: numbers(quantity),
    invoice_date: { ...invoice_date, values: dateSeries("", invoice_date.values) },
    unit_price: numbers(unit_price),
    customer_id: texts(lines.customer_id),
    country: texts(lines.country),
    ...(lines.revenue && { revenue: numbers(ownNumbers(lines.revenue)) }),
    is_return: { ...quantity, values: pl.Series("", isReturn, pl.Bool) },
    is_service: { ...product_id, values: pl.Series("", isService, pl.Bool) },
  };
  const came = Object.fromEntries(
    Object.entries(asItCame).flatMap(([name, column]) =>
      column === undefined ? [] : [[
        `${name}_text`,
        column === lines.invoice_id ? typed.invoice_id : texts(column),
      ]]
    ),
  );
  const ofFault = (values: string[]) => texts({ codes: faultOfRow, values });
  const write = frameWriter({
    ...typed,
    ...came,
    input: texts(input),
    line: { codes: allRows(lines.height), values: pl.Series("", line, pl.Int32) },
    column: ofFault(faults.map(({ column }) => column)),
    reason: ofFault(faults.map(({ reason }) => reason)),
  });
  const sameNames = Object.fromEntries(Object.keys(typed).map((name) => [name, name]));
  const inOrder = [...TRANSACTION_COLUMNS, "revenue", "is_return", "is_service"];
  return {
    checked: (rows: Int32Array): DataFrame => {
      const frame = write(rows, sameNames);
      return (lines.revenue ? frame : frame.withColumns(
        pl.col("quantity").mul(pl.col("unit_price")).alias("revenue"),
      )).select(...inOrder);
    },
    asTheyCame: (rows: Int32Array): DataFrame => {
      const first = ["input", "line", "column", "reason"], last = ["line_total", "record"];
      const names = [...first, ...TRANSACTION_COLUMNS, ...last].flatMap((name) =>
        `${name}_text` in came
          ? [[name, `${name}_text`]]
          : last.includes(name)
          ? []
          : [[name, name]]
      );
      return write(rows, Object.fromEntries(names));
    },
  };
}

function texts({ codes, values }: CodedTexts): Coded<Series> {
  return { codes, values: pl.Series("", values as string[], pl.Utf8) };
}

function numbers({ codes, values }: CodedNumbers): Coded<Series> {
  return { codes, values: pl.Series("", values, pl.Float64) };
}

/** The rows of lines that are not used, by input and line. */
function unusedRows({ height, input, line }: TypedLines, faultOfRow: Int32Array): Int32Array {
  const isUnused = new Uint8Array(height);
  for (let row = 0; row < height; row++) if (faultOfRow[row] !== NONE) isUnused[row] = 1;
  const rows = rowsWith(isUnused, 1);
  if (input.values.length === 1 && isRising(line)) return rows;
  return radixOrder(rows, [spread(input, ranksOf(input.values)), line]);
}

function isRising(line: Int32Array): boolean {
  for (let row = 1; row < line.length; row++) if (line[row] <= line[row - 1]) return false;
  return true;
}

function noneKept(
  lines: TypedLines,
  faultOfRow: Int32Array,
  faults: readonly Fault[],
  asOf = "",
): string {
  const counts = new Map<string, number>();
  for (const fault of faultOfRow) {
    const { reason } = faults[fault];
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (counts.has(AFTER_AS_OF)) {
    const position = faults.findIndex(({ reason }) => reason === AFTER_AS_OF);
    const future = numbersAt(lines.invoice_date, rowsWith(faultOfRow, position));
    const first = future.reduce((a, b) => Math.min(a, b));
    return `No purchase lies before the as-of date ${asOf}: the first one is of ` +
      `${new Date(first).toISOString().slice(0, 10)}, choose a later --as-of.`;
  }
  const [[reason, rows]] = [...counts].sort((a, b) => b[1] - a[1]);
  const why = faults.find((fault) => fault.reason === reason)?.description ?? reason;
  return `None of the ${lines.height} lines is a purchase of a known customer; ` +
    `${rows} are rejected as ${reason}: ${why}`;
}
