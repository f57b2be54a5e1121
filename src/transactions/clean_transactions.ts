import pl, { type DataFrame, type Expr } from "nodejs-polars";
import { accountFor, type Fault, NONE } from "./account_for.ts";
import type { Audit } from "./audit.ts";
import { TRANSACTION_COLUMNS } from "./reading/column_synonyms.ts";
import { dateColumn } from "./columns.ts";
import { instantOf } from "./days.ts";
import { InputError } from "./input_error.ts";
import { netReturns } from "./net_returns.ts";
import { perDistinct } from "./per_distinct.ts";
import { salesOrder, SORT_KEYS } from "./sales_order.ts";
import { pickable, type PickableLines, pickLines } from "./pick_lines.ts";
import { isServiceProduct } from "./service_products.ts";
import { RECORD } from "./reading/transaction_lines.ts";
import {
  AFTER_AS_OF,
  CANCELLATION,
  DUPLICATE,
  EXACT_COPY,
  MISSING_CUSTOMER,
  type TransactionRule,
  transactionRules,
} from "./transaction_rules.ts";
import { typedLines, type TypedLinesOptions } from "./typed_lines.ts";

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

/** Under their own names. */
const RESULT_COLUMNS = Object.fromEntries(
  [...TRANSACTION_COLUMNS, "revenue", "is_return", "is_service"].map((name) => [name, name]),
);
const TEXTS = ["invoice_id", "product_id", "description", "customer_id", "country"];

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
export function cleanTransactions(lines: DataFrame, options: CleanOptions = {}): CleanTransactions {
  const { asOf, without = [] } = options;
  const rules = transactionRules({
    before: asOf === undefined ? Infinity : instantOf(asOf, "the as-of date"),
    hasRecords: lines.columns.includes(RECORD),
    without,
  });
  const typed = pickable(typedLines(lines, options), TEXTS);
  const checked = typed.lines.withColumns(
    perDistinct(typed.texts.get("product_id")!, () => isServiceProduct()).alias("is_service"),
    pl.col("quantity").lt(0).alias("is_return"),
  );
  const from = { ...typed, lines: checked };
  const { faultOfRow, sellable } = judge(checked, rules);
  const { order, copies } = salesOrder(from, sellable);
  const faults: readonly Fault[] = [...rules, EXACT_COPY];
  const leftOut = new Uint8Array(lines.height);
  for (const row of without.includes(DUPLICATE) ? [] : copiesProven(checked, copies)) {
    leftOut[row] = 1;
    if (faultOfRow[row] === NONE) faultOfRow[row] = faults.indexOf(EXACT_COPY);
  }
  const sold = among(order, (row) => leftOut[row] === 0);
  const kept = among(sold, (row) => faultOfRow[row] === NONE);
  if (kept.length === 0) throw new InputError(noneKept(checked, faultOfRow, faults, asOf));
  const purchases = pickLines(from, kept, RESULT_COLUMNS);
  const audit = accountFor({ checked, sold, kept: purchases, faultOfRow, faults });
  const returns = returnedLines(from, rowsWith(CANCELLATION, faultOfRow, faults));
  const netted = netReturns(purchases, returns, audit.revenue_kept);
  return {
    transactions: netted.transactions,
    sales: pickLines(from, sold, RESULT_COLUMNS),
    returns,
    rejected: rejectedTable(from, faultOfRow, faults),
    audit: { ...audit, returns: netted.audit },
  };
}

/** Without invoice numbers a copy cannot be told from the same purchase made twice in a day. */
function copiesProven(checked: DataFrame, copies: Int32Array): Int32Array {
  const row = pl.Series("row", copies, pl.Int32);
  const proven = checked.select(pl.col("has_invoices").gather(row)).getColumn("has_invoices");
  const isProven = proven.toArray() as boolean[];
  return copies.filter((_, i) => isProven[i]);
}

/**
 * The position of the first rule that each line fails, and the rows of the lines that can be sold:
 * they fail no rule but the one that asks for a customer.
 */
function judge(checked: DataFrame, rules: readonly TransactionRule[]) {
  const customerRule = rules.findIndex(({ reason }) => reason === MISSING_CUSTOMER);
  const judged = checked.select(
    firstFailed(rules, customerRule).alias("fault"),
    rules[customerRule].fails.cast(pl.Int32).alias("lacks_customer"),
  );
  const faultOfRow = integerColumn(judged, "fault").slice();
  const lacksCustomer = integerColumn(judged, "lacks_customer");
  const sellable = new Int32Array(faultOfRow.length);
  let count = 0;
  for (let row = 0; row < faultOfRow.length; row++) {
    const fault = faultOfRow[row];
    if (fault === NONE) sellable[count++] = row;
    const isFirst = fault === NONE || fault > customerRule;
    if (isFirst && lacksCustomer[row] === 1) faultOfRow[row] = customerRule;
  }
  return { faultOfRow, sellable: sellable.subarray(0, count) };
}

/** The position of the first rule that a line fails, one rule left out. */
function firstFailed(rules: readonly TransactionRule[], leftOut: number): Expr {
  const positions = [...rules.keys()].filter((position) => position !== leftOut);
  const [first, ...others] = positions;
  let chain = pl.when(rules[first].fails).then(pl.lit(first));
  for (const position of others) {
    chain = chain.when(rules[position].fails).then(pl.lit(position));
  }
  return chain.otherwise(pl.lit(NONE)).cast(pl.Int32);
}

function rowsWith(reason: string, faultOfRow: Int32Array, faults: readonly Fault[]): Int32Array {
  const position = faults.findIndex((fault) => fault.reason === reason);
  return among(allRows(faultOfRow.length), (row) => faultOfRow[row] === position);
}

function allRows(count: number): Int32Array {
  const rows = new Int32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

/** The rows, in their order, for which something holds; `filter` of a typed array is much slower. */
function among(rows: Int32Array, holds: (row: number) => boolean): Int32Array {
  const chosen = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (holds(rows[i])) chosen[count++] = rows[i];
  return chosen.slice(0, count);
}

function returnedLines(from: PickableLines, rows: Int32Array): DataFrame {
  const columns = { ...RESULT_COLUMNS, input: "input", line: "line" };
  return pickLines(from, rows, columns).sort([...SORT_KEYS]).select(...Object.keys(RESULT_COLUMNS));
}

function rejectedTable(
  from: PickableLines,
  faultOfRow: Int32Array,
  faults: readonly Fault[],
): DataFrame {
  const { lines } = from;
  const extra = ["line_total", RECORD].filter((name) => lines.columns.includes(name));
  const asItCame = [...TRANSACTION_COLUMNS, ...extra].map((name) =>
    lines.columns.includes(`${name}_text`) ? [`${name}_text`, name] : [name, name]
  );
  const rows = among(allRows(faultOfRow.length), (row) => faultOfRow[row] !== NONE);
  const columns = { input: "input", line: "line", ...Object.fromEntries(asItCame) };
  const fault = pl.Series("fault", rows.map((row) => faultOfRow[row]), pl.Int32);
  const why = faultTable(faults).select(
    pl.col("column").gather(fault),
    pl.col("reason").gather(fault),
  );
  const rejected = pickLines(from, rows, columns)
    .withColumns(why.getColumn("column"), why.getColumn("reason"))
    .select("input", "line", "column", "reason", ...asItCame.map(([, name]) => name));
  return isInOrder(rejected) ? rejected : rejected.sort(["input", "line"]);
}

function faultTable(faults: readonly Fault[]): DataFrame {
  return pl.DataFrame([
    pl.Series("reason", faults.map(({ reason }) => reason), pl.Utf8),
    pl.Series("column", faults.map(({ column }) => column), pl.Utf8),
  ]);
}

/** Lines of one file are in order already; sorting by the file's name is most of the work. */
function isInOrder(rejected: DataFrame): boolean {
  if (rejected.getColumn("input").nUnique() > 1) return false;
  return integerColumn(rejected, "line").every((line, i, lines) => i === 0 || lines[i - 1] < line);
}

function integerColumn(frame: DataFrame, name: string): Int32Array {
  return frame.getColumn(name).toTypedArray() as Int32Array;
}

function noneKept(
  checked: DataFrame,
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
    const dates = dateColumn(checked, "invoice_date");
    const future = rowsWith(AFTER_AS_OF, faultOfRow, faults);
    const first = future.reduce((earliest, row) => Math.min(earliest, dates[row]), Infinity);
    return `No purchase lies before the as-of date ${asOf}: the first one is of ` +
      `${new Date(first).toISOString().slice(0, 10)}, choose a later --as-of.`;
  }
  const [[reason, rows]] = [...counts].sort((a, b) => b[1] - a[1]);
  const why = faults.find((fault) => fault.reason === reason)?.description ?? reason;
  return `None of the ${checked.height} lines is a purchase of a known customer; ` +
    `${rows} are rejected as ${reason}: ${why}`;
}
