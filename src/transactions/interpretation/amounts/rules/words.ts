import { countOf, formatNumber } from "../../../../words/numbers.ts";
import { joinWords, plainLine } from "../../../../words/sentences.ts";
import type { Explanation } from "../explanations.ts";

/** An amount with two decimals. */
export function money(amount: number): string {
  return formatNumber(amount, 2);
}

/** A share in percent, "100 %" only where it is all. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const share = 100 * part / whole;
  const rounded = share.toFixed(share >= 99.95 || share < 0.05 ? 0 : 1).replace(/\.0$/, "");
  return rounded === "100" && part < whole ? "99.9 %" : `${rounded} %`;
}

/** Column names in quotes: `"Shipping" and "Tax"`. */
export function quoted(headers: readonly string[]): string {
  return joinWords(headers.map((header) => `"${plainLine(header)}"`));
}

/** What an explanation takes off and puts on: ` less "Discount" with "Shipping" and "Tax"`. */
export function changes({ discounts, charges }: Explanation): string {
  return (discounts.length > 0 ? ` less ${quoted(discounts)}` : "") +
    (charges.length > 0 ? ` with ${quoted(charges)}` : "");
}

/** How many totals an explanation explains: "19 of 20 orders". */
export function share({ agree, all, of }: Explanation): string {
  return `${formatNumber(agree)} of ${countOf(all, of)}`;
}

/** The same as a reason. */
export function inWords(why: Explanation): string {
  return `the totals of ${share(why)} agree`;
}
