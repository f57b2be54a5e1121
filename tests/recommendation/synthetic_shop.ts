import { createRandom } from "../../src/numeric/random/random.ts";
import type { Line } from "./purchases.ts";

/** First day of the synthetic shop. */
export const OPENING = "2020-01-01";

/**
 * 150 customers of three tastes buy from 45 products over 240 days: each has favourites that they buy
 * again and again, and tries products of their taste; "S" products are sold until day 120 only.
 */
export function syntheticShop(seed = 7): Line[] {
  const random = createRandom(seed);
  const day = (n: number) => new Date(Date.parse(OPENING) + n * 864e5).toISOString().slice(0, 10);
  const upTo = (n: number) => Math.floor(random.next() * n);
  const lines: Line[] = [];
  for (let customer = 0; customer < 150; customer++) {
    const taste = customer % 3;
    const favourites = [upTo(12), upTo(12)];
    for (let when = upTo(30), visit = 0; when < 240; when += 10 + upTo(40), visit++) {
      const invoice = `${customer}-${visit}`;
      const basket = new Set(favourites.filter(() => random.next() < 0.8));
      for (let tried = 0; tried < 3; tried++) basket.add(upTo(12));
      for (const product of basket) {
        lines.push([`c${customer}`, invoice, day(when), `T${taste}-${product}`, 2]);
      }
      if (when < 120) lines.push([`c${customer}`, invoice, day(when), `S${upTo(9)}`, 1]);
      if (random.next() < 0.3) lines.push([`c${customer}`, invoice, day(when), "POST", 5]);
    }
  }
  return lines;
}
