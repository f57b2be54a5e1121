import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import { createRandom } from "../../../src/numeric/random/random.ts";

const draws = (n: number, draw: () => number) => Array.from({ length: n }, draw);
const mean = (xs: number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const variance = (xs: number[]) => {
  const centre = mean(xs);
  return mean(xs.map((x) => (x - centre) ** 2));
};

Deno.test("createRandom: the same seed and stream give the same numbers of every kind", () => {
  const all = () => {
    const random = createRandom(7, "a");
    return [
      random.next(),
      random.integer(10),
      random.normal(),
      random.gamma(0.3),
      random.poisson(3),
      random.poisson(300),
      random.exponential(2),
      random.beta(2, 3),
      ...random.shuffle([1, 2, 3, 4, 5]),
    ];
  };
  assertEquals(all(), all());
});

Deno.test("createRandom: other seeds and streams give other numbers", () => {
  const first = new Set<number>();
  for (let seed = -50; seed < 50; seed++) {
    for (let stream = 0; stream < 50; stream++) first.add(createRandom(seed, stream).next());
  }
  first.add(createRandom(2 ** 40).next());
  assertEquals(first.size, 5001);
  assertNotEquals(createRandom(0).next(), createRandom(2 ** 32).next());
});

Deno.test("createRandom: neighbouring seeds are uncorrelated", () => {
  const xs = draws(
    20_000,
    (() => {
      let seed = 0;
      return () => createRandom(seed++).next();
    })(),
  );
  const lagged = mean(xs.slice(1).map((x, i) => (x - 0.5) * (xs[i] - 0.5))) * 12;
  assertAlmostEquals(mean(xs), 0.5, 0.01);
  assertAlmostEquals(lagged, 0, 0.03);
});

Deno.test("createRandom: moments of each distribution equal their formulas", () => {
  const random = createRandom(42);
  const n = 100_000;
  const cases: [string, () => number, number, number][] = [
    ["uniform", random.next, 0.5, 1 / 12],
    ["integer", () => random.integer(6), 2.5, 35 / 12],
    ["normal", random.normal, 0, 1],
    ["gamma .5", () => random.gamma(0.5), 0.5, 0.5],
    ["gamma 4", () => random.gamma(4), 4, 4],
    ["poisson .7", () => random.poisson(0.7), 0.7, 0.7],
    ["poisson 9.9", () => random.poisson(9.9), 9.9, 9.9],
    ["poisson 10", () => random.poisson(10), 10, 10],
    ["poisson 250", () => random.poisson(250), 250, 250],
    ["exponential", () => random.exponential(4), 0.25, 0.0625],
    ["beta", () => random.beta(2, 3), 0.4, 0.04],
  ];
  for (const [name, draw, expectedMean, expectedVariance] of cases) {
    const xs = draws(n, draw);
    const error = 5 * Math.sqrt(expectedVariance / n);
    assertAlmostEquals(mean(xs), expectedMean, error, `mean of ${name}`);
    assertAlmostEquals(variance(xs) / expectedVariance, 1, 0.05, `variance of ${name}`);
  }
});

Deno.test("createRandom: Poisson counts of both methods follow the probability function", () => {
  const random = createRandom(1);
  const n = 200_000;
  for (const mean of [4, 12]) {
    const counts = new Map<number, number>();
    for (let i = 0; i < n; i++) {
      const k = random.poisson(mean);
      counts.set(k, (counts.get(k) ?? 0) + 1);
    }
    let probability = Math.exp(-mean);
    for (let k = 0; k < 20; k++) {
      const sd = Math.sqrt(probability * (1 - probability) / n);
      assertAlmostEquals((counts.get(k) ?? 0) / n, probability, 5 * sd + 1e-6, `P(${k}), ${mean}`);
      probability *= mean / (k + 1);
    }
  }
});

Deno.test("createRandom: beta numbers of tiny shapes stay numbers in [0, 1]", () => {
  const random = createRandom(3);
  const xs = draws(1000, () => random.beta(1e-3, 1e-3));
  assert(xs.every((x) => x >= 0 && x <= 1));
  assertAlmostEquals(mean(xs), 0.5, 0.1);
});

Deno.test("createRandom: shuffle keeps the items, leaves the input, reaches every order", () => {
  const random = createRandom(5);
  const items = Object.freeze(["a", "b", "c"]);
  const orders = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = random.shuffle(items).join("");
    orders.set(order, (orders.get(order) ?? 0) + 1);
  }
  assertEquals(items, ["a", "b", "c"]);
  assertEquals(orders.size, 6);
  for (const count of orders.values()) assertAlmostEquals(count, 1000, 150);
});

Deno.test("createRandom: refuses impossible arguments", () => {
  const random = createRandom(1);
  assertThrows(() => createRandom(0.5), RangeError, "0.5");
  assertThrows(() => createRandom(NaN), RangeError, "NaN");
  assertThrows(() => random.integer(0), RangeError, "got 0");
  assertThrows(() => random.gamma(0), RangeError, "gamma shape");
  assertThrows(() => random.poisson(-1), RangeError, "Poisson mean");
  assertThrows(() => random.exponential(NaN), RangeError, "exponential rate");
  assertThrows(() => random.beta(1, Infinity), RangeError, "beta shape b");
  assertEquals(random.poisson(0), 0);
});
