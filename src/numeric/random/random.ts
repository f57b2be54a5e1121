import { createRandomBits } from "./random_bits.ts";
import { logGammaVariate } from "./log_gamma_variate.ts";
import { poissonVariate } from "./poisson_variate.ts";

/** A seeded source of random numbers: the same seed and stream give the same numbers anywhere. */
export interface Random {
  /** Uniform number in [0, 1), with 53 random bits. */
  next(): number;
  /** Uniform integer in 0 … n − 1, without modulo bias. */
  integer(n: number): number;
  /** Standard normal number (mean 0, variance 1). */
  normal(): number;
  /** Gamma number of the given shape and scale 1 (mean = shape). */
  gamma(shape: number): number;
  /** Poisson count of the given mean. */
  poisson(mean: number): number;
  /** Exponential waiting time of the given rate (mean = 1 / rate). */
  exponential(rate: number): number;
  /** Beta number in [0, 1] of the given shapes (mean = a / (a + b)). */
  beta(a: number, b: number): number;
  /** A new array holding the same items in random order (Fisher–Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * Creates a seeded source of random numbers.
 *
 * The generator is sfc32, seeded through a 32-bit avalanche mix. Sources of the same seed and
 * different streams are independent, so each tree, start or customer can own one, and the order in
 * which they are worked through changes nothing.
 *
 * @param seed A safe integer.
 * @param stream Names an independent sequence of the same seed.
 * @returns The source; its only state is its own.
 * @throws {RangeError} If the seed is not a safe integer.
 *
 * @example
 * ```ts
 * import { createRandom } from "./random.ts";
 * import { assertEquals, assertNotEquals } from "@std/assert";
 *
 * assertEquals(createRandom(42).next(), createRandom(42).next());
 * assertNotEquals(createRandom(42, "tree 1").next(), createRandom(42, "tree 2").next());
 * assertEquals(createRandom(42).shuffle([1, 2, 3]).sort(), [1, 2, 3]);
 * ```
 */
export function createRandom(seed: number, stream: number | string = ""): Random {
  const bits = createRandomBits(seed, String(stream));

  /** 27 + 26 bits make one double of full precision. */
  const next = () => ((bits() >>> 5) * 2 ** 26 + (bits() >>> 6)) / 2 ** 53;

  function integer(n: number): number {
    if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
      throw new RangeError(`Drawing an integer below n: n must be 1 … 2³², got ${n}.`);
    }
    const unbiased = 2 ** 32 - 2 ** 32 % n;
    let draw = bits();
    while (draw >= unbiased) draw = bits();
    return draw % n;
  }

  /** Marsaglia's polar method; the second number is dropped, so that no call depends on the last. */
  function normal(): number {
    while (true) {
      const u = 2 * next() - 1;
      const v = 2 * next() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt(-2 * Math.log(s) / s);
    }
  }

  const uniform = { next, normal };
  return {
    next,
    integer,
    normal,
    gamma: (shape) => Math.exp(logGammaVariate(uniform, positive(shape, "gamma shape"))),
    poisson(mean) {
      if (mean === 0) return 0;
      return poissonVariate(uniform, positive(mean, "Poisson mean"));
    },
    exponential: (rate) => -Math.log1p(-next()) / positive(rate, "exponential rate"),
    beta(a, b) {
      const x = logGammaVariate(uniform, positive(a, "beta shape a"));
      const y = logGammaVariate(uniform, positive(b, "beta shape b"));
      return 1 / (1 + Math.exp(y - x));
    },
    shuffle(items) {
      const shuffled = items.slice();
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [shuffled[i], shuffled[j]] = [shuffled[j], shuffled[i]];
      }
      return shuffled;
    },
  };
}

function positive(value: number, name: string): number {
  if (!(value > 0 && value < Infinity)) {
    throw new RangeError(
      `Drawing a random number: the ${name} must be a positive number, got ${value}.`,
    );
  }
  return value;
}
