import { decimalOf } from "../../../frames/exact_product.ts";

/**
 * Shares an amount among parts: exact in cents, what remains goes to the first part.
 *
 * @param plain The amount as programming languages write it.
 * @param pieces How many shares each part has; at least one part.
 * @returns One amount per part, with as many decimals as the amount has, two at least.
 */
export function shareAmount(plain: string, pieces: readonly number[]): string[] {
  const { digits, exponent } = decimalOf(plain);
  const decimals = Math.max(2, -exponent);
  const units = digits * 10n ** BigInt(decimals + exponent);
  const all = BigInt(pieces.reduce((sum, count) => sum + count, 0));
  const shares = pieces.map((count) => units * BigInt(count) / all);
  shares[0] += units - shares.reduce((sum, share) => sum + share, 0n);
  return shares.map((share) => decimalText(share, decimals));
}

function decimalText(units: bigint, decimals: number): string {
  const text = `${units < 0n ? -units : units}`.padStart(decimals + 1, "0");
  return `${units < 0n ? "-" : ""}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/**
 * Writes an amount in the way in which another one is written: its mark before the decimals, its signs
 * of a currency, its brackets around what is negative.
 *
 * @param amount An amount as programming languages write it.
 * @param raw The other amount as it stands in a file.
 * @param plain The same, as programming languages write it.
 * @returns The first amount, written as the second.
 */
export function writtenLike(amount: string, raw: string, plain: string): string {
  const digits = /\d[\d.,' \u00a0\u202f]*\d|\d/.exec(raw);
  if (!digits) return amount;
  const [, decimals = ""] = plain.split(".");
  const hasComma = decimals !== "" && digits[0].endsWith(`,${decimals}`);
  const size = amount.replace("-", "").replace(".", hasComma ? "," : ".");
  const before = raw.slice(0, digits.index), behind = raw.slice(digits.index + digits[0].length);
  return `${before}${size}${behind}`;
}
