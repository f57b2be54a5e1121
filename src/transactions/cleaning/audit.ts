/** Number and revenue of the lines rejected for one reason. */
export interface RejectedReason {
  readonly reason: string;
  /** The column at fault; empty where the whole line is. */
  readonly column: string;
  readonly description: string;
  readonly rows: number;
  /** Quantity × unit price of these lines; those that cannot be read or counted as money are 0. */
  readonly revenue: number;
}

/**
 * The account of a file in which nothing is lost: rows and revenue add up exactly, in millionths; see
 * `LARGEST_AMOUNT`.
 */
export interface Audit {
  readonly rows_read: number;
  readonly rows_kept: number;
  readonly rejected: readonly RejectedReason[];
  readonly revenue_read: number;
  readonly revenue_kept: number;
  readonly customers: number;
  readonly invoices: number;
  readonly products: number;
  /** First and last day among the kept lines, ISO dates. */
  readonly first_date: string;
  readonly last_date: string;
  /** Last day with a line of any kind, also returns and lines that are not used, ISO date. */
  readonly last_line_date: string;
  /** Kept lines and valid lines without a customer: what the shop sold. */
  readonly sales: { readonly rows: number; readonly revenue: number; readonly description: string };
  /**
   * What stayed with the shop: sales less returns, each at its own value. The shop's is the sum of that
   * of the customers and that without a customer.
   */
  readonly net: {
    readonly shop: number;
    readonly customers: number;
    readonly without_customer: number;
  };
  /**
   * Of customers: gross revenue (kept), what came back at its own value, and what remains; see
   * `matchReturns`.
   */
  readonly returns: {
    readonly rows: number;
    /** Return lines whose items were all found among earlier purchases. */
    readonly rows_matched: number;
    readonly gross_revenue: number;
    readonly returned_revenue: number;
    readonly net_revenue: number;
    readonly description: string;
  };
}
