import { formatNumber, formatShort } from "./numbers.ts";

/**
 * Writes an amount of money, with the currency where the caller named one.
 *
 * @param value Amount; a missing or non-finite one is written as a dash.
 * @param currency A sign such as "£" (written before) or a code such as "EUR" (written after).
 */
export function formatMoney(value: number | null | undefined, currency?: string): string {
  return inCurrency(formatNumber(value), currency);
}

/**
 * Writes an amount of money shortly, as a key figure.
 *
 * @param value Amount; a missing or non-finite one is written as a dash.
 * @param currency A sign such as "£" (written before) or a code such as "EUR" (written after).
 */
export function formatMoneyShort(value: number | null | undefined, currency?: string): string {
  return inCurrency(formatShort(value), currency);
}

/**
 * Puts the currency to an amount that is already written.
 *
 * @param currency A sign such as "£" (written before) or a code such as "EUR" (written after).
 * @returns The amount with its currency; unchanged without one.
 */
export function inCurrency(text: string, currency?: string): string {
  if (currency === undefined || currency === "" || text === "–") return text;
  if (/[a-z]/i.test(currency)) return `${text}\u00a0${currency}`;
  return text.startsWith("\u2212") ? `\u2212${currency}${text.slice(1)}` : `${currency}${text}`;
}

/**
 * The sign of a currency.
 *
 * @param currency A code such as GBP, or a sign.
 * @returns The sign of a code that has one, such as £ or US$; otherwise what was given.
 */
export function currencySign(currency: string): string {
  if (!/^[a-z]{3}$/i.test(currency)) return currency;
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return format.formatToParts(0).find(({ type }) => type === "currency")!.value;
}

/**
 * Names the currency behind the label of an axis or a column.
 *
 * @param currency Sign or code of the currency, if it is known.
 * @returns The label, with the currency in brackets if there is one.
 */
export function inUnit(label: string, currency?: string): string {
  return currency ? `${label} (${currency})` : label;
}
