import { finiteRows } from "../figures/drawing/finite_rows.ts";
import { formatNumber, formatPercent } from "../words/numbers.ts";
import type { PriceBandRow } from "../figures/assortment/price_bands_chart.ts";
import { NO_DATA } from "../words/sentences.ts";

/**
 * Reads the price bands: what the cheapest and the dearest band move, and what they bring.
 *
 * @param rows One row per band, in any order.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readPriceBands } from "./read_price_bands.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readPriceBands([
 *     { band: 1, lowest_price: 0.1, highest_price: 2, quantity_share: 0.8, revenue_share: 0.5 },
 *     { band: 2, lowest_price: 2.1, highest_price: 9, quantity_share: 0.2, revenue_share: 0.5 },
 *   ]),
 *   "The cheapest band, up to 2.00 apiece, moves 80.0\u00a0% of the pieces for 50.0\u00a0% of the " +
 *     "revenue; the dearest, from 2.10, moves 20.0\u00a0% for 50.0\u00a0%.",
 * );
 * ```
 */
export function readPriceBands(rows: readonly PriceBandRow[]): string {
  const bands = finiteRows(rows, "band", "quantity_share", "revenue_share", "highest_price")
    .sort((a, b) => a.band - b.band);
  if (bands.length === 0) return NO_DATA;
  const [cheapest] = bands, dearest = bands[bands.length - 1];
  const price = (amount: number) => formatNumber(amount, 2);
  if (cheapest === dearest) {
    const [low, high] = [price(cheapest.lowest_price), price(cheapest.highest_price)];
    return `All prices lie in one band, ${low === high ? low : `${low} to ${high}`} apiece.`;
  }
  const moves = (row: PriceBandRow, of: [string, string]) =>
    `moves ${formatPercent(row.quantity_share, 1)}${of[0]} for ` +
    `${formatPercent(row.revenue_share, 1)}${of[1]}`;
  return `The cheapest band, up to ${price(cheapest.highest_price)} apiece, ${
    moves(cheapest, [" of the pieces", " of the revenue"])
  }; the dearest, from ${price(dearest.lowest_price)}, ${moves(dearest, ["", ""])}.`;
}
