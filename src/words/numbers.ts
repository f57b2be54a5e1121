/** Sign for a missing number. */
export const UNKNOWN = "–";
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
 */
export function formatNumber(value: number | null | undefined, digits = 0): string {
  if (!isNumber(value)) return UNKNOWN;
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
 */
export function formatShort(value: number | null | undefined): string {
  if (!isNumber(value)) return UNKNOWN;
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
 * Writes a number with no more digits than it needs.
 *
 * @param value Any number; a missing or non-finite one is written as a dash.
 * @param digits Digits after the point at most; default 1 below 10, otherwise 0.
 */
export function formatRounded(
  value: number | null | undefined,
  digits: number = Math.abs(value ?? 0) < 10 ? 1 : 0,
): string {
  return formatNumber(isNumber(value) ? value : NaN, digits).replace(/(\.\d*?)0+$/, "$1").replace(
    /\.$/,
    "",
  );
}

/** Writes how many times as much something is, with two significant digits. */
export function formatTimes(ratio: number): string {
  const text = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 2 }).format(ratio);
  return `${text} ×`;
}

/**
 * Writes a share between 0 and 1 as a percentage.
 *
 * @param share A share, 1 being the whole; a missing or non-finite one is written as a dash.
 * @param digits Digits after the point, 0 by default.
 * @returns Percentage with a no-break space before the sign; what would round to nothing is "<1 %".
 */
export function formatPercent(share: number | null | undefined, digits = 0): string {
  if (!isNumber(share)) return UNKNOWN;
  const smallest = 10 ** -digits;
  // A few among many are not none.
  const few = share > 0 && share * 100 < smallest / 2;
  const text = few ? `<${formatNumber(smallest, digits)}` : formatNumber(share * 100, digits);
  return `${text}${NO_BREAK}%`;
}

/**
 * Writes the distance between two shares in percentage points.
 *
 * @param difference Difference of two shares, its sign is left out.
 */
export function formatPoints(difference: number): string {
  return `${formatPercent(Math.abs(difference), 1).slice(0, -2)} percentage points`;
}

/**
 * Counts things in words, in singular or plural.
 *
 * @param many The word for several. Default: `one` with an s.
 */
export function countOf(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}
