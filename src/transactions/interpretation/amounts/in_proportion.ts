/**
 * Divides a sum of money among lines in proportion to what they are worth, so that the parts add up to
 * it exactly: each part is rounded down to a whole number, and what remains goes to the lines with
 * the largest remainders, the first ones among equals (the method of Hare and Niemeyer).
 *
 * @param amount A whole number of millionths or cents, not negative.
 * @param worths What each line is worth, whole numbers of millionths, not negative.
 * @returns One part per line; all 0 where no line is worth anything.
 */
export function inProportion(amount: number, worths: readonly number[]): number[] {
  if (worths.length === 1) return [worths[0] > 0 ? amount : 0];
  const all = worths.reduce((sum, worth) => sum + BigInt(worth), 0n);
  if (all === 0n) return worths.map(() => 0);
  const products = worths.map((worth) => BigInt(amount) * BigInt(worth));
  const parts = products.map((product) => product / all);
  const remainders = products.map((product, i) => product - parts[i] * all);
  let missing = Number(BigInt(amount) - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = [...remainders.keys()].sort((a, b) =>
    remainders[a] === remainders[b] ? a - b : remainders[a] > remainders[b] ? -1 : 1
  );
  for (const place of byRemainder) {
    if (missing-- <= 0) break;
    parts[place]++;
  }
  return parts.map(Number);
}
