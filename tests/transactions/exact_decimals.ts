/**
 * Money by whole numbers alone, in the plainest way, to hold the product's against: decimal texts
 * are fractions of BigInts, and nothing is ever a floating-point number.
 */
import { assert } from "@std/assert";
import fc from "fast-check";

/** The largest amount that is counted, in millionths. */
const LARGEST = 8_000_000_000_000_000n;

/** Texts of finite numbers of every size: as a double is written, and with many digits. */
export const anyNumber: fc.Arbitrary<string> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.integer({ min: -324, max: 308 }), fc.integer({ min: -99, max: 99 }))
    .map(([power, digits]) => `${digits / 10}e${power}`)
    .filter((text) => Number.isFinite(Number(text))),
  fc.tuple(fc.integer({ min: -12, max: 9 }), fc.integer({ min: 1, max: 999 }))
    .map(([power, digits]) => `${digits / 100}e${power}`),
  fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 8n }), fc.bigInt({ min: 0n, max: 10n ** 24n }))
    .map(([whole, decimals]) => `${whole}.${decimals}`),
  fc.tuple(fc.integer({ min: -99, max: 999 }), fc.integer({ min: 0, max: 99 }))
    .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, "0")}`),
  fc.constantFrom("1e308", "1e160", "-1e160", "1e-300", "2e-7", "9999999.999999", "0.0000025"),
);

/**
 * Quantity × price in whole millionths, rounded half to even.
 *
 * @param quantity A decimal text.
 * @param price A decimal text.
 * @returns A whole number; `Infinity` for a product that cannot be counted.
 */
export function productOf(quantity: string, price: string): number {
  const [a, b] = [quantity, price].map(fractionOf);
  const [over, under] = [a[0] * b[0] * 1_000_000n, a[1] * b[1]];
  if (over === 0n) return 0;
  const size = over < 0n ? -over : over;
  let millionths = size / under;
  const twice = 2n * (size % under);
  if (twice > under || (twice === under && millionths % 2n === 1n)) millionths++;
  if (millionths === 0n || millionths > LARGEST) return Infinity;
  return Number(over < 0n ? -millionths : millionths);
}

/**
 * Asserts that a number is a sum of millionths: to the last digit below 2^53 of them, above to the
 * digits that a number can hold.
 */
export function assertAmount(amount: number, millionths: bigint, what = ""): void {
  const size = millionths < 0n ? -millionths : millionths;
  const nearest = Number(`${size / 1_000_000n}.${String(size % 1_000_000n).padStart(6, "0")}`);
  const difference = Math.abs(Math.abs(amount) - nearest);
  assert(amount === 0 || amount < 0 === millionths < 0n, what);
  assert(difference <= (size < 2n ** 53n ? 0 : nearest * 2 ** -52), `${what} ${amount} ${nearest}`);
}

/** Numerator and denominator; a number too small for a double is read as 0. */
function fractionOf(text: string): [bigint, bigint] {
  if (Number(text) === 0) return [0n, 1n];
  const [mantissa, power = "0"] = text.toLowerCase().split("e");
  const [whole, decimals = ""] = mantissa.split(".");
  const exponent = Number(power) - decimals.length;
  const digits = BigInt((whole + decimals).replace(/^([+-]?)$/, "$10").replace("+", "") || "0");
  return exponent >= 0
    ? [digits * 10n ** BigInt(exponent), 1n]
    : [digits, 10n ** BigInt(-exponent)];
}
