import { countOf, formatNumber, formatPercent } from "../words/numbers.ts";
import type { ReportDecision } from "./report_decision.ts";
import { formatMoney } from "../words/money.ts";

/** A mean probability that misses by so much makes a promise that cannot be kept. */
const FAR_OFF = 0.05;

/**
 * Reads the profit curve of the test date: what was expected, what came of it, and what contacting
 * everyone would have earned.
 *
 * @param tested The decision of one horizon before, with its outcome.
 * @param currency Sign or code of the currency.
 * @returns Two or three sentences.
 *
 * @example
 * ```ts
 * import { readProfitCurve } from "./read_profit_curve.ts";
 * import { assert } from "@std/assert";
 *
 * const sentence = readProfitCurve({
 *   as_of: "2011-09-09", customers: 200, contacted: 50, threshold: 0.4, expected_profit: 120,
 *   everyone_profit: -30, break_even_success_rate: 0.02, realised_profit: 100,
 *   everyone_realised_profit: -40, predicted_rate: 0.4, observed_rate: 0.38, curve: [],
 * }, "£");
 * assert(sentence.startsWith("50 of 200 customers (25\u00a0%) were worth a contact: £120 was expected"));
 * ```
 */
export function readProfitCurve(tested: ReportDecision["tested"], currency?: string): string {
  const money = (value: number | null) => formatMoney(value, currency);
  const { customers, contacted, realised_profit: came, everyone_realised_profit: all } = tested;
  if (contacted === 0) {
    return `Nobody was worth a contact; contacting all ${countOf(customers, "customer")} would ` +
      `have brought ${money(all)}.`;
  }
  const best = came === null || all === null || came >= Math.max(0, all)
    ? "The choice would have paid better than both"
    : all > 0
    ? "Contacting everyone would have paid better"
    : "Contacting nobody would have been better";
  return `${formatNumber(contacted)} of ${countOf(customers, "customer")} (${
    formatPercent(contacted / customers)
  }) were worth a contact: ${money(tested.expected_profit)} was expected, and ${
    money(came)
  } would have come of it with those who really stayed away. Contacting everyone would have ` +
    `brought ${money(all)}, contacting nobody 0. ${best}.${missed(tested)}`;
}

/** Says where the promise was off because the probabilities were. */
function missed({ predicted_rate, observed_rate }: ReportDecision["tested"]): string {
  if (predicted_rate === null || observed_rate === null) return "";
  if (Math.abs(predicted_rate - observed_rate) < FAR_OFF) return "";
  return ` On average ${formatPercent(predicted_rate)} were predicted to stay away, and ${
    formatPercent(observed_rate)
  } did: take the expected profit as that much less certain.`;
}
