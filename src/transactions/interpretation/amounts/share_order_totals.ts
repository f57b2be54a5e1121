import type { CodedTexts } from "../../../frames/coded.ts";
import { inProportion } from "./in_proportion.ts";

/** Millionths in a cent. */
const CENT = 10_000;

/**
 * Shares the total of each order among its lines, so that they add up to it exactly: in whole cents
 * where the total is in cents, what remains one by one to the largest remainders.
 *
 * @param totals Per line the total of its order in millionths; NaN where it does not stand on the line.
 * @param weights Per line what its share goes by, such as quantity × price; lines count the same where
 * an order has no positive weight.
 * @param order The order of each line; a line without one is an order of its own.
 * @param rank Per line a number that decides between equal remainders, whatever the order of the lines.
 * @returns What each line is worth, in millionths; NaN where its order has no total.
 */
export function shareOrderTotals(
  totals: Float64Array,
  weights: Float64Array,
  order: CodedTexts,
  rank: Int32Array,
): Float64Array {
  const none = order.values.indexOf("");
  const rowsOf = new Map<number, number[]>();
  const worth = new Float64Array(totals.length);
  for (let row = 0; row < totals.length; row++) {
    const code = order.codes[row];
    if (code === none) worth[row] = totals[row];
    else {
      const rows = rowsOf.get(code);
      if (rows) rows.push(row);
      else rowsOf.set(code, [row]);
    }
  }
  for (const rows of rowsOf.values()) {
    rows.sort((a, b) => rank[a] - rank[b] || weights[a] - weights[b] || a - b);
    const total = totals[rows.find((row) => !Number.isNaN(totals[row])) ?? rows[0]];
    shares(total, rows.map((row) => weights[row])).forEach((part, i) => worth[rows[i]] = part);
  }
  return worth;
}

function shares(total: number, weights: readonly number[]): number[] {
  if (weights.length === 1 || !Number.isFinite(total)) return weights.map(() => total);
  const sold = weights.map((weight) =>
    weight > 0 && weight < Infinity ? Math.round(1e6 * weight) : 0
  );
  const unit = total % CENT === 0 ? CENT : 1;
  const parts = sold.every((weight) => weight === 0) ? weights.map(() => 1) : sold;
  return inProportion(Math.abs(total) / unit, parts)
    .map((part) => Math.sign(total) * part * unit);
}
