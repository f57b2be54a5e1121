import { LARGEST_AMOUNT } from "./money.ts";

/** A number, and the decimal text that it was read from. */
export interface Written {
  readonly value: number;
  /** As programming languages write it, such as `-12.5e3`. */
  readonly text: string;
}

/** The number 1. */
export const ONE: Written = { value: 1, text: "1" };

/** The product of two floating-point numbers × 10^6 errs by less than this share of itself … */
const RELATIVE_ERROR = 2 ** -50;
/** … and by less than this, where a factor is too small for its usual digits. */
const ABSOLUTE_ERROR = 1e-9;

/**
 * Multiplies two decimals exactly and counts the nearest whole number of millionths, half to even.
 *
 * Floating-point numbers decide nearly always: only where their possible error reaches across the
 * middle between two millionths, the texts are multiplied digit by digit.
 *
 * @param a A factor; NaN where it cannot be read.
 * @returns A whole number of millionths; NaN where a factor is; `Infinity` where there is a product and it cannot be
 * counted, as it is below half a millionth or above `LARGEST_AMOUNT` in size.
 */
export function exactProduct(a: Written, b: Written): number {
  const product = a.value * b.value * 1e6;
  if (Number.isNaN(product)) return NaN;
  if (a.value === 0 || b.value === 0) return 0;
  if (Math.abs(product) > 2e6 * LARGEST_AMOUNT) return Infinity;
  const nearest = Math.round(product);
  const error = Math.abs(product) * RELATIVE_ERROR + ABSOLUTE_ERROR;
  const isCertain = Math.abs(product - nearest) + error < 0.5;
  const millionths = isCertain ? nearest : productOfDigits(a.text, b.text);
  const isCounted = millionths !== 0 && Math.abs(millionths) <= 1e6 * LARGEST_AMOUNT;
  return isCounted ? millionths : Infinity;
}

function productOfDigits(a: string, b: string): number {
  const one = decimalOf(a), other = decimalOf(b);
  const digits = one.digits * other.digits, exponent = one.exponent + other.exponent + 6;
  return Number(
    exponent >= 0
      ? digits * 10n ** BigInt(exponent)
      : roundedQuotient(digits, 10n ** BigInt(-exponent)),
  );
}

/** Takes a decimal text apart: the number is `digits × 10^exponent`. */
export function decimalOf(text: string): { readonly digits: bigint; readonly exponent: number } {
  const [, sign, whole, decimals = "", power = "0"] = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i
    .exec(text)!;
  const digits = BigInt(whole + decimals);
  return {
    digits: sign === "-" ? -digits : digits,
    exponent: Number(power) - decimals.length,
  };
}

/** Divides whole numbers and rounds to the nearest whole number, half to even. */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor; // towards zero
  const twice = 2n * (dividend - quotient * divisor), size = twice < 0n ? -twice : twice;
  const isAway = size > divisor || (size === divisor && quotient % 2n !== 0n);
  return isAway ? quotient + (dividend < 0n ? -1n : 1n) : quotient;
}
