/** Currencies by ISO 4217 code that shops' files name. */
const CODES: ReadonlySet<string> = new Set(
  ("AED ARS AUD BAM BDT BGN BHD BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DOP EGP EUR GBP GEL GHS GTQ HKD " +
    "HRK HUF IDR ILS INR ISK JOD JPY KES KRW KWD KZT LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN " +
    "PYG QAR RMB RON RSD RUB SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU UZS VND XAF XOF ZAR")
    .split(" "),
);

/**
 * Signs and names of currencies, in lower case, with the codes that they can stand for; one of several
 * currencies is meant only where a text of the column names it.
 */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  "$": ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP"],
  "us$": ["USD"],
  "$us": ["USD"],
  "usd$": ["USD"],
  "c$": ["CAD"],
  "$ca": ["CAD"],
  "ca$": ["CAD"],
  "cad$": ["CAD"],
  "a$": ["AUD"],
  "au$": ["AUD"],
  "$au": ["AUD"],
  "nz$": ["NZD"],
  "$nz": ["NZD"],
  "hk$": ["HKD"],
  "$hk": ["HKD"],
  "s$": ["SGD"],
  "$sg": ["SGD"],
  "nt$": ["TWD"],
  "mx$": ["MXN"],
  "mex$": ["MXN"],
  "$mx": ["MXN"],
  "r$": ["BRL"],
  "br$": ["BRL"],
  "€": ["EUR"],
  "euro": ["EUR"],
  "euros": ["EUR"],
  "£": ["GBP"],
  "gb£": ["GBP"],
  "£gb": ["GBP"],
  "¥": ["JPY", "CNY"],
  "jp¥": ["JPY"],
  "cn¥": ["CNY"],
  "￥": ["JPY", "CNY"],
  "円": ["JPY"],
  "元": ["CNY"],
  "rmb": ["CNY"],
  "₹": ["INR"],
  "rs": ["INR", "PKR", "LKR", "NPR"],
  "rs.": ["INR", "PKR", "LKR", "NPR"],
  "fr.": ["CHF"],
  "sfr.": ["CHF"],
  "kr": ["SEK", "NOK", "DKK", "ISK"],
  "kr.": ["SEK", "NOK", "DKK", "ISK"],
  "skr": ["SEK"],
  "nkr": ["NOK"],
  "dkr": ["DKK"],
  "zł": ["PLN"],
  "kč": ["CZK"],
  "ft": ["HUF"],
  "lei": ["RON"],
  "лв": ["BGN"],
  "₽": ["RUB"],
  "руб": ["RUB"],
  "руб.": ["RUB"],
  "₴": ["UAH"],
  "₺": ["TRY"],
  "tl": ["TRY"],
  "₩": ["KRW"],
  "₫": ["VND"],
  "฿": ["THB"],
  "₪": ["ILS"],
  "₱": ["PHP"],
  "₦": ["NGN"],
  "rp": ["IDR"],
  "rm": ["MYR"],
  "s/": ["PEN"],
  "s/.": ["PEN"],
  "r": ["ZAR"],
};

/** Letters, signs and points that could be a currency, before and after an amount. */
const BEFORE = /^(\p{L}{0,3}\p{Sc}|\p{Sc} ?\p{L}{2}|\p{L}+\/?\.?)\s*(?=[-+\d.,(]|$)/u;
const AFTER = /(?<=[\d.,)-])\s*(\p{L}{0,3}\p{Sc}|\p{Sc} ?\p{L}{2}|\p{L}+\/?\.?)$/u;

/** An amount with its currency taken off. */
export interface MoneyText {
  readonly amount: string;
  /** As it is written, such as "€" or "EUR"; absent where there is none. */
  readonly currency?: string;
}

/**
 * Takes the currency off an amount, whether before, after, or behind a sign (`-$5`).
 *
 * @param text A trimmed text.
 * @returns The rest, and the currency. A word that is no currency stays, so that the rest is no number.
 */
export function withoutCurrency(text: string): MoneyText {
  if (/^[\d.,+\-() ]*$/.test(text)) return { amount: text };
  const [, sign, rest] = /^([-+]?\s*)(.*)$/s.exec(text)!;
  const before = BEFORE.exec(rest);
  if (before && isCurrency(before[1])) {
    const inner = rest.slice(before[0].length), second = AFTER.exec(inner); // "$5.00 USD"
    const named = second && isCurrency(second[1]) ? second[1] : undefined;
    return {
      amount: sign + (named === undefined ? inner : inner.slice(0, second!.index)),
      currency: named ?? before[1],
    };
  }
  const after = AFTER.exec(rest);
  if (after && isCurrency(after[1])) {
    return { amount: sign + rest.slice(0, after.index), currency: after[1] };
  }
  return { amount: text };
}

/**
 * Tells which currencies the amounts of a column name, by sign or code.
 *
 * @param texts Distinct texts of amounts.
 * @returns The ISO code of each with the first text that names it. A sign that several currencies share
 * is that one of them which the column names elsewhere; where it names none, or more than one, the sign
 * itself stands for it (`$`, `¥`, `kr`, `Rs`).
 *
 * @example
 * ```ts
 * import { currenciesIn } from "./money_texts.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([...currenciesIn(["€ 3", "5 EUR", "R$ 12.00"])], [["EUR", "€ 3"], ["BRL", "R$ 12.00"]]);
 * assertEquals([...currenciesIn(["$3", "80.00 CAD"]).keys()], ["CAD"]);
 * assertEquals([...currenciesIn(["$3", "7"]).keys()], ["$"]);
 * ```
 */
export function currenciesIn(texts: readonly string[]): Map<string, string> {
  const found = texts.flatMap((text) => {
    const { currency } = withoutCurrency(bareAmount(text));
    return currency === undefined ? [] : [{ text, currency, codes: codesOf(currency) }];
  });
  const named = new Set(found.flatMap(({ codes }) => codes.length === 1 ? codes : []));
  const currencies = new Map<string, string>();
  for (const { text, currency, codes } of found) {
    const meant = codes.length === 1 ? codes : codes.filter((code) => named.has(code));
    const key = meant.length === 1 ? meant[0] : plainSign(currency);
    if (!currencies.has(key)) currencies.set(key, text);
  }
  return currencies;
}

/**
 * The ISO code that a currency column names.
 *
 * @param text A code in any case, or a sign.
 * @returns The code; a sign that several currencies share as it is; `undefined` where it is neither.
 */
export function currencyCode(text: string): string | undefined {
  const trimmed = text.trim();
  if (!isCurrency(trimmed)) {
    return /^[A-Za-z]{3}$/.test(trimmed) ? trimmed.toUpperCase() : undefined;
  }
  const codes = codesOf(trimmed);
  return codes.length === 1 ? codes[0] : plainSign(trimmed);
}

/**
 * An amount without the marks that spreadsheets and accountants put around it: a leading apostrophe,
 * parentheses; and with plain spaces and dashes.
 *
 * @param text Any text.
 * @returns What remains.
 */
export function bareAmount(text: string): string {
  return plainAmount(text).replace(/^([^\d(]*)\((.*)\)([^\d)]*)$/, "$1$2$3").trim();
}

/**
 * The same text with plain spaces, dashes and apostrophes, without those at the beginning.
 *
 * @param text Any text.
 * @returns What can be compared.
 */
export function plainAmount(text: string): string {
  return text.replace(/[\s\u2007\u2060\ufeff]+/g, " ").replace(
    /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g,
    "-",
  )
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'").replace(/^[ ']*/, "").trimEnd();
}

function codesOf(currency: string): readonly string[] {
  const sign = signOf(currency);
  return Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : [currency.toUpperCase()];
}

function isCurrency(text: string): boolean {
  return Object.hasOwn(SIGNS, signOf(text)) || CODES.has(text.toUpperCase());
}

/** `$ US` is `$us`. */
function signOf(text: string): string {
  return text.toLowerCase().replace(" ", "");
}

function plainSign(sign: string): string {
  return sign.replace(/\.$/, "").replace("￥", "¥");
}
