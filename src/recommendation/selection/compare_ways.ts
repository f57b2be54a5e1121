import { formatName } from "../../words/model_names.ts";
import { RULE, selectModel } from "../../backtest/select_model.ts";
import { ndcgAt } from "../../metrics/ranking.ts";
import { mean } from "../../numeric/sums.ts";

/** Customers who are asked at most. */
const MAXIMUM_CUSTOMERS = 2_000;

/** A way to recommend that is compared with others. */
export interface Way<Plan> {
  /** As the leaderboards name it. */
  readonly name: string;
  readonly plan: Plan;
  /** Positions of products for a customer's row, best first. */
  readonly recommend: (customer: number) => readonly number[];
}

/** A way to recommend, and how it did. */
export interface ComparedWay<Plan> extends Way<Plan> {
  /** NDCG of its list for each customer asked. */
  readonly ndcg: Float64Array;
}

/** The way that is to be used, and why. */
export interface SelectedWay<Plan> {
  readonly plan: Plan;
  /** The best way of each name, in the order of the names. */
  readonly best: readonly ComparedWay<Plan>[];
  /** The scores, without the period. */
  readonly because: string;
}

/**
 * Measures ways to recommend on what customers bought, by the NDCG of their lists.
 *
 * @param truth For every customer, positions of the products to be found; who has none is not asked,
 * and of more than 2,000 customers evenly many are.
 * @returns The ways in the same order, each with a score per customer asked.
 */
export function compareWays<Plan>(
  ways: readonly Way<Plan>[],
  truth: readonly ReadonlySet<number>[],
  k: number,
): ComparedWay<Plan>[] {
  const all = [...truth.keys()].filter((customer) => truth[customer].size > 0);
  const step = Math.max(1, all.length / MAXIMUM_CUSTOMERS);
  const count = Math.min(all.length, MAXIMUM_CUSTOMERS);
  const customers = Array.from({ length: count }, (_, i) => all[Math.floor(i * step)]);
  const compared = ways.map((way) => ({ ...way, ndcg: new Float64Array(count) }));
  // Customer by customer, so that the ways can share what they compute for each.
  customers.forEach((customer, i) => {
    for (const { recommend, ndcg } of compared) {
      ndcg[i] = ndcgAt([truth[customer]], [recommend(customer)], k);
    }
  });
  return compared;
}

/**
 * Selects the way to recommend, as {@linkcode selectModel} does; what comes first is the simplest.
 *
 * @returns The selected plan, the best of each name, and why, without the period.
 */
export function selectWay<Plan>(ways: readonly ComparedWay<Plan>[]): SelectedWay<Plan> {
  const { selected, of_family } = selectModel(ways.map((way) => ({
    family: way.name,
    way,
    losses: [way.ndcg.map((value) => 1 - value)],
  })));
  const best = of_family.map(({ way }) => way);
  const others = best.filter((way) => way !== selected.way);
  const highest = others.every(({ ndcg }) => mean(ndcg) <= mean(selected.way.ndcg));
  const written = others.length > 0 ? ` (${others.map(inWords).join(", ")})` : "";
  return {
    plan: selected.way.plan,
    best,
    because: `${inWords(selected.way)}${written}${highest ? "" : `; ${RULE}`}`,
  };
}

function inWords({ name, ndcg }: ComparedWay<unknown>): string {
  return `${formatName(name)} ${mean(ndcg).toFixed(3)}`;
}
