import pl, { type DataFrame, type Expr, type LazyDataFrame } from "nodejs-polars";
import { accountFor, type Fault, NONE } from "./account_for.ts";
import type { Audit } from "./audit.ts";
import { TRANSACTION_COLUMNS } from "./reading/column_synonyms.ts";
import { dateColumn } from "./columns.ts";
import { instantOf } from "./days.ts";
import { InputError } from "./input_error.ts";
import { netReturns } from "./net_returns.ts";
import { perDistinct } from "./per_distinct.ts";
import { isServiceProduct } from "./service_products.ts";
import { RECORD } from "./reading/transaction_lines.ts";
import {
  AFTER_AS_OF,
  CANCELLATION,
  DUPLICATE,
  MISSING_CUSTOMER,
  type TransactionRule,
  transactionRules,
} from "./transaction_rules.ts";
import { hasAny, typedLines, type TypedLinesOptions } from "./typed_lines.ts";

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
const COPY: Fault = {
  reason: DUPLICATE,
  column: "",
  description: "An exact copy of another line, in every column.",
};
const FRAME_ORDER = ["invoice_date", "invoice_id", "product_id", "quantity", "unit_price"];

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
    hasProducts: hasAny(lines, "product_id"),
    hasRecords: lines.columns.includes(RECORD),
    without,
  });
  const soldUnless = rules.filter((rule) => rule.reason !== MISSING_CUSTOMER);
  const checked = typedLines(lines, options).withColumns(
    pl.col("quantity").lt(0).alias("is_return"),
    perDistinct(lines, "product_id", () => isServiceProduct()).alias("is_service"),
    firstFailed(rules).alias("fault"),
    firstFailed(soldUnless).eq(pl.lit(NONE)).alias("is_sellable"),
    pl.intRange(pl.len()).cast(pl.Int32).alias("row"),
  );
  // Without invoice numbers a copy cannot be told from the same purchase made twice in a day.
  const copiesCount = hasAny(lines, "invoice_id") && !without.includes(DUPLICATE);
  const sellable = inOrderWithCopies(checked, copiesCount);
  const sold = sellable.filter(pl.col("is_copy").not()).getColumn("row");
  const sales = checked.select(
    ...["fault", ...RESULT_COLUMNS].map((name) => pl.col(name).gather(sold)),
  );
  const kept = sales.filter(pl.col("fault").eq(pl.lit(NONE)));
  const faults = [...rules, COPY];
  const faultOfRow = markCopies(checked, sellable, faults.indexOf(COPY));
  const judged = checked.withColumns(pl.Series("fault", faultOfRow, pl.Int32));
  if (kept.height === 0) throw new InputError(noneKept(judged, faults, options.asOf));
  const returns = linesWith(CANCELLATION, judged, faults).sort(sortKeys())
    .select(...RESULT_COLUMNS).collectSync();
  const audit = accountFor({ checked, sold, kept, faultOfRow, faults });
  const netted = netReturns(kept.select(...RESULT_COLUMNS), returns, audit.revenue_kept);
  return {
    transactions: netted.transactions,
    sales: sales.select(...RESULT_COLUMNS),
    returns,
    rejected: rejectedTable(judged, faults),
    audit: { ...audit, returns: netted.audit },
  };
}

/** The position of the first rule that a line fails. */
function firstFailed(rules: readonly TransactionRule[]): Expr {
  const [first, ...others] = rules;
  let chain = pl.when(first.fails).then(pl.lit(0));
  others.forEach((rule, i) => chain = chain.when(rule.fails).then(pl.lit(i + 1)));
  return chain.otherwise(pl.lit(NONE)).cast(pl.Int32);
}

/** Sorted by everything that a line says, then by where it stands: copies become neighbours. */
function sortKeys(): string[] {
  const texts = TRANSACTION_COLUMNS.filter((name) => !FRAME_ORDER.includes(name));
  return [...FRAME_ORDER, ...texts, "input", "line"];
}

/** Sellable lines in canonical order as `row, fault, is_copy`: only numbers leave the sort. */
function inOrderWithCopies(checked: DataFrame, copiesCount: boolean): DataFrame {
  const same = TRANSACTION_COLUMNS.map((name) => pl.col(name).eq(pl.col(name).shift(1)));
  const isCopy = copiesCount
    ? same.reduce((all, one) => all.and(one)).fillNull(pl.lit(false))
    : pl.lit(false);
  return checked.lazy()
    .filter(pl.col("is_sellable"))
    .sort(sortKeys())
    .select(pl.col("row"), pl.col("fault"), isCopy.alias("is_copy"))
    .collectSync();
}

/** Per line the position of its fault, copies of otherwise good lines among them. */
function markCopies(checked: DataFrame, sellable: DataFrame, copy: number): Int32Array {
  const faultOfRow = integerColumn(checked, "fault").slice();
  const copies = sellable.filter(pl.col("is_copy").and(pl.col("fault").eq(pl.lit(NONE))));
  for (const row of integerColumn(copies, "row")) faultOfRow[row] = copy;
  return faultOfRow;
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
  const asItCame = [...TRANSACTION_COLUMNS, ...extra].map((name) =>
    judged.columns.includes(`${name}_text`) ? pl.col(`${name}_text`).alias(name) : pl.col(name)
  );
  return judged.lazy()
    .filter(pl.col("fault").neq(pl.lit(NONE)))
    .join(faultTable(faults).lazy(), { on: "fault", how: "left" })
    .select("input", "line", "column", "reason", ...asItCame)
    .sort(["input", "line"])
    .collectSync();
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
