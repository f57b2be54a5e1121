/** Places and weights of a quadrature on [0, 1]. */
export interface Quadrature {
  readonly places: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Places and weights of Gauss–Legendre quadrature on [0, 1], exact for polynomials up to degree 2n − 1.
 *
 * Source: DLMF 3.5(v), https://dlmf.nist.gov/3.5; the places by Newton's method.
 *
 * @param n Number of places, at least 1.
 * @returns Places, ascending, and weights, which add up to 1.
 * @throws {RangeError} If n is not a positive whole number.
 */
export function gaussLegendre(n: number): Quadrature {
  if (!Number.isInteger(n) || n < 1) {
    throw new RangeError(`Gauss–Legendre quadrature: n must be a positive whole number, got ${n}.`);
  }
  const places = new Float64Array(n), weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos(Math.PI * (i + 0.75) / (n + 0.5)), slope = 1;
    for (let step = 0; step < 100; step++) {
      let before = 1, value = x;
      for (let k = 2; k <= n; k++) {
        [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
      }
      slope = n * (x * value - before) / (x * x - 1);
      const move = value / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    places[i] = (1 + x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { places, weights };
}
