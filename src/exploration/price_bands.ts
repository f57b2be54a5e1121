import pl, { type DataFrame } from "nodejs-polars";
import { quantileSorted } from "../numeric/quantile.ts";
import { numberColumn } from "../frames/columns.ts";
import { exactTotal } from "../frames/exact_total.ts";
import { sum } from "../numeric/sums.ts";

/** Sales in one range of unit prices. */
export interface PriceBandRow {
  /** 1 is the cheapest. */
  readonly band: number;
  /** Lowest and highest unit price that occurs in the band. */
  readonly lowest_price: number;
  readonly highest_price: number;
  readonly lines: number;
  /** Items. */
  readonly quantity: number;
  readonly revenue: number;
  /** Share of all items, 0 to 1. */
  readonly quantity_share: number;
  /** Share of all revenue, 0 to 1. */
  readonly revenue_share: number;
}

/** Options of {@linkcode priceBands}. */
export interface PriceBandsOptions {
  /** How many bands; fewer come out where one price fills several. Default 5. */
  readonly bands?: number;
}

/**
 * Items and revenue by price: bands between the quantiles of the unit price over the lines.
 *
 * A band holds prices above the quantile below it and up to its own; equal prices are never torn
 * apart, so shops with few price points have bands of uneven size. Services are left out.
 *
 * @param sales Transaction lines.
 * @param options See {@linkcode PriceBandsOptions}.
 * @returns One row per band, the cheapest first.
 * @throws {RangeError} If `bands` is no whole number above 0.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { priceBands } from "./price_bands.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const sales = pl.DataFrame({
 *   unit_price: [1, 1, 2, 9], quantity: [3, 5, 1, 1], revenue: [3, 5, 2, 9],
 *   is_service: [false, false, false, false],
 * });
 * assertEquals(
 *   priceBands(sales, { bands: 2 }).map((row) => [row.highest_price, row.quantity, row.revenue]),
 *   [[1, 8, 8], [9, 2, 11]],
 * );
 * ```
 */
export function priceBands(
  sales: DataFrame,
  { bands = 5 }: PriceBandsOptions = {},
): PriceBandRow[] {
  if (!(Number.isInteger(bands) && bands > 0)) {
    throw new RangeError(`Banding prices: bands must be a whole number above 0, got ${bands}.`);
  }
  const prices = sales.lazy()
    .filter(pl.col("is_service").not())
    .groupBy("unit_price")
    .agg(pl.len().alias("lines"), exactTotal("quantity"), exactTotal("revenue"))
    .sort("unit_price")
    .collectSync();
  if (prices.height === 0) return [];
  const price = numberColumn(prices, "unit_price");
  const edges = upperEdges(price, numberColumn(prices, "lines"), bands);
  const band = Int32Array.from(price, (one) => edges.findIndex((edge) => one <= edge) + 1);
  const rows = prices
    .withColumns(pl.Series("band", band, pl.Int32))
    .groupBy("band")
    .agg(
      pl.col("unit_price").min().alias("lowest_price"),
      pl.col("unit_price").max().alias("highest_price"),
      pl.col("lines").sum(),
      exactTotal("quantity"),
      exactTotal("revenue"),
    )
    .sort("band")
    .toRecords() as unknown as Omit<PriceBandRow, "quantity_share" | "revenue_share">[];
  const items = rows.reduce((sum, row) => sum + row.quantity, 0);
  const revenue = rows.reduce((sum, row) => sum + row.revenue, 0);
  return rows.map((row, i) => ({
    ...row,
    band: i + 1,
    lines: Number(row.lines),
    quantity_share: row.quantity / items,
    revenue_share: row.revenue / revenue,
  }));
}

/** The quantiles of the price over the lines, each once; the last one is the highest price. */
function upperEdges(prices: Float64Array, lines: Float64Array, bands: number): number[] {
  const sorted = new Float64Array(sum(lines));
  let filled = 0;
  prices.forEach((price, i) => sorted.fill(price, filled, filled += lines[i]));
  const edges = Array.from({ length: bands }, (_, i) => quantileSorted(sorted, (i + 1) / bands));
  return [...new Set(edges)];
}
