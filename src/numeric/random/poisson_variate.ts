import gammaln from "@stdlib/math-base-special-gammaln";

/**
 * Draws a Poisson random count.
 *
 * Small means multiply uniform numbers until the product falls below e^−mean (Knuth); from 10
 * upwards W. Hörmann, "The transformed rejection method for generating Poisson random variables"
 * (1993), algorithm PTRS, whose cost does not grow with the mean.
 *
 * @param source Uniform numbers in [0, 1).
 */
export function poissonVariate(source: { next(): number }, mean: number): number {
  return mean < 10 ? byMultiplication(source, mean) : byTransformedRejection(source, mean);
}

function byMultiplication(source: { next(): number }, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = source.next(); product > limit; product *= source.next()) count++;
  return count;
}

function byTransformedRejection(source: { next(): number }, mean: number): number {
  const logMean = Math.log(mean);
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  while (true) {
    const u = source.next() - 0.5;
    const v = 1 - source.next();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor((2 * a / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    const bound = k * logMean - mean - gammaln(k + 1);
    if (Math.log(v * inverseAlpha / (a / (us * us) + b)) <= bound) return k;
  }
}
