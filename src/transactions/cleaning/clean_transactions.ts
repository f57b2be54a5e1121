import { formatDate } from "../../words/dates.ts";
import pl, { type DataFrame } from "nodejs-polars";
import { accountFor, countedMillionths, type Fault, NONE } from "./account_for.ts";
import type { Audit } from "./audit.ts";
import { rowsWith } from "../../frames/choose_rows.ts";
import { codesAt, numbersAt } from "../../frames/coded.ts";
import { instantOf } from "../../frames/days.ts";
import { InputError } from "../../frames/errors.ts";
import { judgeLines } from "./judge_lines.ts";
import { lineFrames } from "./line_frames.ts";
import type { CustomerLines } from "./match_returns.ts";
import { netOfShop } from "./net_of_shop.ts";
import { netReturns } from "./net_returns.ts";
import { withRefunds } from "./with_refunds.ts";
import type { ColumnTaken } from "../mapping/column_taken.ts";
import type { Dispensable } from "../mapping/essential_columns.ts";
import type { TransactionLines } from "../mapping/transaction_lines.ts";
import { salesOrder } from "./sales_order.ts";
import {
  AFTER_AS_OF,
  CANCELLATION,
  DUPLICATE,
  EXACT_COPY,
  IMPLAUSIBLE_DATE,
  isOfPlausibleYear,
  type NumberFault,
  OPTIONAL_RULES,
  type TransactionRule,
  transactionRules,
} from "./transaction_rules.ts";
import type { ReadingNote } from "../interpretation/reading_note.ts";
import { countOf } from "../../words/numbers.ts";
import { strayDays } from "./stray_days.ts";
import {
  type TypedLines,
  typedLines,
  type TypedLinesOptions,
} from "../interpretation/typed_lines.ts";

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
  /**
   * Cancelled lines of known customers (negative quantities and `revenue`), and one for each purchase
   * line of which its order says that it came back, with the `matched_quantity` and the
   * `unmatched_revenue` of each: what lowers its customer's net and no line of `transactions`.
   */
  readonly returns: DataFrame;
  /** Every unused line: `input, line, column, reason` and the text as it came. */
  readonly rejected: DataFrame;
  readonly audit: Audit;
  /** What the file has no column of, so that much is left out. */
  readonly lacks: readonly Dispensable[];
  /** What each column of the tables was taken for, and why. */
  readonly columns: readonly ColumnTaken[];
  /** What was found out about the tables, and what was done about it. */
  readonly notes: readonly ReadingNote[];
  /** The currency of all amounts, as a code or a sign, where the files or the caller say it. */
  readonly currency?: string;
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
 * import { transactionLines } from "../mapping/transaction_lines.ts";
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
  // The future that the as-of date excludes says nothing about the dates before it.
  const isKnown = (instant: number) => instant < before && isOfPlausibleYear(instant);
  const rules = transactionRules({
    before,
    without,
    strayDays: strayDays(lines.invoice_date, isKnown),
  });
  const { faultOfRow, sellable, returned } = judgeLines(lines, rules);
  const faults: readonly Fault[] = [...rules, EXACT_COPY].map((rule, position) =>
    rule.reason === IMPLAUSIBLE_DATE
      ? withFirstDate(rule, lines, rowsWith(faultOfRow, position))
      : rule
  );
  const inOrder = salesOrder(lines);
  const { order, copies } = inOrder(sellable);
  const leftOut = new Uint8Array(lines.height);
  let pieces = 0;
  for (const row of without.includes(DUPLICATE) ? [] : copies) {
    // Without invoice numbers a copy cannot be told from the same purchase made twice in a day, and
    // without quantities each line is one piece.
    if (lines.hasInvoices[row] === 0) continue;
    if (lines.hasPieces[row] === 0) {
      pieces++;
      continue;
    }
    leftOut[row] = 1;
    if (faultOfRow[row] === NONE) faultOfRow[row] = faults.indexOf(EXACT_COPY);
  }
  const sold = rowsWith(leftOut, 0, order);
  const kept = rowsWith(faultOfRow, NONE, sold);
  const isEmpty = lines.lacks.includes("customer") ? sold.length === 0 : kept.length === 0;
  if (isEmpty) throw new InputError(noneKept(lines, faultOfRow, faults, asOf));
  const account = accountFor({ lines, sold, kept, faultOfRow, faults });
  const cancelled = rules.findIndex(({ reason }) => reason === CANCELLATION);
  const returns = inOrder(rowsWith(faultOfRow, cancelled)).order;
  const { refunded } = lines;
  const refundedOfKept = refunded && Float64Array.from(kept, (row) => refunded[row]);
  const netted = netReturns(
    customerLines(lines, kept),
    customerLines(lines, returns),
    refundedOfKept,
  );
  const net = netOfShop(
    { sold, returned, soldToCustomers: kept, returnedByCustomers: returns },
    countedMillionths(lines),
    refunded,
  );
  const frames = lineFrames(lines, faultOfRow, faults);
  const transactions = frames.checked(kept);
  const returnLines = frames.checked(returns).withColumns(
    pl.Series("matched_quantity", netted.matchedQuantity, pl.Float64),
    pl.Series("unmatched_revenue", netted.unmatchedRevenue, pl.Float64),
  );
  return {
    transactions: transactions.withColumns(
      pl.Series("returned_quantity", netted.returnedQuantity, pl.Float64),
      pl.Series("net_revenue", netted.netRevenue, pl.Float64),
    ),
    sales: frames.checked(sold),
    returns: refundedOfKept ? withRefunds(returnLines, transactions, refundedOfKept) : returnLines,
    rejected: frames.rejected(),
    audit: { ...account, last_line_date: lastLineDate(lines, rules), net, returns: netted.audit },
    columns: lines.taken,
    lacks: lines.lacks,
    notes: [...lines.notes, ...equalPieces(pieces)],
    ...(lines.shopCurrency !== undefined && { currency: lines.shopCurrency }),
  };
}

/** Says that lines which look like copies are counted. */
function equalPieces(rows: number): ReadingNote[] {
  if (rows === 0) return [];
  return [{
    topic: "table",
    sentence:
      `${countOf(rows, "line equals", "lines equal")} another line in every column; as the ` +
      `file has no column of quantities, each counts as one more piece.`,
    rows,
  }];
}

/** Names the earliest of the dates that a rule rejects. */
function withFirstDate(rule: Fault, lines: TypedLines, rows: Int32Array): Fault {
  if (rows.length === 0) return rule;
  const description = `${rule.description} The first is ${formatDate(firstDay(lines, rows))}.`;
  return { ...rule, description };
}

function firstDay({ invoice_date }: TypedLines, rows: Int32Array): string {
  const first = numbersAt(invoice_date, rows).reduce((a, b) => Math.min(a, b));
  return new Date(first).toISOString().slice(0, 10);
}

/** The last day of the file, mistyped dates and the future left out. */
function lastLineDate({ invoice_date }: TypedLines, rules: readonly TransactionRule[]): string {
  const faults = rules
    .filter(({ reason }) => reason === IMPLAUSIBLE_DATE || reason === AFTER_AS_OF)
    .flatMap(({ when }) => when) as readonly NumberFault[];
  const { codes, values } = invoice_date;
  const isThere = new Uint8Array(values.length);
  for (let row = 0; row < codes.length; row++) isThere[codes[row]] = 1;
  const last = values.reduce(
    (latest, instant, code) =>
      isThere[code] === 1 && instant > latest && !faults.some(({ fail }) => fail(instant))
        ? instant
        : latest,
    -Infinity,
  );
  return new Date(last).toISOString().slice(0, 10);
}

function customerLines(lines: TypedLines, rows: Int32Array): CustomerLines {
  return {
    customer: codesAt(lines.customer_id, rows),
    product: codesAt(lines.product_id, rows),
    quantity: numbersAt(lines.quantity, rows),
    instant: numbersAt(lines.invoice_date, rows),
    worth: numbersAt(lines.worth, rows),
    order: codesAt(lines.invoice_id, rows).map((code, i) =>
      lines.hasInvoices[rows[i]] === 1 && lines.invoice_id.values[code] !== "" ? code : -1
    ),
    hasPieces: Uint8Array.from(rows, (row) => lines.hasPieces[row]),
  };
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
    const first = firstDay(lines, rowsWith(faultOfRow, position));
    return `No purchase lies before the as-of date ${formatDate(asOf)}; the first line is of ` +
      `${formatDate(first)}: choose a later --as-of.`;
  }
  const [[reason, rows]] = [...counts].sort((a, b) => b[1] - a[1]);
  const why = faults.find((fault) => fault.reason === reason)?.description ?? reason;
  return `None of the ${lines.height} lines is a purchase of a known customer; ` +
    `${rows} are rejected as ${reason}${
      OPTIONAL_RULES.includes(reason) ? ` (--without ${reason} keeps them)` : ""
    }: ${why}`;
}
