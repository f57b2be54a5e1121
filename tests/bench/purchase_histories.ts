import { createRandom } from "../../src/numeric/random/random.ts";

/** Purchase histories in days, one number per customer. */
export interface PurchaseHistoriesOfBench {
  readonly repeatFrequency: Float64Array;
  readonly lastPurchaseAge: Float64Array;
  readonly age: Float64Array;
}

/**
 * Histories of customers who buy and leave as the BG/NBD model has it (r .8, alpha 60 days, a .8,
 * b 2.5), in whole days; always the same ones.
 *
 * @param customers How many.
 */
export function purchaseHistories(customers: number): PurchaseHistoriesOfBench {
  const random = createRandom(13, "purchase histories");
  const repeatFrequency = new Float64Array(customers);
  const lastPurchaseAge = new Float64Array(customers);
  const age = new Float64Array(customers);
  for (let i = 0; i < customers; i++) {
    const rate = random.gamma(0.8) / 60;
    const leaving = random.beta(0.8, 2.5);
    age[i] = 30 + Math.floor(340 * random.next());
    const days = new Set<number>();
    for (let t = 0;;) {
      t -= Math.log(1 - random.next()) / rate;
      if (!(t < age[i])) break;
      if (t >= 1) days.add(Math.floor(t));
      if (random.next() < leaving) break;
    }
    repeatFrequency[i] = days.size;
    lastPurchaseAge[i] = Math.max(0, ...days);
  }
  return { repeatFrequency, lastPurchaseAge, age };
}

/** Writes histories as plain 64-bit numbers, three per customer. */
export async function writePurchaseHistories(
  path: string,
  { repeatFrequency, lastPurchaseAge, age }: PurchaseHistoriesOfBench,
): Promise<void> {
  const numbers = new Float64Array(3 * age.length);
  age.forEach((T, i) => numbers.set([repeatFrequency[i], lastPurchaseAge[i], T], 3 * i));
  await Deno.writeFile(path, new Uint8Array(numbers.buffer));
}

/** Reads what {@linkcode writePurchaseHistories} wrote. */
export async function readPurchaseHistories(path: string): Promise<PurchaseHistoriesOfBench> {
  const numbers = new Float64Array((await Deno.readFile(path)).buffer);
  const column = (at: number) =>
    Float64Array.from({ length: numbers.length / 3 }, (_, i) => numbers[3 * i + at]);
  return { repeatFrequency: column(0), lastPurchaseAge: column(1), age: column(2) };
}
