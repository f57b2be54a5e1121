import pl, { type DataFrame, type Expr, type LazyDataFrame, type Series } from "nodejs-polars";
import { accountFor, type Fault, NONE } from "./account_for.ts";
import type { Audit } from "./audit.ts";
import { TRANSACTION_COLUMNS } from "./reading/column_synonyms.ts";
import { dateColumn } from "./columns.ts";
import { distinctTexts } from "./distinct_texts.ts";
import { instantOf } from "./days.ts";
import { InputError } from "./input_error.ts";
import { netReturns } from "./net_returns.ts";
import { perDistinct } from "./per_distinct.ts";
import { salesOrder, SORT_KEYS } from "./sales_order.ts";
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

const RESULT_COLUMNS = [...TRANSACTION_COLUMNS, "revenue", "is_return", "is_service"];

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
  const typed = typedLines(lines, options);
  const [invoices, products] = distinctTexts(typed, ["invoice_id", "product_id"]);
  const checked = typed.withColumns(
    perDistinct(products, () => isServiceProduct()).alias("is_service"),
  ).withColumns(pl.col("quantity").lt(0).alias("is_return"));
  const { faultOfRow, sellable } = judge(checked, rules);
  const { order, copies } = salesOrder(checked, sellable, invoices.ranks, products.ranks);
  const faults: readonly Fault[] = [...rules, EXACT_COPY];
  const leftOut = new Uint8Array(lines.height);
  for (const row of without.includes(DUPLICATE) ? [] : copiesProven(checked, copies)) {
    leftOut[row] = 1;
    if (faultOfRow[row] === NONE) faultOfRow[row] = faults.indexOf(EXACT_COPY);
  }
  const sold = rowsWhere(order, leftOut, 0);
  const kept = rowsWhere(sold, faultOfRow, NONE);
  const judged = checked.withColumns(pl.Series("fault", faultOfRow, pl.Int32));
  if (kept.length === 0) throw new InputError(noneKept(judged, faults, options.asOf));
  const returns = linesWith(CANCELLATION, judged, faults).sort([...SORT_KEYS])
    .select(...RESULT_COLUMNS).collectSync();
  const purchases = picked(checked, kept);
  const audit = accountFor({ checked, sold, kept: purchases, faultOfRow, faults });
  const netted = netReturns(purchases, returns, audit.revenue_kept);
  return {
    transactions: netted.transactions,
    sales: picked(checked, sold),
    returns,
    rejected: rejectedTable(judged, faults),
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

/** The rows, in their order, that have a certain value. */
function rowsWhere(rows: Int32Array, values: ArrayLike<number>, value: number): Int32Array {
  const chosen = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    if (values[rows[i]] === value) chosen[count++] = rows[i];
  }
  return chosen.subarray(0, count);
}

function picked(checked: DataFrame, rows: Int32Array): DataFrame {
  const series = pl.Series("row", rows, pl.Int32).cast(pl.UInt32) as Series;
  return checked.select(...RESULT_COLUMNS.map((name) => pl.col(name).gather(series)));
}

function faultTable(faults: readonly Fault[]): DataFrame {
  return pl.DataFrame([
    pl.Series("fault", Int32Array.from(faults.keys()), pl.Int32),
    pl.Series("reason", faults.map(({ reason }) => reason), pl.Utf8),
    pl.Series("column", faults.map(({ column }) => column), pl.Utf8),
  ]);
}

function linesWith(reason: string, judged: DataFrame, faults: readonly Fault[]): LazyDataFrame {
  const fault = faults.findIndex((one) => one.reason === reason);
  return judged.lazy().filter(pl.col("fault").eq(pl.lit(fault)));
}

function rejectedTable(judged: DataFrame, faults: readonly Fault[]): DataFrame {
  const extra = ["line_total", RECORD].filter((name) => judged.columns.includes(name));
  const invoice = pl.when(pl.col("has_invoices")).then(pl.col("invoice_id")).otherwise(pl.lit(""));
  const asItCame = [...TRANSACTION_COLUMNS, ...extra].map((name) => {
    if (name === "invoice_id") return invoice.alias(name);
    return judged.columns.includes(`${name}_text`)
      ? pl.col(`${name}_text`).alias(name)
      : pl.col(name);
  });
  const rejected = judged.lazy()
    .filter(pl.col("fault").neq(pl.lit(NONE)))
    .join(faultTable(faults).lazy(), { on: "fault", how: "left" })
    .select("input", "line", "column", "reason", ...asItCame)
    .collectSync();
  return isInOrder(rejected) ? rejected : rejected.sort(["input", "line"]);
}

/** Lines of one file are in order already; sorting by the file's name is most of the work. */
function isInOrder(rejected: DataFrame): boolean {
  if (rejected.getColumn("input").nUnique() > 1) return false;
  return integerColumn(rejected, "line").every((line, i, lines) => i === 0 || lines[i - 1] < line);
}

function integerColumn(frame: DataFrame, name: string): Int32Array {
  return frame.getColumn(name).toTypedArray() as Int32Array;
}

function noneKept(judged: DataFrame, faults: readonly Fault[], asOf = ""): string {
  const counts = new Map<string, number>();
  for (const fault of integerColumn(judged, "fault")) {
    const { reason } = faults[fault];
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (counts.has(AFTER_AS_OF)) {
    const future = linesWith(AFTER_AS_OF, judged, faults).sort("invoice_date").collectSync();
    const first = new Date(dateColumn(future.head(1), "invoice_date")[0]);
    return `No purchase lies before the as-of date ${asOf}: the first one is of ` +
      `${first.toISOString().slice(0, 10)}, choose a later --as-of.`;
  }
  const [[reason, rows]] = [...counts].sort((a, b) => b[1] - a[1]);
  const why = faults.find((fault) => fault.reason === reason)?.description ?? reason;
  return `None of the ${judged.height} lines is a purchase of a known customer; ` +
    `${rows} are rejected as ${reason}: ${why}`;
}
