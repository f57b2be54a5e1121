import { mean } from "../../numeric/sums.ts";
import pl, { type DataFrame } from "nodejs-polars";
import { type ContactAssumptions, contactAssumptions } from "./contact_assumptions.ts";
import { type ContactDecision, contactDecision } from "./contact_decision.ts";
import {
  type CustomerReasons,
  explainCustomers,
  reasonsInWords,
} from "../explanation/explain_customers.ts";
import { partialDependence, type PartialDependenceRow } from "../explanation/partial_dependence.ts";
import { predictCustomerClassifier } from "../classifiers/customer_classifier.ts";
import { type Predictions, type PredictionTask, predictionTask } from "../predict_customers.ts";
import { numberColumn, textColumn } from "../../frames/columns.ts";

/** Options of {@linkcode decide}. */
export interface DecideOptions extends ContactAssumptions {
  /** ISO date of the snapshot. */
  readonly asOf: string;
  readonly horizonDays: number;
  /** Sign or code of the currency, for amounts in words. Default none. */
  readonly currency?: string;
}

/** What {@linkcode decide} reads of the predictions. */
export interface ChurnPredictions
  extends Pick<Predictions, "tested_as_of" | "scores" | "problems"> {
  readonly tasks: {
    readonly churn?: Pick<PredictionTask, "model" | "tested" | "tested_on" | "importance">;
  };
}

/** Decision whom to contact, and what that is expected to earn. */
export interface Decision {
  /** ISO date of the snapshot that decisions are made on. */
  readonly as_of: string;
  readonly horizon_days: number;
  /** What was assumed, one sentence each. */
  readonly assumptions: readonly string[];
  /** Today's decision. */
  readonly today: Campaign;
  /** The decision of one horizon before, of a model that knew nothing later. */
  readonly tested: Campaign & {
    /** ISO date of that snapshot. */
    readonly as_of: string;
    /** Profit with what those customers really did. */
    readonly realised_profit: number;
    readonly everyone_realised_profit: number;
    /** Share of those customers who were predicted to stay away, and who did, 0 to 1. */
    readonly predicted_rate: number;
    readonly observed_rate: number;
    readonly curve: ContactDecision["curve"];
  };
  /** The same decisions for other success rates, ascending. */
  readonly by_success_rate: readonly {
    readonly success_rate: number;
    /** Whether it is the one that was assumed. */
    readonly assumed: boolean;
    readonly contacted: number;
    readonly expected_profit: number;
    /** One horizon before, with what really happened. */
    readonly realised_profit: number;
  }[];
  /** The customers whose contact is worth most, the first first. */
  readonly first: readonly {
    readonly customer_id: string;
    /** Probability of churn, 0 to 1. */
    readonly probability: number;
    /** Expected profit of contacting this customer. */
    readonly value: number;
    /** The weightiest first. */
    readonly reasons: readonly {
      readonly words: string;
      /** By how much the probability is higher because of it; negative where it is lower. */
      readonly change: number;
    }[];
  }[];
  /** How the churn model goes with the features that it needs most. */
  readonly dependence: readonly PartialDependenceRow[];
  /** `contact, contact_value, churn_reasons`, one row per customer. */
  readonly values: DataFrame;
}

/** One decision about all customers of a snapshot. */
interface Campaign {
  readonly customers: number;
  readonly contacted: number;
  /** Churn probability from which a customer of median value is contacted; above 1 never. */
  readonly threshold: number;
  readonly expected_profit: number;
  readonly everyone_profit: number;
  /** Success rate at which nothing would be earned; null where nobody is contacted. */
  readonly break_even_success_rate: number | null;
}

/** Success rates to compare, beside the one that is assumed. */
const SUCCESS_RATES = [0.01, 0.02, 0.05, 0.1, 0.2];

/** Customers named in the report, and features drawn. */
const NAMED = 5, DRAWN = 3;

/**
 * Turns churn probabilities into a decision: whom to contact, what it is worth, and why.
 *
 * A customer who is won back is assumed to place one usual order, returns deducted. The same rule is
 * applied one horizon earlier, with the model as it was measured, and counted with what really
 * happened.
 *
 * @param customers Today's features, one row per customer.
 * @param predictions What `predictCustomers` said of them.
 * @param options See {@linkcode DecideOptions}.
 * @returns The decision of today, the one of the test date with its outcome, and the reasons.
 * @throws {NotEnoughDataError} If churn could not be told.
 * @throws {RangeError} If an assumption is out of range.
 */
export function decide(
  customers: DataFrame,
  predictions: ChurnPredictions,
  { asOf, horizonDays, currency, ...given }: DecideOptions,
): Decision {
  const assumed = contactAssumptions(given);
  const { model, tested, tested_on, importance } = predictionTask(predictions, "churn");
  const then = {
    probabilities: predictCustomerClassifier(tested, tested_on.features),
    revenue: usualOrder(tested_on.features),
    truth: tested_on.labels,
  };
  const now = {
    probabilities: numberColumn(predictions.scores, "churn_probability"),
    revenue: usualOrder(customers),
  };
  const decideFor = (successRate: number) => ({
    today: contactDecision(now.probabilities, { ...assumed, ...now, successRate, currency }),
    before: contactDecision(then.probabilities, { ...assumed, ...then, successRate }),
  });
  const { today, before } = decideFor(assumed.successRate);
  const explained = explainCustomers(model, customers, { currency });
  return {
    as_of: asOf,
    horizon_days: horizonDays,
    assumptions: [
      ...today.assumptions,
      "A customer who is won back places one order of their usual value, net of returns.",
    ],
    today: campaign(today),
    tested: {
      as_of: predictions.tested_as_of,
      ...campaign(before),
      realised_profit: before.realised_profit!,
      everyone_realised_profit: before.everyone_realised_profit!,
      predicted_rate: mean(then.probabilities),
      observed_rate: mean(Float64Array.from(then.truth)),
      curve: before.curve,
    },
    by_success_rate: [...new Set([...SUCCESS_RATES, assumed.successRate])]
      .sort((a, b) => a - b)
      .map((rate) => {
        const { today, before } = decideFor(rate);
        return {
          success_rate: rate,
          assumed: rate === assumed.successRate,
          contacted: today.customers,
          expected_profit: today.expected_profit,
          realised_profit: before.realised_profit!,
        };
      }),
    first: firstOnTheList(customers, today, explained),
    dependence: importance.filter(({ feature }) => model.features.includes(feature))
      .slice(0, DRAWN)
      .flatMap(({ feature }) => partialDependence(model, customers, feature)),
    values: customers.select("customer_id").withColumns(
      pl.Series("contact", Array.from(today.contacted, (one) => one === 1), pl.Bool),
      pl.Series("contact_value", today.values, pl.Float64),
      pl.Series("churn_reasons", explained.map(reasonsInWords), pl.String),
    ),
  };
}

/** What an order of each customer is usually worth, after returns. */
function usualOrder(customers: DataFrame): Float64Array {
  const orders = numberColumn(customers, "frequency");
  return numberColumn(customers, "net_monetary_value").map((spent, i) => spent / orders[i]);
}

function campaign(decision: ContactDecision): Campaign {
  return {
    customers: decision.contacted.length,
    contacted: decision.customers,
    threshold: decision.threshold,
    expected_profit: decision.expected_profit,
    everyone_profit: decision.everyone_profit,
    break_even_success_rate: finite(decision.break_even_success_rate),
  };
}

function firstOnTheList(
  customers: DataFrame,
  { values, contacted }: ContactDecision,
  explained: readonly CustomerReasons[],
): Decision["first"] {
  const ids = textColumn(customers, "customer_id");
  return [...values.keys()]
    .filter((i) => contacted[i] === 1)
    .sort((a, b) => values[b] - values[a] || (ids[a] < ids[b] ? -1 : 1))
    .slice(0, NAMED)
    .map((i) => ({
      customer_id: ids[i],
      probability: explained[i].probability,
      value: values[i],
      reasons: explained[i].reasons.map(({ words, change }) => ({ words, change })),
    }));
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
