import pl, { type DataFrame } from "nodejs-polars";
import { dateColumn, numberColumn, textColumn } from "../frames/columns.ts";

/** What is read of a line. */
interface Line {
  /** Date and time to the minute, `2011-12-09T09:15`. */
  readonly invoice_date: string;
  readonly invoice_id: string;
  readonly product_id: string;
  readonly description: string;
  readonly customer_id: string;
  readonly quantity: number;
  readonly revenue: number;
  readonly is_service: boolean;
}

/** A line with its time in milliseconds, by which it is held against others. */
interface TimedLine extends Line {
  readonly time: number;
}

/** A line far larger than the one in the middle, and its cancellation where there is one. */
export interface OutlierRow extends Line {
  /** Quantity relative to the median line. */
  readonly times_median_quantity: number;
  /** Revenue relative to the median line. */
  readonly times_median_revenue: number;
  /** The invoice by which the customer got the amount back; empty if there is none. */
  readonly cancelled_by: string;
  /** Minutes from the order to that invoice; null if there is none. */
  readonly minutes_until_cancelled: number | null;
}

/** Options of {@linkcode outlierOrders}. */
export interface OutlierOrdersOptions {
  /** Lines taken by quantity, and as many by revenue. Default 5. */
  readonly count?: number;
}

/**
 * The lines that stand out most from the median line, by quantity and by revenue.
 *
 * A cancellation belongs to the order if it gave the same customer exactly the same amount back, at
 * the same time or later, for the product or as a service line: large mistakes are often put right
 * by hand, as "Manual". Each is used once, the earliest first.
 *
 * @param sales Transaction lines, services included.
 * @param returns Cancelled lines, with negative quantities.
 * @param options See {@linkcode OutlierOrdersOptions}.
 * @returns At most twice `count` lines, the largest multiple of a median first.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { outlierOrders } from "./outlier_orders.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const lines = (times: string[], invoice_id: string[], quantity: number[]) =>
 *   pl.DataFrame({
 *     invoice_date: times.map((time) => new Date(`2024-05-01T${time}Z`)), invoice_id, quantity,
 *     product_id: times.map(() => "A"), description: times.map(() => "LAMP"),
 *     customer_id: times.map(() => "7"), revenue: quantity, is_service: times.map(() => false),
 *   });
 * const sales = lines(["09:00", "09:15", "10:00"], ["1", "2", "3"], [2, 8000, 2]);
 * const [outlier] = outlierOrders(sales, lines(["09:27"], ["C4"], [-8000]), { count: 1 });
 * assertEquals([outlier.invoice_id, outlier.times_median_quantity], ["2", 4000]);
 * assertEquals([outlier.cancelled_by, outlier.minutes_until_cancelled], ["C4", 12]);
 * ```
 */
export function outlierOrders(
  sales: DataFrame,
  returns: DataFrame,
  { count = 5 }: OutlierOrdersOptions = {},
): OutlierRow[] {
  if (sales.height === 0) return [];
  const middle = sales.select(pl.col("quantity").median(), pl.col("revenue").median());
  const [middleQuantity] = numberColumn(middle, "quantity");
  const [middleRevenue] = numberColumn(middle, "revenue");
  const extreme = rowsOf(largest(sales, count)).map((line) => ({
    ...line,
    times_median_quantity: line.quantity / middleQuantity,
    times_median_revenue: line.revenue / middleRevenue,
  }));
  const cancel = cancellations(returns, extreme);
  return extreme
    .map((timed) => {
      const { time: _, ...line } = timed;
      return { ...line, ...cancel(timed) };
    })
    .sort((a, b) => multiple(b) - multiple(a) || (a.invoice_id < b.invoice_id ? -1 : 1));
}

const multiple = (row: Pick<OutlierRow, "times_median_quantity" | "times_median_revenue">) =>
  Math.max(row.times_median_quantity, row.times_median_revenue);

const LINE_ORDER = ["invoice_date", "invoice_id", "product_id", "customer_id", "row"];

/** The first lines by quantity and by revenue, each once, in order of time. */
function largest(sales: DataFrame, count: number): DataFrame {
  const numbered = sales.withColumns(pl.intRange(pl.len()).alias("row"));
  // Only the few lines that can be among the first are sorted.
  const share = Math.max(0, 1 - (count + 1) / sales.height);
  const first = (measure: string) =>
    numbered
      .filter(pl.col(measure).gtEq(pl.col(measure).quantile(share, "lower")))
      .sort([measure, ...LINE_ORDER], [true, ...LINE_ORDER.map(() => false)])
      .head(count);
  return first("quantity").vstack(first("revenue")).unique({ subset: ["row"] }).sort(LINE_ORDER);
}

function rowsOf(lines: DataFrame): TimedLine[] {
  const [invoice, product, description, customer] = [
    "invoice_id",
    "product_id",
    "description",
    "customer_id",
  ].map((name) => textColumn(lines, name));
  const [quantity, revenue, service] = ["quantity", "revenue", "is_service"].map((name) =>
    numberColumn(lines, name)
  );
  return Array.from(dateColumn(lines, "invoice_date"), (time, row) => ({
    time,
    invoice_date: new Date(time).toISOString().slice(0, 16),
    invoice_id: invoice[row],
    product_id: product[row],
    description: description[row],
    customer_id: customer[row],
    quantity: quantity[row],
    revenue: revenue[row],
    is_service: service[row] === 1,
  }));
}

/** Finds the cancellation of a line among the returns of the same customers. */
function cancellations(returns: DataFrame, extreme: readonly TimedLine[]) {
  const customers = new Set(extreme.map(({ customer_id }) => customer_id).filter(Boolean));
  const unused = new Set(
    rowsOf(returns.filter(pl.col("customer_id").isIn([...customers])))
      .sort((a, b) => a.time - b.time),
  );
  return (line: TimedLine) => {
    for (const back of unused) {
      const minutes = (back.time - line.time) / 60_000;
      const same = back.customer_id === line.customer_id &&
        (back.product_id === line.product_id || back.is_service) &&
        Math.abs(back.revenue + line.revenue) < 1e-6;
      if (!same || minutes < 0) continue;
      unused.delete(back);
      return { cancelled_by: back.invoice_id, minutes_until_cancelled: minutes };
    }
    return { cancelled_by: "", minutes_until_cancelled: null };
  };
}
