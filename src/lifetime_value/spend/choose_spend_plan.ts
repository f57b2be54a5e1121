import { formatDate } from "../../words/dates.ts";
import { capitalise } from "../../words/sentences.ts";
import { formatRounded } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import { meanLoss, RULE, selectModel, type Tried } from "../../backtest/select_model.ts";
import { fitSpendModel, predictSpend, type SpendPlan, type SpendSnapshot } from "./spend_model.ts";

/** The selected way to predict spend, and why. */
export interface SpendChoice {
  readonly plan: SpendPlan;
  /** One sentence. */
  readonly selection_reason: string;
}

/** An earlier date to try plans on: what was known then, and what came. */
export interface SpendTrial {
  readonly past: readonly SpendSnapshot[];
  readonly later: SpendSnapshot;
}

/** From simple to elaborate. */
export const SPEND_PLANS: readonly SpendPlan[] = [
  { family: "poisson_regression", l2: 0.1, latestOnly: true },
  { family: "poisson_regression", l2: 0.1 },
  { family: "poisson_regression", l2: 0.01 },
  { family: "ridge_regression", l2: 100 },
  { family: "ridge_regression", l2: 1 },
  { family: "random_forest", minimumLeafSize: 30 },
  { family: "random_forest", minimumLeafSize: 10 },
];

/** Trees while choosing: enough to tell plans apart. */
const TREES_TO_COMPARE = 30;

/**
 * Chooses how to tell spend, by the mean absolute error on earlier dates: the simplest plan, unless
 * another is better by more than two standard errors of the difference (see `selectModel`).
 *
 * @param trials Dates whose outcomes were known when the choice is made.
 * @returns The choice of all plans, and the best plan of each family.
 */
export function chooseSpendPlan(
  trials: readonly SpendTrial[],
  seed: number,
): SpendChoice & { readonly of_family: readonly SpendPlan[] } {
  if (trials.length === 0) {
    const families = new Map([...SPEND_PLANS].reverse().map((plan) => [plan.family, plan]));
    return {
      plan: SPEND_PLANS[0],
      of_family: [...families.values()].reverse(),
      selection_reason:
        "No earlier period was long enough to compare models on, so the simplest is taken: " +
        "Poisson regression.",
    };
  }
  const tried = SPEND_PLANS.map((plan): Measured => ({
    family: plan.latestOnly ? "of the latest snapshot" : plan.family,
    plan,
    losses: trials.map((trial) => errorsOf(plan, trial, seed)),
  }));
  // What learns from the latest snapshot alone is simpler than the same of all.
  const { of_family } = selectModel(tried);
  const ofFamily = [...Map.groupBy(of_family, ({ plan }) => plan.family).values()]
    .map((plans) => selectModel(plans).selected);
  const { selected } = selectModel(ofFamily);
  return {
    plan: selected.plan,
    of_family: ofFamily.map(({ plan }) => plan),
    selection_reason: inWords(selected, ofFamily, trials),
  };
}

/** A plan with the absolute error of each customer in each trial. */
interface Measured extends Tried {
  readonly plan: SpendPlan;
}

function errorsOf(plan: SpendPlan, { past, later }: SpendTrial, seed: number): Float64Array {
  const model = fitSpendModel(plan, past, { seed, trees: TREES_TO_COMPARE });
  return predictSpend(model, later.features)
    .map((amount, i) => Math.abs(amount - later.spend[i]));
}

function inWords(
  selected: Measured,
  ofFamily: readonly Measured[],
  trials: readonly SpendTrial[],
): string {
  const error = ({ losses }: Measured) => meanLoss(losses);
  const others = ofFamily.filter((other) => other !== selected);
  const written = others.map((other) => `${nameOf(other.plan)} ${money(error(other))}`).join(", ");
  const dates = trials.map(({ later }) => formatDate(later.asOf)).reverse().join(" and ");
  const lowest = others.every((other) => error(other) >= error(selected));
  return `${capitalise(nameOf(selected.plan))}: mean absolute error ${money(error(selected))} on ` +
    `${dates} (${written})${lowest ? "" : `; ${RULE}`}.`;
}

function nameOf({ family }: SpendPlan): string {
  return formatName(family);
}

function money(value: number): string {
  return formatRounded(value, value < 10 ? 2 : 0);
}
