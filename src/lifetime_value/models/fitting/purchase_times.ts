import { NotEnoughDataError } from "../../../frames/errors.ts";
import { mean } from "../../../numeric/sums.ts";

/** The purchase histories of customers, one element each, times in one unit. */
export interface PurchaseTimes {
  /** Number of repeat purchases, x. */
  readonly repeatFrequency: Float64Array;
  /** First to last purchase, t_x; 0 without repeat purchases. */
  readonly lastPurchaseAge: Float64Array;
  /** First purchase to the end of observation, T. */
  readonly age: Float64Array;
  /** How many customers share each history; one each if not given. */
  readonly customers?: Float64Array;
}

/**
 * Whether a last purchase lies within the age. Weeks are sevenths of days, so that equal times may
 * differ in the last digit.
 *
 * @returns Whether `last` is no more than `age`, rounding aside.
 */
export function isWithinAge(last: number, age: number): boolean {
  return last <= age * (1 + 1e-12);
}

/**
 * Refuses histories that no customer can have.
 *
 * @throws {TypeError} If the arrays differ in length.
 * @throws {RangeError} If a history is impossible; the row is named.
 * @throws {NotEnoughDataError} If nobody bought again.
 */
export function checkPurchaseTimes(
  doing: string,
  { repeatFrequency, lastPurchaseAge, age }: PurchaseTimes,
): void {
  const n = age.length;
  if (repeatFrequency.length !== n || lastPurchaseAge.length !== n) {
    throw new TypeError(
      `${doing}: got ${repeatFrequency.length} frequencies, ${lastPurchaseAge.length} ` +
        `last purchases and ${n} ages.`,
    );
  }
  for (let i = 0; i < n; i++) {
    const x = repeatFrequency[i], t = lastPurchaseAge[i], end = age[i];
    const possible = Number.isInteger(x) && x >= 0 && end >= 0 && end < Infinity &&
      (x === 0 ? t === 0 : t > 0 && isWithinAge(t, end));
    if (!possible) {
      throw new RangeError(`${doing}: customer ${i} cannot have x = ${x}, t_x = ${t}, T = ${end}.`);
    }
  }
  if (repeatFrequency.every((x) => x === 0)) {
    throw new NotEnoughDataError("no customer bought on two days.");
  }
}

/**
 * Counts how many customers share each history, in order of frequency and then of first occurrence,
 * and divides times by their mean age.
 *
 * Days and weeks are few, so a likelihood over distinct histories takes a fraction of the time; and
 * times of about 1 keep parameters near the start of a search.
 *
 * @returns The distinct histories with their numbers of customers, and the unit: the mean age.
 */
export function distinctHistories(
  { repeatFrequency, lastPurchaseAge, age }: PurchaseTimes,
): { histories: Required<PurchaseTimes>; unit: number } {
  const n = age.length;
  const unit = mean(age) || 1;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * n + 1))).fill(-1);
  const mask = slots.length - 1;
  const customers = new Float64Array(n);
  const first = new Int32Array(n);
  let found = 0;
  for (let i = 0; i < n; i++) {
    let slot = hash(repeatFrequency[i], lastPurchaseAge[i], age[i]) & mask;
    for (;; slot = (slot + 1) & mask) {
      const known = slots[slot];
      if (known < 0) {
        first[found] = i;
        customers[found] = 1;
        slots[slot] = found++;
        break;
      }
      const other = first[known];
      if (
        age[other] === age[i] && lastPurchaseAge[other] === lastPurchaseAge[i] &&
        repeatFrequency[other] === repeatFrequency[i]
      ) {
        customers[known]++;
        break;
      }
    }
  }
  // In order of frequency, so that what depends on it alone is computed once for all who share it.
  const order = Int32Array.from(first.subarray(0, found), (_, slot) => slot)
    .sort((a, b) => repeatFrequency[first[a]] - repeatFrequency[first[b]] || a - b);
  const drawn = (values: Float64Array, by: number) =>
    Float64Array.from(order, (slot) => values[first[slot]] / by);
  return {
    unit,
    histories: {
      repeatFrequency: drawn(repeatFrequency, 1),
      lastPurchaseAge: drawn(lastPurchaseAge, unit),
      age: drawn(age, unit),
      customers: Float64Array.from(order, (slot) => customers[slot]),
    },
  };
}

/** Mixes three numbers; times in days or weeks differ in more than 1/1024 of them. */
function hash(x: number, t: number, end: number): number {
  const mixed = Math.imul(x | 0, 0x9e3779b1) ^ Math.imul(t * 1024 | 0, 0x85ebca6b) ^
    Math.imul(end * 1024 | 0, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
