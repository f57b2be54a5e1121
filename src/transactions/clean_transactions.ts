import pl, { type DataFrame, type Expr } from "nodejs-polars";
import type { Audit, RejectedReason } from "./audit.ts";
import { TRANSACTION_COLUMNS } from "./column_synonyms.ts";
import { dateColumn, numberColumn, textColumn } from "./columns.ts";
import { exactSum, fromUnits, scaleDecimals } from "./exact_sum.ts";
import { InputError } from "./input_error.ts";
import type { DateOrder } from "./parse_dates.ts";
import { isServiceProduct } from "./service_products.ts";
import {
  AFTER_AS_OF,
  CANCELLATION,
  DUPLICATE,
  MISSING_CUSTOMER,
  type TransactionRule,
  transactionRules,
} from "./transaction_rules.ts";
import { typedLines } from "./typed_lines.ts";

/** Options of {@linkcode cleanTransactions}. */
export interface CleanOptions {
  /** ISO date: lines on or after it are not used. */
  readonly asOf?: string;
  /** Order of day and month where the column does not tell. */
  readonly dateOrder?: DateOrder;
}

/** Transaction lines after checking, each in exactly one of `transactions` and `rejected`. */
export interface CleanTransactions {
  /** Purchases of known customers, in an order that does not depend on the file's. */
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
 * import { transactionLines } from "./transaction_lines.ts";
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
  const before = options.asOf === undefined ? Infinity : Date.parse(options.asOf);
  const rules = transactionRules(before);
  const checked = typedLines(lines, { dateOrder: options.dateOrder }).withColumns(
    pl.col("quantity").mul(pl.col("unit_price")).alias("revenue"),
    pl.col("quantity").lt(0).alias("is_return"),
    isServiceProduct().alias("is_service"),
    firstFailed(rules).alias("reason"),
    firstFailed(rules.filter((rule) => rule.reason !== MISSING_CUSTOMER)).alias("sales_reason"),
  );
  const sellable = withoutCopies(checked.filter(pl.col("sales_reason").isNull()));
  const sales = sellable.filter(pl.col("is_copy").not());
  const kept = sales.filter(pl.col("reason").isNull());
  const copies = sellable.filter(pl.col("is_copy").and(pl.col("reason").isNull()))
    .withColumns(pl.lit(DUPLICATE).alias("reason")).drop("is_copy");
  const rejected = pl.concat([checked.filter(pl.col("reason").isNotNull()), copies]);
  if (kept.height === 0) throw new InputError(noneKept(rejected, rules, options.asOf));
  return {
    transactions: kept.select(...RESULT_COLUMNS),
    sales: sales.select(...RESULT_COLUMNS),
    returns: inOrder(rejected.filter(pl.col("reason").eq(pl.lit(CANCELLATION))))
      .select(...RESULT_COLUMNS),
    rejected: rejectedTable(rejected, rules),
    audit: account({ checked, sales, kept, rejected, rules }),
  };
}

function firstFailed(rules: readonly TransactionRule[]): Expr {
  const [first, ...others] = rules;
  let chain = pl.when(first.fails).then(pl.lit(first.reason));
  for (const rule of others) chain = chain.when(rule.fails).then(pl.lit(rule.reason));
  return chain.otherwise(pl.lit(null));
}

/** Sorted by everything that a line says, then by where it stands: copies become neighbours. */
function inOrder(lines: DataFrame): DataFrame {
  const texts = TRANSACTION_COLUMNS.filter((name) => !FRAME_ORDER.includes(name));
  return lines.sort([...FRAME_ORDER, ...texts, "input", "line"]);
}

function withoutCopies(lines: DataFrame): DataFrame {
  const same = TRANSACTION_COLUMNS.map((name) => pl.col(name).eq(pl.col(name).shift(1)));
  const isCopy = same.reduce((all, one) => all.and(one)).fillNull(pl.lit(false));
  return inOrder(lines).withColumns(isCopy.alias("is_copy"));
}

function rejectedTable(rejected: DataFrame, rules: readonly TransactionRule[]): DataFrame {
  const [first, ...others] = rules;
  let column = pl.when(pl.col("reason").eq(pl.lit(first.reason))).then(pl.lit(first.column));
  for (const rule of others) {
    column = column.when(pl.col("reason").eq(pl.lit(rule.reason))).then(pl.lit(rule.column));
  }
  const asItCame = TRANSACTION_COLUMNS.map((name) =>
    rejected.columns.includes(`${name}_text`) ? pl.col(`${name}_text`).alias(name) : pl.col(name)
  );
  return rejected
    .withColumns(column.otherwise(pl.lit("")).alias("column"))
    .select("input", "line", "column", "reason", ...asItCame)
    .sort(["input", "line"]);
}

interface Accounted {
  readonly checked: DataFrame;
  readonly sales: DataFrame;
  readonly kept: DataFrame;
  readonly rejected: DataFrame;
  readonly rules: readonly TransactionRule[];
}

/** Sums whole units of the smallest coin, so that the parts equal the whole to the last digit. */
function account({ checked, sales, kept, rejected, rules }: Accounted): Audit {
  const { total, decimals } = exactRevenue(checked);
  const revenue = (lines: DataFrame) => fromUnits(total(lines), decimals);
  const described = [
    ...rules.map(({ reason, column, description }) => ({ reason, column, description })),
    {
      reason: DUPLICATE,
      column: "",
      description: "An exact copy of another line, in every column.",
    },
  ];
  const reasons: RejectedReason[] = described.flatMap((rule) => {
    const lines = rejected.filter(pl.col("reason").eq(pl.lit(rule.reason)));
    return lines.height === 0 ? [] : [{ ...rule, rows: lines.height, revenue: revenue(lines) }];
  });
  const days = dateColumn(kept, "invoice_date"); // in order of time
  const withoutCustomer = sales.height - kept.height;
  return {
    rows_read: checked.height,
    rows_kept: kept.height,
    rejected: reasons,
    revenue_read: revenue(checked),
    revenue_kept: revenue(kept),
    customers: kept.getColumn("customer_id").nUnique(),
    invoices: kept.getColumn("invoice_id").nUnique(),
    products: kept.getColumn("product_id").nUnique(),
    first_date: new Date(days[0]).toISOString().slice(0, 10),
    last_date: new Date(days[days.length - 1]).toISOString().slice(0, 10),
    sales: {
      rows: sales.height,
      revenue: revenue(sales),
      description: `The kept lines and ${withoutCustomer} valid lines without a customer, ` +
        `which count in the sales totals and in no customer table.`,
    },
  };
}

/** Revenue sums of any subset of the lines, in integers of one scale for all. */
function exactRevenue(checked: DataFrame) {
  const scaleOf = (name: string) => scaleDecimals(finite(numberColumn(checked, name))).decimals;
  const quantityDecimals = scaleOf("quantity"), priceDecimals = scaleOf("unit_price");
  const units = (lines: DataFrame, name: string, decimals: number) =>
    finite(numberColumn(lines, name)).map((value) => Math.round(value * 10 ** decimals));
  const total = (lines: DataFrame): bigint => {
    const prices = units(lines, "unit_price", priceDecimals);
    const quantities = units(lines, "quantity", quantityDecimals);
    return exactSum(prices.map((price, row) => price * quantities[row]));
  };
  return { total, decimals: quantityDecimals + priceDecimals };
}

function finite(values: Float64Array): Float64Array {
  return values.map((value) => Number.isFinite(value) ? value : 0);
}

function noneKept(rejected: DataFrame, rules: readonly TransactionRule[], asOf = ""): string {
  const counts = new Map<string, number>();
  for (const reason of textColumn(rejected, "reason")) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  if (counts.has(AFTER_AS_OF)) {
    const future = rejected.filter(pl.col("reason").eq(pl.lit(AFTER_AS_OF))).sort("invoice_date");
    const first = new Date(dateColumn(future.head(1), "invoice_date")[0]);
    return `No purchase lies before the as-of date ${asOf}: the first one is of ` +
      `${first.toISOString().slice(0, 10)}, choose a later --as-of.`;
  }
  const [[reason, rows]] = [...counts].sort((a, b) => b[1] - a[1]);
  const why = rules.find((rule) => rule.reason === reason)?.description ?? reason;
  return `None of the ${rejected.height} lines is a purchase of a known customer; ` +
    `${rows} are rejected as ${reason}: ${why}`;
}
