import { capitalise } from "../../words/sentences.ts";
import { formatRounded } from "../../words/numbers.ts";
import { formatName } from "../../words/model_names.ts";
import { mean } from "../../numeric/sums.ts";
import { fitSpendModel, predictSpend, type SpendPlan, type SpendSnapshot } from "./spend_model.ts";

/** How spend will be told, and why. */
export interface SpendChoice {
  readonly plan: SpendPlan;
  /** One sentence. */
  readonly because: string;
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
 * another is better by more than a standard error of the difference.
 *
 * Source: Breiman, Friedman, Olshen, Stone (1984), "Classification and Regression Trees", section
 * 3.4.3 (the rule of one standard error).
 *
 * @param trials Dates whose outcomes were known when the choice is made.
 * @param seed Seeds forests.
 * @returns The choice of all plans, and the best plan of each family.
 */
export function chooseSpendPlan(
  trials: readonly SpendTrial[],
  seed: number,
): SpendChoice & { readonly ofFamily: readonly SpendPlan[] } {
  if (trials.length === 0) {
    const families = new Map([...SPEND_PLANS].reverse().map((plan) => [plan.family, plan]));
    return {
      plan: SPEND_PLANS[0],
      ofFamily: [...families.values()].reverse(),
      because:
        "No earlier period was long enough to compare models on, so the simplest is taken: " +
        "Poisson regression.",
    };
  }
  const measured = SPEND_PLANS.map((plan) => ({ plan, errors: errorsOf(plan, trials, seed) }));
  const families = [...new Set(SPEND_PLANS.map(({ family }) => family))];
  const ofFamily = families.map((family) =>
    preferred(measured.filter(({ plan }) => plan.family === family))
  );
  const winner = preferred(ofFamily);
  return {
    plan: winner.plan,
    ofFamily: ofFamily.map(({ plan }) => plan),
    because: inWords(winner, ofFamily, trials),
  };
}

interface Measured {
  readonly plan: SpendPlan;
  /** Absolute error of each customer of all trials. */
  readonly errors: Float64Array;
}

function errorsOf(plan: SpendPlan, trials: readonly SpendTrial[], seed: number): Float64Array {
  return Float64Array.from(trials.flatMap(({ past, later }) => {
    const model = fitSpendModel(plan, past, { seed, trees: TREES_TO_COMPARE });
    const forecast = predictSpend(model, later.features);
    return Array.from(forecast, (amount, i) => Math.abs(amount - later.spend[i]));
  }));
}

/** The first, unless a later one is better by more than a standard error. */
function preferred(candidates: readonly Measured[]): Measured {
  return candidates.reduce((best, other) => {
    const gains = best.errors.map((error, i) => error - other.errors[i]);
    const gain = mean(gains);
    const spread = Math.sqrt(mean(gains.map((value) => (value - gain) ** 2)) / gains.length);
    return gain > spread ? other : best;
  });
}

function inWords(winner: Measured, ofFamily: readonly Measured[], trials: readonly SpendTrial[]) {
  const written = ({ plan, errors }: Measured) => `${nameOf(plan)} ${money(mean(errors))}`;
  const others = ofFamily.filter((other) => other !== winner).map(written);
  const dates = trials.map(({ later }) => later.asOf).reverse().join(" and ");
  return `${capitalise(nameOf(winner.plan))}: tried on ${dates}, it was off by ` +
    `${money(mean(winner.errors))} on average (${
      others.join(", ")
    }); the simplest is taken unless ` +
    `another is better by more than a standard error.`;
}

function nameOf({ family }: SpendPlan): string {
  return formatName(family);
}

function money(value: number): string {
  return formatRounded(value, value < 10 ? 2 : 0);
}
