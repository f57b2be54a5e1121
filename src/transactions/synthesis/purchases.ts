import type { Random } from "../../numeric/random/random.ts";

/** The orders of one customer. */
export interface PurchaseHistory {
  /** When the orders happen, ascending, in days since the first one (which is 0). */
  readonly times: readonly number[];
  /** Whether the customer could still order after the last time observed. */
  readonly alive: boolean;
}

/**
 * Draws the orders of one customer from the BG/NBD process: after the first order, repeat orders
 * follow one another at exponential intervals, and each of them is the last with a fixed
 * probability.
 *
 * Source: Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, section 3.
 *
 * @param random Source of random numbers; advanced.
 * @param rate Orders per day while alive (λ).
 * @param dropout Probability of leaving after a repeat order (p), 0 … 1.
 * @param observed Days observed after the first order (T).
 * @returns The times of all orders up to `observed`.
 */
export function drawPurchaseHistory(
  random: Random,
  rate: number,
  dropout: number,
  observed: number,
): PurchaseHistory {
  const times = [0];
  let time = random.exponential(rate);
  while (time < observed) {
    times.push(time);
    if (random.next() < dropout) return { times, alive: false };
    time += random.exponential(rate);
  }
  return { times, alive: true };
}
