import { formatNumber, formatPercent } from "../words/numbers.ts";
import type { ReportBaskets } from "./report_input.ts";
import { NO_DATA } from "../words/sentences.ts";

/** Beyond this ratio the mean tells another story than the median. */
const PULLED = 1.1;

/**
 * Reads the sizes of orders: the middle one, and how far the large ones pull the mean.
 *
 * @param spread How one measure is spread over the orders.
 * @param unit What the size is counted in, written after the number. Default: nothing.
 * @returns One sentence.
 *
 * @example
 * ```ts
 * import { readBaskets } from "./read_baskets.ts";
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(
 *   readBaskets({ median: 300, mean: 480, p90: 900, largest: 9000, bins: [] }, "pieces"),
 *   "Half of the orders have at most 300 pieces, nine of ten at most 900; the mean of 480 is pulled " +
 *     "up by the largest (up to 9,000).",
 * );
 * ```
 */
export function readBaskets(spread: ReportBaskets | null | undefined, unit = ""): string {
  if (!spread || ![spread.median, spread.mean, spread.p90, spread.largest].every(Number.isFinite)) {
    return NO_DATA;
  }
  const { median, mean, p90, largest } = spread;
  const write = (size: number) => formatNumber(size, size < 100 && size % 1 ? 1 : 0);
  const [verb, noun] = unit ? ["have", ` ${unit}`] : ["are worth", ""];
  const apart = mean > PULLED * median
    ? `is pulled up by the largest (up to ${write(largest)})`
    : mean * PULLED < median
    ? `is pulled down by many small ones`
    : `is near the middle one, ${formatPercent(Math.abs(mean / median - 1))} away`;
  return `Half of the orders ${verb} at most ${write(median)}${noun}, nine of ten at most ` +
    `${write(p90)}; the mean of ${write(mean)} ${apart}.`;
}
