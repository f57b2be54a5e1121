const ASYMPTOTIC_FROM = 10;

/**
 * The digamma function ψ, the derivative of the logarithm of the gamma function, for positive
 * arguments.
 *
 * Small arguments are raised by the recurrence ψ(x) = ψ(x + 1) − 1 / x; from 10 on the asymptotic
 * series is exact to about 14 digits.
 *
 * Source: DLMF 5.5.2 and 5.11.2, https://dlmf.nist.gov/5.
 *
 * @param x Argument, above 0.
 * @returns ψ(x); NaN for arguments that are not above 0.
 *
 * @example
 * ```ts
 * import { digamma } from "./digamma.ts";
 * import { assertAlmostEquals } from "@std/assert";
 *
 * assertAlmostEquals(digamma(1), -0.5772156649015329, 1e-14); // Euler's constant
 * ```
 */
export function digamma(x: number): number {
  if (!(x > 0)) return NaN;
  let below = 0;
  for (; x < ASYMPTOTIC_FROM; x++) below -= 1 / x;
  const y = 1 / (x * x);
  const series = y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 -
                    y * (691 / 32760 - y / 12))))));
  return below + Math.log(x) - 1 / (2 * x) - series;
}
