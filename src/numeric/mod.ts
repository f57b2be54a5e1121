/**
 * Numeric: matrices, quantiles, seeded random numbers.
 *
 * @module
 */
export { type Matrix, matrixFromRows } from "./matrix.ts";
export { createRandom, type Random } from "./random/random.ts";
export { median, quantile } from "./quantile.ts";
