const NOTHING = "–";
/** A space where no line may break, between a number and its unit. */
const NO_BREAK = "\u00a0";

/** The sign of negative numbers: as wide as a digit, and never broken off. */
const MINUS = "\u2212";

function isNumber(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/**
 * Writes a number with thousands separators and a fixed number of digits after the point.
 *
 * @param value Any number; a missing or non-finite one is written as a dash.
 * @param digits Digits after the point, 0 by default.
 * @returns The number in British notation.
 *
 * @example
 * ```ts
 * import { formatNumber } from "./format.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatNumber(8887208.894), "8,887,209");
 * assertEquals(formatNumber(0.74021, 3), "0.740");
 * assertEquals(formatNumber(NaN), "–");
 * ```
 */
export function formatNumber(value: number | null | undefined, digits = 0): string {
  if (!isNumber(value)) return NOTHING;
  const text = new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
  if (/^-0(\.0*)?$/.test(text)) return text.slice(1);
  return text.replace("-", MINUS);
}

/**
 * Writes a number shortly, for axes and labels: three significant digits and K, M or B.
 *
 * @param value Any number; a missing or non-finite one is written as a dash.
 * @returns Short text; whole numbers below 1,000 stay as they are.
 *
 * @example
 * ```ts
 * import { formatShort } from "./format.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals([1234567, 15400, 999.6, 42, 3.14159, 0].map(formatShort), [
 *   "1.23M", "15.4K", "1K", "42", "3.14", "0",
 * ]);
 * ```
 */
export function formatShort(value: number | null | undefined): string {
  if (!isNumber(value)) return NOTHING;
  // Rounded first, so that 999.6 becomes 1K and not 1000.
  const rounded = Number(value.toPrecision(3));
  const size = Math.abs(rounded);
  const [divisor, unit] = size >= 1e9
    ? [1e9, "B"]
    : size >= 1e6
    ? [1e6, "M"]
    : size >= 1e3
    ? [1e3, "K"]
    : [1, ""];
  const text = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 })
    .format(rounded / divisor);
  return `${text === "-0" ? "0" : text.replace("-", MINUS)}${unit}`;
}

/**
 * Writes a share between 0 and 1 as a percentage.
 *
 * @param share A share, 1 being the whole; a missing or non-finite one is written as a dash.
 * @param digits Digits after the point, 0 by default.
 * @returns Percentage with a no-break space before the sign; what would round to nothing is "<1 %".
 *
 * @example
 * ```ts
 * import { formatPercent } from "./format.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatPercent(0.45), "45\u00a0%");
 * assertEquals(formatPercent(0.74623, 1), "74.6\u00a0%");
 * assertEquals(formatPercent(0.0001, 1), "<0.1\u00a0%");
 * assertEquals(formatPercent(null), "–");
 * ```
 */
export function formatPercent(share: number | null | undefined, digits = 0): string {
  if (!isNumber(share)) return NOTHING;
  const smallest = 10 ** -digits;
  // A few among many are not none.
  const few = share > 0 && share * 100 < smallest / 2;
  const text = few ? `<${formatNumber(smallest, digits)}` : formatNumber(share * 100, digits);
  return `${text}${NO_BREAK}%`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Writes a calendar month such as `2011-11` in words.
 *
 * @param month Year and month as `YYYY-MM`; anything else is returned unchanged.
 * @returns Short month name and year.
 *
 * @example
 * ```ts
 * import { formatMonth } from "./format.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatMonth("2011-11"), "Nov 2011");
 * ```
 */
export function formatMonth(month: string): string {
  const parts = /^(\d{4})-(\d{2})/.exec(month);
  const name = parts ? MONTHS[Number(parts[2]) - 1] : undefined;
  return parts && name ? `${name} ${parts[1]}` : month;
}

/**
 * Writes an ISO date such as `2011-12-10` in words.
 *
 * @param date Year, month and day as `YYYY-MM-DD`, with anything after it ignored; other text is
 * returned unchanged.
 * @returns Day, month name and year.
 *
 * @example
 * ```ts
 * import { formatDate } from "./format.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatDate("2011-12-09"), "9 Dec 2011");
 * ```
 */
export function formatDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  const name = parts ? MONTHS[Number(parts[2]) - 1] : undefined;
  return parts && name ? `${Number(parts[3])} ${name} ${parts[1]}` : date;
}

const PROPER: Record<string, string> = {
  bg_nbd: "BG/NBD",
  nbd: "NBD",
  beta_geo_nbd: "BG/NBD",
  modified_beta_geo_nbd: "MBG/NBD",
  pareto_nbd: "Pareto/NBD",
};
const ACRONYMS: Record<string, string> = {
  rfm: "RFM",
  id: "id",
  pca: "PCA",
  rbf: "RBF",
  ease: "EASE",
  ndcg: "NDCG",
  map: "MAP",
  mae: "MAE",
  rmse: "RMSE",
  bic: "BIC",
};

/**
 * Turns a name of code (`random_forest`) into words of a sentence (`random forest`).
 *
 * @param name Name in snake_case or with dashes.
 * @returns The words separated by spaces, abbreviations in capitals.
 *
 * @example
 * ```ts
 * import { formatName } from "./format.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(formatName("random_forest"), "random forest");
 * ```
 */
export function formatName(name: string): string {
  return PROPER[name] ?? name.split("_").map((word) => ACRONYMS[word] ?? word).join(" ").trim();
}

/**
 * Cuts a label that is too long for its place, ending it with an ellipsis.
 *
 * @param text Any text.
 * @param length Largest number of characters to keep, at least 1.
 * @returns The text, or its beginning with "…".
 *
 * @example
 * ```ts
 * import { shorten } from "./format.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(shorten("WHITE HANGING HEART T-LIGHT HOLDER", 14), "WHITE HANGING…");
 * ```
 */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters.slice(0, length - 1).join("").trimEnd()}…`;
}
