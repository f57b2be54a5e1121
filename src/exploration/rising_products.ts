import pl, { type DataFrame } from "nodejs-polars";
import { addDays, instantOf, linesWithin } from "../frames/days.ts";
import { exactTotal } from "../frames/exact_total.ts";
import { productNames } from "../transactions/product_names.ts";
import { isProduct } from "../transactions/is_product.ts";
import { spanOfDays } from "./calendar/span_of_days.ts";

/** Sales of one product in two neighbouring windows of time. */
export interface ProductChangeRow {
  readonly product_id: string;
  readonly description: string;
  /** Revenue in the earlier window. */
  readonly revenue_before: number;
  /** Revenue in the later window. */
  readonly revenue_after: number;
  /** Later minus earlier revenue. */
  readonly change: number;
}

/** The products whose revenue changed most. */
export interface ProductChanges {
  /** ISO dates at which the earlier window begins, the later one begins, and the later one ends. */
  readonly before: string;
  readonly after: string;
  readonly until: string;
  /** The largest increase first. */
  readonly rising: readonly ProductChangeRow[];
  /** The largest decrease first. */
  readonly falling: readonly ProductChangeRow[];
}

/** Options of {@linkcode risingProducts}. */
export interface RisingProductsOptions {
  /** Products in either list. Default 8. */
  readonly count?: number;
  /** Length of either window in days. Default 91, thirteen whole weeks. */
  readonly days?: number;
}

/**
 * The products whose revenue rose and fell most from one window of time to the next.
 *
 * Both windows are complete: the later one ends with the day before the last, which may be cut off
 * in the middle. Services are left out. Neighbouring windows differ by season too.
 *
 * @param sales Transaction lines.
 * @param options See {@linkcode RisingProductsOptions}.
 * @returns The windows and the products; none where the lines do not reach back two windows.
 * @throws {RangeError} If there are no lines, or `days` is no whole number above 0.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { risingProducts } from "./rising_products.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sales = pl.DataFrame({
 *   product_id: ["A", "A", "A"], description: ["LAMP", "LAMP", "LAMP"], revenue: [2, 5, 99],
 *   is_service: [false, false, false],
 *   invoice_date: ["2024-01-01", "2024-01-02", "2024-01-03"].map((day) => new Date(day)),
 * });
 * const { after, rising } = risingProducts(sales, { days: 1 });
 * assertEquals(after, "2024-01-02");
 * assertEquals(rising, [
 *   { product_id: "A", description: "LAMP", revenue_before: 2, revenue_after: 5, change: 3 },
 * ]);
 * ```
 */
export function risingProducts(
  sales: DataFrame,
  { count = 8, days = 91 }: RisingProductsOptions = {},
): ProductChanges {
  if (!(Number.isInteger(days) && days > 0)) {
    throw new RangeError(`Comparing windows: days must be a whole number above 0, got ${days}.`);
  }
  if (sales.height === 0) throw new RangeError("Comparing windows: there are no sales.");
  const [first, until] = spanOfDays(sales);
  const after = addDays(until, -days), before = addDays(after, -days);
  const sold = sales.select("product_id", "description", "invoice_date", "revenue", "is_service");
  const goods = linesWithin(sold, before, 2 * days).filter(isProduct());
  // A window that begins before the file does would make everything rise.
  const changes = first <= before ? changesBetween(goods, after) : [];
  const byChange = (sign: number) =>
    changes.filter(({ change }) => change * sign > 0)
      .sort((a, b) => (b.change - a.change) * sign || (a.product_id < b.product_id ? -1 : 1))
      .slice(0, count);
  const [rising, falling] = [byChange(1), byChange(-1)];
  const shown = pl.col("product_id").isIn([...rising, ...falling].map((row) => row.product_id));
  const names = productNames(goods.filter(shown));
  const named = (row: Change) => ({ ...row, description: names.get(row.product_id) ?? "" });
  return { before, after, until, rising: rising.map(named), falling: falling.map(named) };
}

type Change = Omit<ProductChangeRow, "description">;

/** Every product sold in one of the two windows, with its revenue in either. */
function changesBetween(goods: DataFrame, after: string): Change[] {
  const later = pl.col("invoice_date").cast(pl.Int64).cast(pl.Float64).gtEq(instantOf(after));
  const revenue = pl.col("revenue"), nothing = pl.lit(0);
  return goods
    .select(
      pl.col("product_id"),
      pl.when(later).then(nothing).otherwise(revenue).alias("revenue_before"),
      pl.when(later).then(revenue).otherwise(nothing).alias("revenue_after"),
    )
    .groupBy("product_id")
    .agg(exactTotal("revenue_before"), exactTotal("revenue_after"))
    .withColumns(
      pl.col("revenue_after").minus(pl.col("revenue_before")).round({ decimals: 6 })
        .alias("change"),
    )
    .toRecords() as unknown as Change[];
}
