/**
 * The largest amount of one line that is counted, and the largest quantity.
 *
 * Money is counted in whole millionths, the same everywhere: a line is worth its quantity × its price
 * (or its total) as written, multiplied exactly and rounded to the nearest millionth, half to even;
 * every sum is an exact sum of these, told as a number. Below 9 × 10^9 that number is exact, so parts
 * add up to their whole to the last digit; above, it has the 15 to 16 digits that a number can hold.
 *
 * Up to here the nearest number of an amount gives its millionths back, see {@linkcode inMillionths}.
 */
export const LARGEST_AMOUNT = 8e9;

/** The smallest quantity that is counted, and the smallest amount; see {@linkcode LARGEST_AMOUNT}. */
export const SMALLEST_AMOUNT = 1e-6;

/**
 * Counts amounts in whole millionths, so that their sums are exact.
 *
 * @returns One whole number per amount; the nearest one above {@linkcode LARGEST_AMOUNT}.
 */
export function inMillionths(amounts: Float64Array): Float64Array {
  const millionths = new Float64Array(amounts.length);
  for (let i = 0; i < amounts.length; i++) {
    // The whole part is taken off first: what remains is exact, where amount × 10^6 may not be.
    const whole = Math.floor(amounts[i]);
    millionths[i] = whole * 1e6 + Math.round((amounts[i] - whole) * 1e6);
  }
  return millionths;
}

/**
 * Turns whole millionths back into amounts.
 *
 * @param millionths Whole numbers, at most 2^53 in size.
 */
export function fromMillionths(millionths: Float64Array): Float64Array {
  const amounts = new Float64Array(millionths.length);
  for (let i = 0; i < amounts.length; i++) amounts[i] = millionths[i] / 1e6;
  return amounts;
}

/**
 * Turns an exact sum of millionths back into an amount.
 *
 * @returns A number; for sums below 2^53 its shortest text is the exact decimal.
 */
export function amountOfSum(millionths: bigint): number {
  return Number(millionths) / 1e6;
}
