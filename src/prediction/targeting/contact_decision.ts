import { median } from "../../numeric/quantile.ts";
import {
  assumptionsInWords,
  type ContactAssumptions,
  contactAssumptions,
} from "./contact_assumptions.ts";
import { profitCurve, type ProfitCurveRow } from "./profit_curve.ts";

/** Options of {@linkcode contactDecision}. */
export interface ContactDecisionOptions extends ContactAssumptions {
  /** Sign or code of the currency, for amounts in words. Default none. */
  readonly currency?: string;
  /** What a customer who is won back spends: the same for all, or one amount per customer. */
  readonly revenue: number | Float64Array;
  /** 1 for the customers who did stay away, where that is known: the honest check. */
  readonly truth?: Uint8Array;
}

/** Selection of customers to contact, and what it is worth. */
export interface ContactDecision {
  /** 1 for the customers whose contact is expected to pay. */
  readonly contacted: Uint8Array;
  /** Expected profit of contacting each customer; negative where it would cost more than it brings. */
  readonly values: Float64Array;
  /** How many are contacted. */
  readonly customers: number;
  /**
   * The churn probability from which contacting a customer of median value pays; above 1 it never
   * does. A customer worth twice as much is contacted from half of it.
   */
  readonly threshold: number;
  /** Expected profit of contacting those chosen, and of contacting everyone. */
  readonly expected_profit: number;
  readonly everyone_profit: number;
  /** The same with what really happened, where `truth` was given. */
  readonly realised_profit?: number;
  readonly everyone_realised_profit?: number;
  /** The success rate at which the campaign would earn nothing; above 1 where it cannot earn. */
  readonly break_even_success_rate: number;
  readonly curve: readonly ProfitCurveRow[];
  /** One sentence each. */
  readonly assumptions: readonly string[];
}

/**
 * Decides whom to contact so that they come back, by the profit that each contact is expected to
 * bring: `p × successRate × margin × revenue − contactCost`.
 *
 * A contact can win only a customer who would otherwise stay away, which has probability p; the
 * cost is paid for everybody. Contacting exactly the customers above zero maximises the sum, so with
 * equal values the threshold is `contactCost ÷ (successRate × margin × revenue)`, and otherwise each
 * customer has a threshold of his own. It needs calibrated probabilities: order alone is not enough.
 *
 * Source: Elkan, "The Foundations of Cost-Sensitive Learning" (2001); Verbeke et al.,
 * "New insights into churn prediction in the telecommunication sector: a profit driven data mining
 * approach" (2012), without an incentive to be paid to those who accept.
 *
 * @param probabilities Probability of churn, one per customer, 0 to 1.
 * @param options See {@linkcode ContactDecisionOptions}.
 * @returns The customers to contact, the profit curve, and the assumptions in words.
 * @throws {TypeError} If probabilities, amounts and truth differ in length.
 * @throws {RangeError} If a probability is outside [0, 1], an amount is negative or not finite, or
 * an assumption is out of range.
 *
 * @example
 * ```ts
 * import { contactDecision } from "./contact_decision.ts";
 * import { assertEquals } from "@std/assert";
 *
 * // Of 200 spent, 60 are margin; one in twenty is won back: 3 × p must exceed the cost of 1.
 * const decision = contactDecision(Float64Array.of(0.8, 0.5, 0.2), { revenue: 200 });
 * assertEquals([...decision.contacted], [1, 1, 0]);
 * assertEquals(decision.threshold.toFixed(3), "0.333");
 * assertEquals(decision.expected_profit.toFixed(1), "1.9");
 * ```
 */
export function contactDecision(
  probabilities: Float64Array,
  options: ContactDecisionOptions,
): ContactDecision {
  const assumed = contactAssumptions(options);
  const { contactCost, margin, successRate } = assumed;
  const revenue = amounts(options.revenue, probabilities.length);
  check(probabilities, revenue, options.truth);
  const profitWhere = (gone: ArrayLike<number>) =>
    revenue.map((amount, i) => gone[i] * successRate * margin * amount - contactCost);

  const values = profitWhere(probabilities);
  const realised = options.truth && profitWhere(options.truth);
  const contacted = Uint8Array.from(values, (value) => (value > 0 ? 1 : 0));
  const customers = contacted.reduce((sum, one) => sum + one, 0);
  const expectedProfit = totalOf(values, contacted);
  // What the contacts would win back if all of them succeeded.
  const atStake = (expectedProfit + customers * contactCost) / successRate;
  const typical = revenue.length === 0 ? NaN : median(revenue);
  return {
    contacted,
    values,
    customers,
    threshold: contactCost === 0 ? 0 : contactCost / (successRate * margin * typical),
    expected_profit: expectedProfit,
    everyone_profit: totalOf(values),
    ...(realised && {
      realised_profit: totalOf(realised, contacted),
      everyone_realised_profit: totalOf(realised),
    }),
    break_even_success_rate: customers === 0 ? Infinity : customers * contactCost / atStake,
    curve: profitCurve(probabilities, values, realised),
    assumptions: assumptionsInWords(assumed, options.currency),
  };
}

function amounts(revenue: number | Float64Array, customers: number): Float64Array {
  return typeof revenue === "number" ? new Float64Array(customers).fill(revenue) : revenue;
}

function totalOf(values: Float64Array, counted?: Uint8Array): number {
  return values.reduce((sum, value, i) => sum + (counted?.[i] === 0 ? 0 : value), 0);
}

function check(probabilities: Float64Array, revenue: Float64Array, truth?: Uint8Array): void {
  const doing = "Deciding whom to contact";
  for (
    const [name, { length }] of [["amounts", revenue], ["outcomes", truth ?? revenue]] as const
  ) {
    if (length !== probabilities.length) {
      throw new TypeError(
        `${doing}: ${probabilities.length} probabilities, but ${length} ${name}.`,
      );
    }
  }
  probabilities.forEach((p, i) => {
    if (!(p >= 0 && p <= 1)) {
      throw new RangeError(`${doing}: a probability must be in [0, 1], row ${i} is ${p}.`);
    }
    if (!(revenue[i] >= 0 && revenue[i] < Infinity)) {
      throw new RangeError(`${doing}: revenue must be 0 or more, row ${i} is ${revenue[i]}.`);
    }
  });
}
