import { formatNumber, formatPercent, formatShort } from "./format.ts";

/** What stands below a chart that has nothing to show. */
export const NO_DATA = "There is not enough data for this figure.";

/**
 * Writes an amount of money, with the currency where the caller named one.
 *
 * @param value Amount; a missing or non-finite one is written as a dash.
 * @param currency A sign such as "£" (written before) or a code such as "EUR" (written after).
 * @returns The amount without decimals.
 *
 * @example
 * ```ts
 * import { formatMoney } from "./sentences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatMoney(1234.5), "1,235");
 * assertEquals(formatMoney(1234.5, "£"), "£1,235");
 * assertEquals(formatMoney(1234.5, "EUR"), "1,235\u00a0EUR");
 * ```
 */
export function formatMoney(value: number | null | undefined, currency?: string): string {
  return withCurrency(formatNumber(value), currency);
}

/**
 * Writes an amount of money shortly, as a key figure.
 *
 * @param value Amount; a missing or non-finite one is written as a dash.
 * @param currency A sign such as "£" (written before) or a code such as "EUR" (written after).
 * @returns Three significant digits and K, M or B.
 *
 * @example
 * ```ts
 * import { formatMoneyShort } from "./sentences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatMoneyShort(8887208.894, "£"), "£8.89M");
 * ```
 */
export function formatMoneyShort(value: number | null | undefined, currency?: string): string {
  return withCurrency(formatShort(value), currency);
}

function withCurrency(text: string, currency?: string): string {
  if (currency === undefined || currency === "" || text === "–") return text;
  if (/[a-z]/i.test(currency)) return `${text}\u00a0${currency}`;
  return text.startsWith("\u2212") ? `\u2212${currency}${text.slice(1)}` : `${currency}${text}`;
}

/**
 * Counts things in words, in singular or plural.
 *
 * @param value How many.
 * @param one The word for one of them.
 * @param many The word for several. Default: `one` with an s.
 * @returns Number and word.
 *
 * @example
 * ```ts
 * import { countOf } from "./sentences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([countOf(1, "customer"), countOf(4338, "customer")], ["1 customer", "4,338 customers"]);
 * ```
 */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/**
 * Joins parts of a sentence as English does.
 *
 * @param parts Words or phrases.
 * @returns "a", "a and b" or "a, b and c".
 *
 * @example
 * ```ts
 * import { joinWords } from "./sentences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(joinWords(["a", "b", "c"]), "a, b and c");
 * ```
 */
export function joinWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts[parts.length - 1]}`;
}

/**
 * Begins a sentence: the first letter in capitals.
 *
 * @param text Any text.
 * @returns The text with its first letter in capitals.
 *
 * @example
 * ```ts
 * import { capitalise } from "./sentences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(capitalise("random forest"), "Random forest");
 * ```
 */
export function capitalise(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/**
 * Writes the distance between two shares in percentage points.
 *
 * @param difference Difference of two shares, its sign is left out.
 * @returns Points with one digit.
 *
 * @example
 * ```ts
 * import { formatPoints } from "./sentences.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatPoints(-0.042), "4.2 percentage points");
 * ```
 */
export function formatPoints(difference: number): string {
  return `${formatPercent(Math.abs(difference), 1).slice(0, -2)} percentage points`;
}
