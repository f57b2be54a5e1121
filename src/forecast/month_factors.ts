import { sum } from "../numeric/sums.ts";

/**
 * How far each month of the year lies above or below its year, shrunk towards 1; all 1 where fewer
 * than two years were seen.
 *
 * @returns Twelve factors; that of month i of the series is `factors[i % 12]`.
 */
export function monthFactors(past: Float64Array): Float64Array {
  const years = Math.floor(past.length / 12);
  const factors = new Float64Array(12).fill(1);
  if (years < 2) return factors;
  const from = past.length - 12 * years;
  for (let place = 0; place < 12; place++) {
    let logs = 0;
    for (let year = 0; year < years; year++) {
      const start = from + 12 * year;
      const mean = sum(past.subarray(start, start + 12)) / 12;
      const value = past[start + place];
      logs += value > 0 && mean > 0 ? Math.log(value / mean) : 0;
    }
    // One year more, in which nothing was seen.
    factors[(from + place) % 12] = Math.exp(logs / (years + 1));
  }
  return factors;
}
