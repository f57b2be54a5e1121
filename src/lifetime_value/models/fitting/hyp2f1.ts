const TERMS = 1_000_000;
const LARGE = 1e250;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1, by its power series.
 *
 * The series converges for every such z, slowly near 1: at most 1,000,000 terms are added, which is
 * enough up to a z of about 0.9999 for small parameters, and of less for large ones. With positive
 * parameters all its terms are positive, and it is exact to the last digits; it grows large with a and
 * b, see `logFactor`.
 *
 * Source: DLMF 15.2.1, https://dlmf.nist.gov/15.
 *
 * @param c Lower parameter, not 0 or a negative integer.
 * @param z Argument in [0, 1).
 * @param logFactor Logarithm of a factor that the value is multiplied with, so that a product of a
 * huge value and a tiny factor neither overflows nor vanishes; default 0.
 * @throws {RangeError} If `z` or `c` is out of range, or the terms do not suffice.
 */
export function hyp2f1(a: number, b: number, c: number, z: number, logFactor = 0): number {
  if (!(z >= 0 && z < 1)) {
    throw new RangeError(`Computing hyp2f1: z must be in [0, 1), got ${z}.`);
  }
  if (!Number.isFinite(c) || (c <= 0 && Number.isInteger(c))) {
    throw new RangeError(`Computing hyp2f1: c must not be 0 or a negative integer, got ${c}.`);
  }
  let term = 1;
  let sum = 1;
  let logScale = logFactor;
  for (let n = 0; n < TERMS; n++) {
    const ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
    term *= ratio;
    sum += term;
    if (Math.abs(sum) > LARGE) {
      term /= LARGE;
      sum /= LARGE;
      logScale += Math.log(LARGE);
    }
    // Terms may grow first; once they shrink, the rest is less than term / (1 − ratio).
    const rest = Math.abs(term) / (1 - Math.abs(ratio));
    if (term === 0 || (Math.abs(ratio) < 1 && rest <= 1e-17 * Math.abs(sum))) {
      return logScale === 0 ? sum : Math.sign(sum) * Math.exp(logScale + Math.log(Math.abs(sum)));
    }
  }
  throw new RangeError(`Computing hyp2f1(${a}, ${b}; ${c}; ${z}): no convergence.`);
}
