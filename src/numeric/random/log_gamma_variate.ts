/**
 * Draws the logarithm of a gamma random number of scale 1.
 *
 * The logarithm, because gamma numbers of a small shape are often too small for a double: at shape
 * .001, half of them are below 10⁻³⁰⁰. Method: Marsaglia and Tsang, "A simple method for generating
 * gamma variables" (2000); shapes below 1 by G(k) = G(k + 1) · U^(1/k).
 *
 * @param source Uniform numbers in [0, 1) and standard normal numbers.
 */
export function logGammaVariate(
  source: { next(): number; normal(): number },
  shape: number,
): number {
  if (shape < 1) {
    return logGammaVariate(source, shape + 1) + Math.log1p(-source.next()) / shape;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  while (true) {
    const z = source.normal();
    const root = 1 + c * z;
    if (root <= 0) continue;
    const v = root ** 3;
    const accepted = Math.log1p(-source.next()) < 0.5 * z * z + d - d * v + d * Math.log(v);
    if (accepted) return Math.log(d) + Math.log(v);
  }
}
