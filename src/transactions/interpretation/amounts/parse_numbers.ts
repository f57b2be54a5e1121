import { InputError } from "../../../frames/errors.ts";
import { plainAmount, withoutCurrency } from "./money_texts.ts";

/** Which character stands before the decimals: `1,234.5` or `1.234,5`. */
export type DecimalMark = "point" | "comma";

/** Options of {@linkcode plainNumbers}. */
export interface ParseNumbersOptions {
  /** Needed only where the numbers themselves do not tell. */
  readonly decimalMark?: DecimalMark;
  /** The numbers' source, for messages. */
  readonly source?: string;
  /** Shows a text and its place, for messages. */
  readonly shown?: (position: number) => string;
}

const PLAIN = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** Thousands: groups of three, or as in India of two above the last three. */
const GROUPED = {
  ".": /^[1-9]\d{0,2}(?:\.\d{3})+(?![\d.e])/i,
  ",": /^[1-9]\d{0,2}(?:,\d{3})+(?![\d,e])|^[1-9]\d?(?:,\d{2})+,\d{3}(?![\d,e])/i,
};
/** Thousands that no other country takes for decimals: `1 234`, `1'234`. */
const SPACED = /^\d{1,3}(?:[ ']\d{3})+(?=$|[.,])/;

/**
 * Numbers as people write them, every one a text with all its digits, written as
 * programming languages write it: with thousands separators, decimal commas, currencies.
 *
 * A negative number has a minus before or after it (any dash), or stands in parentheses; a leading
 * apostrophe, which spreadsheets write, is left out. Thousands are separated by points, commas, spaces
 * or apostrophes, in groups of three or as in India. `120.-` has no decimals.
 *
 * Whether a comma or a point stands before the decimals is decided on all texts together: a text
 * with both, or with a mark that cannot separate thousands, proves it. Where `1,234` or `1.234` could be
 * either and nothing proves it, the caller must say it; it is never guessed.
 *
 * @param texts Distinct texts of the numeric columns of one file.
 * @returns One text of a finite number per text, empty where a text is none.
 * @throws {InputError} If the decimal mark is ambiguous or contradictory.
 */
export function plainNumbers(
  texts: readonly string[],
  options: ParseNumbersOptions = {},
): string[] {
  const bare = texts.map(signedDigits);
  const { source = "The file", shown = (position) => `"${texts[position].trim()}"` } = options;
  const mark = options.decimalMark ?? provenMark(bare, shown, source);
  return bare.map((text) => withPoint(text, mark));
}

/** As {@linkcode plainNumbers}, as numbers; NaN where a text is none. */
export function parseNumbers(
  texts: readonly string[],
  options: ParseNumbersOptions = {},
): Float64Array {
  return Float64Array.from(
    plainNumbers(texts, options),
    (text) => text === "" ? NaN : Number(text),
  );
}

/**
 * Whether a text is a dash in place of a number, with a currency or without.
 *
 * @param text Any text.
 * @returns `"currency"` for `$-`, `"alone"` for `-`.
 */
export function dashOf(text: string): "currency" | "alone" | undefined {
  const plain = plainAmount(text);
  if (/^-{1,2}$/.test(plain)) return "alone";
  if (!plain.includes("-") || /\d/.test(plain)) return undefined;
  const { amount, currency } = withoutCurrency(plain.replace(/^\((.*)\)$/, "$1"));
  return currency !== undefined && /^ ?-{1,2} ?$/.test(amount) ? "currency" : undefined;
}

/**
 * Whether an amount is in parentheses, as accountants write negative ones, or has a currency.
 *
 * @param text Any text.
 * @returns Yes or no.
 */
export function isAccounting(text: string): boolean {
  if (/^[-+]?[\d.,]*$/.test(text) || !/\d/.test(text)) return false;
  const plain = plainAmount(text);
  return /\(.*\d.*\)/.test(plain) || withoutCurrency(plain).currency !== undefined;
}

/** The sign, digits and marks of a number, such as `-1.234,5`; empty where it cannot be one. */
function signedDigits(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  let plain = plainAmount(text), isNegative = false;
  const formula = /^="?([^"]*)"?$/.exec(plain);
  if (formula) plain = plainAmount(formula[1]);
  for (let layer = 0; layer < 2; layer++) { // ($5) and $(5)
    const inside = /^\((.*)\)$/.exec(plain);
    if (inside) {
      if (isNegative || /^[-+]|-$/.test(inside[1].trim())) return "";
      [plain, isNegative] = [inside[1].trim(), true];
    }
    plain = withoutCurrency(plain).amount.trim();
  }
  const whole = plain.replace(/(?<=\d[.,])-{1,2}$/, "0").replace(/(?<=\d):-$/, "");
  const [, sign, number, after] = /^([-+]?) ?(.*?) ?(-?)$/s.exec(whole)!;
  if ([sign !== "", after !== "", isNegative].filter(Boolean).length > 1) return "";
  const digits = SPACED.test(number)
    ? number.replace(SPACED, (thousands) => thousands.replace(/[ ']/g, ""))
    : number;
  if (!/^[\d.,]+(e[+-]?\d+)?$/i.test(digits)) return "";
  return (sign === "-" || after !== "" || isNegative ? "-" : "") + digits;
}

/** As programming languages write it, or empty. */
function withPoint(text: string, mark: DecimalMark): string {
  const [sign, number] = text.startsWith("-") ? ["-", text.slice(1)] : ["", text];
  const separator = mark === "point" ? "," : ".";
  const digits = GROUPED[separator].test(number) ? number.replaceAll(separator, "") : number;
  if (digits.includes(separator)) return "";
  const pointed = sign + digits.replace(",", ".");
  return PLAIN.test(pointed) && Number.isFinite(Number(pointed)) ? pointed : "";
}

function provenMark(
  texts: readonly string[],
  shown: (position: number) => string,
  source: string,
): DecimalMark {
  const first: Partial<Record<DecimalMark | "either", number>> = {};
  texts.forEach((text, i) => {
    const proof = markOf(text);
    if (proof !== undefined) first[proof] ??= i;
  });
  const { point, comma, either } = first;
  if (point !== undefined && comma !== undefined) {
    throw new InputError(
      `${source} mixes decimal points (${shown(point)}) and decimal commas (${shown(comma)}): ` +
        `write all numbers in one way.`,
    );
  }
  if (either !== undefined && point === undefined && comma === undefined) {
    throw new InputError(
      `${source} has numbers such as ${shown(either)}, whose mark could separate thousands or ` +
        `decimals: say --decimal-mark point or comma.`,
    );
  }
  return comma === undefined ? "point" : "comma";
}

/** What one text proves of the decimal mark; `either` where it could be thousands or decimals. */
export function markOf(text: string): DecimalMark | "either" | undefined {
  if (!/[.,]/.test(text)) return undefined;
  const isPoint = withPoint(text, "point") !== "", isComma = withPoint(text, "comma") !== "";
  if (isPoint === isComma) return isPoint ? "either" : undefined;
  return isPoint ? "point" : "comma";
}
