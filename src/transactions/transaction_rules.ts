import pl, { type Expr } from "nodejs-polars";
import type { TransactionColumn } from "./column_synonyms.ts";

/** Why a line is not used for customers, as data. */
export interface TransactionRule {
  /** The name under which the audit counts the lines. */
  readonly reason: string;
  /** The column at fault. */
  readonly column: TransactionColumn;
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
/** The reason given to the second and later copies of a line. */
export const DUPLICATE = "exact_duplicate";

/**
 * The rules in the order in which they are applied; a line is counted under the first it fails.
 *
 * @param before Lines at or after this instant (milliseconds since 1970) are not used.
 * @returns The rules, ready to be evaluated by Polars.
 *
 * @example
 * ```ts
 * import { transactionRules } from "./transaction_rules.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(transactionRules(Infinity)[0].reason, "missing_customer");
 * ```
 */
export function transactionRules(before: number): readonly TransactionRule[] {
  const text = (column: TransactionColumn) => pl.col(column);
  const rules: TransactionRule[] = [
    {
      reason: MISSING_CUSTOMER,
      column: "customer_id",
      description: "No customer: kept in the sales totals, left out of the customer tables.",
      fails: text("customer_id").eq(pl.lit("")),
    },
    {
      reason: CANCELLATION,
      column: "invoice_id",
      description: 'Cancelled or returned (invoice "C…"): counted as a return of the customer.',
      fails: text("invoice_id").str.contains("^[Cc]"),
    },
    {
      reason: "missing_invoice",
      column: "invoice_id",
      description: "No invoice number.",
      fails: text("invoice_id").eq(pl.lit("")),
    },
    {
      reason: "missing_product",
      column: "product_id",
      description: "No product id.",
      fails: text("product_id").eq(pl.lit("")),
    },
    {
      reason: "unreadable_date",
      column: "invoice_date",
      description: "The date cannot be read.",
      fails: pl.col("invoice_date").isNull(),
    },
    {
      reason: "unreadable_quantity",
      column: "quantity",
      description: "The quantity is not a finite number.",
      fails: pl.col("quantity").isNull(),
    },
    {
      reason: "unreadable_price",
      column: "unit_price",
      description: "The price is not a finite number.",
      fails: pl.col("unit_price").isNull(),
    },
    {
      reason: "non_positive_quantity",
      column: "quantity",
      description: "A quantity of zero or less outside a cancelled invoice.",
      fails: pl.col("quantity").ltEq(0),
    },
    {
      reason: "non_positive_price",
      column: "unit_price",
      description: "A price of zero or less.",
      fails: pl.col("unit_price").ltEq(0),
    },
  ];
  if (Number.isFinite(before)) {
    rules.push({
      reason: AFTER_AS_OF,
      column: "invoice_date",
      description: "Dated on or after the as-of date: the future is never used.",
      fails: pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64).gtEq(before),
    });
  }
  return rules;
}
