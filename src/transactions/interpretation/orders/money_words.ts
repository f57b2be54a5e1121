import type { CodedTexts } from "../../../frames/coded.ts";
import { currencySign, inCurrency } from "../../../words/money.ts";
import { formatNumber } from "../../../words/numbers.ts";

/** In what the amounts of a table are, for sentences about them. */
export interface AmountUnit {
  /** Sign or code of the only currency, where it is known. */
  readonly unit?: string;
  /** Whether there are several currencies, which are never added. */
  readonly isMixed?: boolean;
}

/**
 * In what the amounts of a table are.
 *
 * @param currency The currency of each line, empty where it says none.
 * @param asked The currency that the caller names.
 * @returns See {@linkcode AmountUnit}.
 */
export function amountUnit(currency: CodedTexts | undefined, asked?: string): AmountUnit {
  const used = new Set<string>();
  currency?.codes.forEach((code) => used.add(currency.values[code]));
  used.delete("");
  if (used.size > 1) return { isMixed: true };
  const [only = asked] = used;
  return only === undefined ? {} : { unit: currencySign(only) };
}

/**
 * Writes an amount to the cent, with its currency; amounts of several currencies have no sum.
 *
 * @param millionths Whole millionths.
 */
export function moneyInWords(millionths: number, { unit, isMixed = false }: AmountUnit): string {
  return isMixed ? "several currencies" : inCurrency(formatNumber(millionths / 1e6, 2), unit);
}
