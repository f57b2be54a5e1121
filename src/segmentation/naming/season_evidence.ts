import { formatPercent } from "../../words/numbers.ts";
import type { DataFrame } from "nodejs-polars";
import { createRandomBits } from "../../numeric/random/random_bits.ts";
import { DAY, instantOf } from "../../frames/days.ts";
import { type SeasonResiduals, seasonResiduals } from "./season_residuals.ts";

/** When the customers of {@linkcode seasonEvidence} ordered. */
export interface SeasonOptions {
  /** `customer_id, month_1 … month_12`: orders in that month of any year, see `ordersByMonth`. */
  readonly ordersByMonth: DataFrame;
  /** ISO date of the first line of the data. */
  readonly firstDate: string;
  /** ISO date of the snapshot. */
  readonly asOf: string;
  readonly seed?: number;
  /** Replicates of the test; default 1999. */
  readonly replicates?: number;
}

/** Test of whether a cluster's orders gather in a season, beyond the shop's calendar and chance. */
export interface SeasonEvidence {
  /** The three consecutive months in which the orders gather most, such as `October to December`. */
  readonly season: string;
  /** Customers with orders between their first and last one, and those orders. */
  readonly customers: number;
  readonly orders: number;
  /** Share of those orders within the season, 0 to 1. */
  readonly share: number;
  /** The same by the shop's calendar in the time that each customer was there. */
  readonly expected_share: number;
  /** Probability of so much by chance in any season of any cluster; 1 where nothing can be told. */
  readonly p_value: number;
  /** How many times the data cover the season. */
  readonly seasons_seen: number;
  /** Whether "seasonal" may be said. */
  readonly proven: boolean;
  /** All that in one sentence. */
  readonly words: string;
}

const MONTHS = 12;
const SEASON = 3;
/** Fewer customers than this prove nothing. */
const FEWEST_CUSTOMERS = 20;
/** "Seasonal" takes so small a p-value, … */
const SIGNIFICANT = 0.01;
/** … a season with half of the orders, … */
const MAJORITY = 0.5;
/** … and so much more than the shop's calendar puts there. */
const RELEVANT = 0.15;

/**
 * Tests for each cluster whether its members' orders gather in one season of the year.
 *
 * Each customer's orders between its first and last one are compared with those that the shop's
 * calendar predicts for the same days (see `seasonResiduals`), summed over each of the twelve
 * windows of three months, and divided by their standard error. Whether the largest of the twelve is
 * chance is told by a wild bootstrap that turns the sign of whole customers, so that customers with
 * habits of their own do not count as independent orders; p-values are multiplied by the number of
 * clusters (Bonferroni). "Seasonal" is proven where p ≤ .01, the season holds at least half of the
 * orders, and at least 15 percentage points more than the calendar puts there.
 *
 * It must not be asked of clusters that were made of a measure of season: they would confirm
 * themselves.
 *
 * Source: Liu, "Bootstrap procedures under some non-iid models" (1988); Cameron, Gelbach and Miller,
 * "Bootstrap-based improvements for inference with clustered errors" (2008).
 *
 * @param customers One row per customer: `customer_id, recency_days, tenure_days`.
 * @param labels Cluster of each customer, 0 … clusters − 1.
 * @param clusters Number of clusters.
 * @param options When customers ordered, and the seed; see {@linkcode SeasonOptions}.
 * @returns The evidence for each cluster.
 * @throws {RangeError} If a customer has no row in `ordersByMonth`.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { seasonEvidence } from "./season_evidence.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // 60 customers of two years: one order each January 1 and December 31, and four between, which
 * // the second half gives in Novembers and the first half in May, July, August and October.
 * const late = Array.from({ length: 60 }, (_, i) => i >= 30);
 * const month = (m: number) =>
 *   late.map((late) => (late ? m === 11 : [5, 7, 8, 10].includes(m)) ? (late ? 4 : 1) : 0)
 *     .map((orders) => orders + (m === 1 || m === 12 ? 1 : 0));
 * const customer_id = late.map((_, i) => `${i}`);
 * const evidence = seasonEvidence(
 *   pl.DataFrame({ customer_id, recency_days: late.map(() => 0), tenure_days: late.map(() => 730) }),
 *   late.map(Number),
 *   2,
 *   {
 *     ordersByMonth: pl.DataFrame({
 *       customer_id,
 *       ...Object.fromEntries(Array.from({ length: 12 }, (_, m) => [`month_${m + 1}`, month(m + 1)])),
 *     }),
 *     firstDate: "2023-01-01",
 *     asOf: "2025-01-01",
 *   },
 * );
 * assertEquals(evidence.map(({ proven }) => proven), [false, true]);
 * ```
 */
export function seasonEvidence(
  customers: DataFrame,
  labels: ArrayLike<number>,
  clusters: number,
  options: SeasonOptions,
): SeasonEvidence[] {
  const { ordersByMonth, firstDate, asOf, seed = 42, replicates = 1999 } = options;
  const residuals = seasonResiduals(customers, ordersByMonth, asOf);
  return Array.from({ length: clusters }, (_, cluster) => {
    const members = membersWithOrders(residuals, labels, cluster);
    const bits = createRandomBits(seed, `season ${cluster}`);
    const { strongest, p } = testSeasons(residuals, members, bits, replicates);
    const { orders, share, expected } = sharesWithin(residuals, members, strongest);
    const enough = members.length >= FEWEST_CUSTOMERS;
    const pValue = enough ? Math.min(1, p * clusters) : 1;
    const evidence = {
      season: seasonName(strongest),
      customers: members.length,
      orders,
      share,
      expected_share: expected,
      p_value: pValue,
      seasons_seen: seasonsSeen(strongest, firstDate, asOf),
      proven: pValue <= SIGNIFICANT && share >= MAJORITY && share - expected >= RELEVANT,
    };
    return { ...evidence, words: inWords(evidence, enough) };
  });
}

function membersWithOrders(
  { orders }: SeasonResiduals,
  labels: ArrayLike<number>,
  cluster: number,
): number[] {
  return Array.from(orders.keys()).filter((i) => labels[i] === cluster && orders[i] > 0);
}

/** The season in which the members' orders gather most beyond the calendar, and its p-value. */
function testSeasons(
  { observed, expected }: SeasonResiduals,
  members: readonly number[],
  bits: () => number,
  replicates: number,
) {
  // Per member and season: orders beyond the calendar.
  const excess = new Float64Array(members.length * MONTHS);
  members.forEach((i, row) => {
    for (let start = 0; start < MONTHS; start++) {
      for (const m of monthsOf(start)) {
        excess[row * MONTHS + start] += observed[i * MONTHS + m] - expected[i * MONTHS + m];
      }
    }
  });
  const squares = new Float64Array(MONTHS);
  excess.forEach((value, at) => squares[at % MONTHS] += value ** 2);
  const errors = squares.map((sum) => Math.sqrt(sum) || Infinity);
  const sums = new Float64Array(MONTHS);
  excess.forEach((value, at) => sums[at % MONTHS] += value);
  const seen = sums.map((sum, start) => sum / errors[start]);
  const largest = Math.max(...seen);

  let asLarge = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    if (largestBySigns(excess, errors, bits) >= largest) asLarge++;
  }
  return { strongest: seen.indexOf(largest), p: (1 + asLarge) / (1 + replicates) };
}

/** The largest statistic after turning the sign of every other member, by chance. */
function largestBySigns(excess: Float64Array, errors: Float64Array, bits: () => number): number {
  const sums = new Float64Array(MONTHS);
  let signs = 0;
  for (let at = 0, row = 0; at < excess.length; row++) {
    if (row % 32 === 0) signs = bits();
    const sign = signs & 1 ? 1 : -1;
    signs >>>= 1;
    for (let start = 0; start < MONTHS; start++, at++) sums[start] += sign * excess[at];
  }
  let largest = -Infinity;
  for (let start = 0; start < MONTHS; start++) {
    largest = Math.max(largest, sums[start] / errors[start]);
  }
  return largest;
}

function sharesWithin(
  { orders, observed, expected }: SeasonResiduals,
  members: readonly number[],
  start: number,
) {
  let total = 0, within = 0, byCalendar = 0;
  for (const i of members) {
    total += orders[i];
    for (const m of monthsOf(start)) {
      within += observed[i * MONTHS + m];
      byCalendar += expected[i * MONTHS + m];
    }
  }
  const share = (part: number) => (total > 0 ? part / total : 0);
  return { orders: total, share: share(within), expected: share(byCalendar) };
}

function monthsOf(start: number): number[] {
  return Array.from({ length: SEASON }, (_, i) => (start + i) % MONTHS);
}

/** A month's grace for files that begin or end within one. */
const GRACE_DAYS = 31;
const YEAR_DAYS = 365;

/** How many times a season lies within the data, at most once per year that they cover. */
function seasonsSeen(start: number, firstDate: string, asOf: string): number {
  const months = monthsOf(start);
  const from = instantOf(firstDate), to = instantOf(asOf);
  let days = 0;
  for (let day = from; day < to; day += DAY) {
    if (months.includes(new Date(day).getUTCMonth())) days++;
  }
  const times = Math.round(days / (YEAR_DAYS * SEASON / MONTHS));
  const years = Math.floor(((to - from) / DAY + GRACE_DAYS) / YEAR_DAYS);
  return Math.min(times, Math.max(1, years));
}

const NAMES = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function seasonName(start: number): string {
  return `${NAMES[start]} to ${NAMES[(start + SEASON - 1) % MONTHS]}`;
}

function inWords(evidence: Omit<SeasonEvidence, "words">, enough: boolean): string {
  const { season, share, expected_share, p_value, seasons_seen, customers, proven } = evidence;
  if (!enough) {
    return `Too few orders to test for a season: only ${customers} of them ordered more than twice.`;
  }
  const chance = p_value < 0.001 ? "p < 0.001" : `p = ${p_value.toFixed(3)}`;
  const figures =
    `${formatPercent(share)} of orders in ${season}, ${formatPercent(expected_share)} expected ` +
    `from the shop's calendar (${chance})`;
  if (!proven) return `Not seasonal: ${figures}.`;
  return `Seasonal: ${figures}; ${
    seasons_seen > 1
      ? `${seasons_seen} seasons seen.`
      : "only one season seen, so it may not recur."
  }`;
}
