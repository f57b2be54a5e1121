import pl, { type Expr } from "nodejs-polars";
import type { TransactionColumn } from "./reading/column_synonyms.ts";
import { RECORD } from "./reading/transaction_lines.ts";

/** Why a line is not used for customers, as data. */
export interface TransactionRule {
  /** The name under which the audit counts the lines. */
  readonly reason: string;
  /** The column at fault; empty where the whole line is. */
  readonly column: TransactionColumn | "";
  /** Whether the rule can be switched off; the others keep the tables sound. */
  readonly optional: boolean;
  /** One sentence for people. */
  readonly description: string;
  /** True for the lines at fault; over typed lines, where an unreadable value is null. */
  readonly fails: Expr;
}

/** The reason given to lines without a customer: they stay in the sales totals. */
export const MISSING_CUSTOMER = "missing_customer";
/** The reason given to cancelled lines: they count as returns. */
export const CANCELLATION = "cancellation";
/** The reason given to lines that the as-of date excludes. */
export const AFTER_AS_OF = "on_or_after_as_of";
/** Dates outside of these years are mistakes of clocks and spreadsheets. */
const FIRST_YEAR = 1980, LAST_YEAR = 2099;
/** Amounts beyond this are mistakes of typing or of units. */
const LARGEST = 1e7;

/** The reason given to the second and later copies of a line. */
export const DUPLICATE = "exact_duplicate";

/** The last rule, which looks at all lines together: nothing that Polars evaluates by line. */
export const EXACT_COPY = {
  reason: DUPLICATE,
  column: "",
  description: "An exact copy of another line, in every column.",
} as const;

/** What decides which rules apply. */
export interface RuleContext {
  /** Lines at or after this instant (milliseconds since 1970) are not used. */
  readonly before?: number;
  /** Whether some lines did not fit their table. */
  readonly hasRecords?: boolean;
  /** Reasons of optional rules that are switched off. */
  readonly without?: readonly string[];
}

/**
 * The rules in the order in which they are applied; a line is counted under the first it fails.
 *
 * @param context What decides which rules apply.
 * @returns The rules, ready to be evaluated by Polars.
 *
 * @example
 * ```ts
 * import { transactionRules } from "./transaction_rules.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(transactionRules().map(({ reason }) => reason).slice(0, 2), [
 *   "missing_customer", "cancellation",
 * ]);
 * ```
 */
export function transactionRules(context: RuleContext = {}): readonly TransactionRule[] {
  const { before = Infinity, hasRecords = false, without = [] } = context;
  const text = (column: TransactionColumn) => pl.col(column);
  const quantity = pl.col("quantity"), price = pl.col("unit_price");
  const instant = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64);
  const readable = quantity.isNotNull().and(price.isFinite()).and(
    pl.col("invoice_date").isNotNull(),
  )
    .fillNull(pl.lit(false));
  const rules: (TransactionRule & { readonly applies?: boolean })[] = [
    {
      reason: "ragged_line",
      column: "",
      optional: false,
      applies: hasRecords,
      description: "Another number of fields than the header has.",
      fails: hasRecords ? pl.col(RECORD).neq(pl.lit("")) : pl.lit(false),
    },
    {
      reason: MISSING_CUSTOMER,
      column: "customer_id",
      optional: false,
      description: "No customer: kept in the sales totals, left out of the customer tables.",
      fails: text("customer_id").eq(pl.lit("")),
    },
    {
      reason: CANCELLATION,
      column: "invoice_id",
      optional: false,
      description:
        'Cancelled or returned (invoice "C" and digits, or a negative quantity): counted as a return.',
      fails: text("invoice_id").cast(pl.Utf8).str.contains("^[Cc][0-9]+$").or(quantity.lt(0)).and(
        readable,
      ),
    },
    {
      reason: "missing_invoice",
      column: "invoice_id",
      optional: false,
      description: "No invoice number.",
      fails: text("invoice_id").eq(pl.lit("")),
    },
    {
      reason: "missing_product",
      column: "product_id",
      optional: false,
      description: "No product id, in a table that names products.",
      fails: text("product_id").eq(pl.lit("")).and(pl.col("has_products")),
    },
    {
      reason: "unreadable_date",
      column: "invoice_date",
      optional: false,
      description: "The date cannot be read.",
      fails: pl.col("invoice_date").isNull(),
    },
    {
      reason: "implausible_date",
      column: "invoice_date",
      optional: true,
      description: `A date outside of the years ${FIRST_YEAR} to ${LAST_YEAR}.`,
      fails: instant.lt(Date.UTC(FIRST_YEAR, 0, 1)).or(instant.gtEq(Date.UTC(LAST_YEAR + 1, 0, 1))),
    },
    {
      reason: "unreadable_quantity",
      column: "quantity",
      optional: false,
      description: "The quantity is not a finite number.",
      fails: quantity.isNull(),
    },
    {
      reason: "unreadable_price",
      column: "unit_price",
      optional: false,
      description: "The price is not a finite number.",
      fails: price.isNull().or(price.isFinite().not()),
    },
    {
      reason: "zero_quantity",
      column: "quantity",
      optional: false,
      description: "A quantity of zero.",
      fails: quantity.eq(0),
    },
    {
      reason: "non_positive_price",
      column: "unit_price",
      optional: false,
      description: "A price of zero or less.",
      fails: price.ltEq(0),
    },
    {
      reason: "out_of_range",
      column: "quantity",
      optional: true,
      description: `A quantity or price above ${LARGEST.toLocaleString("en-GB")}.`,
      fails: quantity.gt(LARGEST).or(price.gt(LARGEST)),
    },
    {
      reason: AFTER_AS_OF,
      column: "invoice_date",
      optional: false,
      applies: Number.isFinite(before),
      description: "Dated on or after the as-of date: the future is never used.",
      fails: instant.gtEq(before),
    },
  ];
  return rules.filter(({ applies = true, reason, optional }) =>
    applies && !(optional && without.includes(reason))
  );
}

/** The reasons of all rules that can be switched off. */
export const OPTIONAL_RULES: readonly string[] = [
  ...transactionRules().filter(({ optional }) => optional).map(({ reason }) => reason),
  DUPLICATE,
];
