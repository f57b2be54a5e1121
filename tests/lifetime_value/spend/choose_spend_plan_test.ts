import { assert, assertEquals, assertGreater, assertLess, assertStringIncludes } from "@std/assert";
import {
  chooseSpendPlan,
  SPEND_PLANS,
  type SpendTrial,
} from "../../../src/lifetime_value/spend/choose_spend_plan.ts";
import {
  fitSpendModel,
  predictSpend,
  type SpendPlan,
} from "../../../src/lifetime_value/spend/spend_model.ts";
import { spendSnapshot, type SpendSnapshotOptions } from "../spend_snapshot.ts";

const [SIMPLEST] = SPEND_PLANS;

/** Two past snapshots and a later one, drawn alike. */
function trial(seed: number, options: SpendSnapshotOptions = {}): SpendTrial {
  return {
    past: [100, 200].map((more) => spendSnapshot(seed + more, 200, options)),
    later: spendSnapshot(seed, 200, { asOf: "2024-08-01", ...options }),
  };
}

/** Absolute errors of a plan's forecasts, as the choice measures them. */
function errors(plan: SpendPlan, { past, later }: SpendTrial): Float64Array {
  const forecast = predictSpend(fitSpendModel(plan, past, { seed: 42, trees: 30 }), later.features);
  return forecast.map((amount, i) => Math.abs(amount - later.spend[i]));
}
const mean = (values: Float64Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** By how much a plan beats the simplest on average, in standard errors of the difference. */
function gain(plan: SpendPlan, history: SpendTrial): number {
  const simplest = errors(SIMPLEST, history);
  const gains = errors(plan, history).map((error, i) => simplest[i] - error);
  const squares = gains.map((value) => (value - mean(gains)) ** 2);
  return mean(gains) / Math.sqrt(mean(squares) / gains.length);
}

Deno.test("chooseSpendPlan: better by less than a standard error is not enough against the simplest", () => {
  const history = trial(1);
  const best = Math.max(...SPEND_PLANS.slice(1).map((plan) => gain(plan, history)));
  assertGreater(best, 0);
  assertLess(best, 1);
  const { plan, selection_reason: because } = chooseSpendPlan([history], 42);
  assertEquals(plan, SIMPLEST);
  assertStringIncludes(because, "Poisson regression: mean absolute error 11 on 1 Aug 2024 (");
});

Deno.test("chooseSpendPlan: better by more than one but less than two standard errors is not enough", () => {
  const history = trial(2);
  const forests = SPEND_PLANS.filter(({ family }) => family === "random_forest");
  const best = Math.max(...forests.map((plan) => gain(plan, history)));
  assertGreater(best, 1);
  assertLess(best, 2);
  const { plan, selection_reason: because } = chooseSpendPlan([history], 42);
  assertEquals(plan.family, "poisson_regression");
  assertStringIncludes(because, "only if it beats the simplest by more than two");
});

Deno.test("chooseSpendPlan: a clear winner wins, here of a step that no regression can tell", () => {
  const spendOf = ([first, second]: readonly number[], random: () => number) =>
    (first > 1.7) !== (second > 1.7) ? 100 + random() : random();
  const history = trial(4, { spendOf });
  const { plan, of_family: ofFamily, selection_reason: because } = chooseSpendPlan([history], 42);
  assertEquals(plan.family, "random_forest");
  assertEquals(ofFamily.map(({ family }) => family), [
    "poisson_regression",
    "ridge_regression",
    "random_forest",
  ]);
  assert(ofFamily.includes(plan));
  assertGreater(gain(plan, history), 2);
  assertLess(mean(errors(plan, history)), 0.95 * mean(errors(ofFamily[0], history)));
  assertStringIncludes(because, "Random forest: mean absolute error 45 on 1 Aug 2024 (");
});

Deno.test("chooseSpendPlan: where only the latest period resembles what comes, it alone is learned", () => {
  const history = trial(3);
  const changed = { ...history, past: [history.past[0], spendSnapshot(9, 200, { rate: 5 })] };
  assertEquals(chooseSpendPlan([changed], 42).of_family[0], SIMPLEST);
  const first = { ...history, past: [history.past[1], ...changed.past.slice(0, 1)] };
  const turned = { ...history, past: changed.past.toReversed() };
  assertEquals(chooseSpendPlan([first], 42).of_family[0], SIMPLEST);
  assert(chooseSpendPlan([turned], 42).of_family[0].latestOnly === undefined);
});

Deno.test("chooseSpendPlan: several dates are named from the earliest on and count together", () => {
  const [latest, earlier] = [trial(1), trial(2)];
  const asOf = "2024-05-01";
  const dated = { ...earlier, later: { ...earlier.later, asOf } };
  const { selection_reason: because } = chooseSpendPlan([latest, dated], 42);
  assertStringIncludes(because, "mean absolute error 11 on 1 May 2024 and 1 Aug 2024 (");
});

Deno.test("chooseSpendPlan: same seed, same choice", () => {
  const trials = [trial(2)];
  assertEquals(chooseSpendPlan(trials, 7), chooseSpendPlan(trials, 7));
});

Deno.test("chooseSpendPlan: without earlier dates the simplest is taken, and that is said", () => {
  const { plan, of_family: ofFamily, selection_reason: because } = chooseSpendPlan([], 42);
  assertEquals(plan, SIMPLEST);
  assertEquals(ofFamily, [SPEND_PLANS[0], SPEND_PLANS[3], SPEND_PLANS[5]]);
  assertStringIncludes(because, "No earlier period was long enough");
});
