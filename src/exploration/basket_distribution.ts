import pl, { type DataFrame } from "nodejs-polars";
import { quantileSorted } from "../numeric/quantile.ts";
import { numberColumn } from "../frames/columns.ts";
import { exactTotal } from "../frames/exact_total.ts";
import { preferredEdges } from "../numeric/nice_log_bins.ts";

/** The invoices whose size lies in one range. */
export interface BasketBin {
  /** Lower edge, included. */
  readonly from: number;
  /** Upper edge, not included. */
  readonly to: number;
  readonly invoices: number;
  /** Share of all invoices, 0 to 1. */
  readonly share: number;
}

/** Distribution of one measure of size over the invoices. */
export interface BasketSpread {
  readonly median: number;
  readonly mean: number;
  /** Nine invoices of ten are at most so large. */
  readonly p90: number;
  readonly largest: number;
  /** Ranges that grow by the same ratio, without gaps, ascending. */
  readonly bins: readonly BasketBin[];
}

/** Distribution of invoice size, in money and in items. */
export interface BasketDistribution {
  readonly invoices: number;
  /** By revenue. */
  readonly value: BasketSpread;
  /** By quantity. */
  readonly items: BasketSpread;
}

/**
 * The distribution of invoices by value and by number of items.
 *
 * Both are skewed over many powers of ten, so the bins are equally wide on a logarithmic scale.
 *
 * @param transactions Purchases; quantities and prices above 0.
 * @returns Median, mean, ninth decile and histogram of either.
 * @throws {RangeError} If there is no purchase.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { basketDistribution } from "./basket_distribution.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { value } = basketDistribution(pl.DataFrame({
 *   invoice_id: ["1", "1", "2", "3"], revenue: [1, 2, 3, 12], quantity: [1, 1, 1, 4],
 * }));
 * assertEquals([value.median, value.mean], [3, 6]);
 * assertEquals(value.bins.map(({ from, invoices }) => [from, invoices]), [
 *   [2.5, 2], [4, 0], [6.3, 0], [10, 1],
 * ]);
 * ```
 */
export function basketDistribution(transactions: DataFrame): BasketDistribution {
  const invoices = transactions.groupBy("invoice_id")
    .agg(exactTotal("revenue"), exactTotal("quantity"));
  return {
    invoices: invoices.height,
    value: spreadOf(invoices, "revenue"),
    items: spreadOf(invoices, "quantity"),
  };
}

function spreadOf(invoices: DataFrame, measure: string): BasketSpread {
  const sizes = numberColumn(invoices.filter(pl.col(measure).gt(0)), measure).sort();
  if (sizes.length === 0) throw new RangeError("Describing baskets: there is no purchase.");
  const [total] = numberColumn(invoices.select(exactTotal(measure)), measure);
  const largest = sizes[sizes.length - 1];
  return {
    median: quantileSorted(sizes, 0.5),
    mean: total / sizes.length,
    p90: quantileSorted(sizes, 0.9),
    largest,
    bins: countBetween(sizes, preferredEdges(sizes[0], largest)),
  };
}

/** Counts sorted sizes between neighbouring edges. */
function countBetween(sizes: Float64Array, edges: readonly number[]): BasketBin[] {
  let counted = 0;
  return edges.slice(1).map((to, i) => {
    const before = counted;
    while (counted < sizes.length && sizes[counted] < to) counted++;
    const invoices = counted - before;
    return { from: edges[i], to, invoices, share: invoices / sizes.length };
  });
}
