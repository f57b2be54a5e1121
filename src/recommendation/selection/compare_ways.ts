import { formatName } from "../../words/model_names.ts";
import { ndcgAt } from "../../metrics/ranking.ts";

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

/** Which way is to be used, and why. */
export interface BetterWay<Plan> {
  readonly plan: Plan;
  /** Its score and that of the usual way, without the period. */
  readonly because: string;
}

/**
 * Measures ways to recommend on what customers bought, by the NDCG of their lists.
 *
 * @param ways What is compared.
 * @param truth For every customer, positions of the products to be found; who has none is not asked,
 * and of more than 2,000 customers evenly many are.
 * @param k How many products of each list count.
 * @returns The ways in the same order, each with a score per customer asked.
 *
 * @example
 * ```ts
 * import { compareWays } from "./compare_ways.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const ways = [3, 5].map((product) => ({ name: "", plan: product, recommend: () => [product] }));
 * const [three, five] = compareWays(ways, [new Set([5]), new Set()], 1);
 * assertEquals([[...three.ndcg], [...five.ndcg]], [[0], [1]]);
 * ```
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
 * Picks the way with the highest mean NDCG.
 *
 * @param ways At least one.
 * @returns The first of the best.
 *
 * @example
 * ```ts
 * import { bestWay } from "./compare_ways.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const way = (name: string, ndcg: number[]) =>
 *   ({ name, plan: {}, recommend: () => [], ndcg: Float64Array.from(ndcg) });
 * assertEquals(bestWay([way("a", [0, 1]), way("b", [1, 1]), way("c", [1, 1])]).name, "b");
 * ```
 */
export function bestWay<Plan>(ways: readonly ComparedWay<Plan>[]): ComparedWay<Plan> {
  return ways.reduce((leader, way) => mean(way.ndcg) > mean(leader.ndcg) ? way : leader);
}

/**
 * Picks the best way, if it is better than the usual one by two standard errors of the customers'
 * differences; else the usual one. Of many ways one is always a little better by chance.
 *
 * @param usual The way to keep without a reason to change.
 * @param others What was compared with it, for the same customers.
 * @returns The plan, and why.
 *
 * @example
 * ```ts
 * import { betterWay } from "./compare_ways.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const way = (name: string, ndcg: number[]) =>
 *   ({ name, plan: name, recommend: () => [], ndcg: Float64Array.from(ndcg) });
 * const usual = way("item_cosine", [0, 0.5, 0, 0.5]);
 * assertEquals(betterWay(usual, [way("ease", [0.25, 0.75, 0.25, 0.75])]), {
 *   plan: "ease",
 *   because: "EASE 0.500, item cosine 0.250",
 * });
 * assertEquals(betterWay(usual, [way("ease", [0, 0.5, 1, 0])]).plan, "item_cosine");
 * ```
 */
export function betterWay<Plan>(
  usual: ComparedWay<Plan>,
  others: readonly ComparedWay<Plan>[],
): BetterWay<Plan> {
  const leader = bestWay([usual, ...others]);
  if (leader === usual) return { plan: usual.plan, because: `${inWords(usual)}, none better` };
  const differences = leader.ndcg.map((value, i) => value - usual.ndcg[i]);
  const gain = mean(differences);
  const variance = mean(differences.map((difference) => (difference - gain) ** 2));
  const error = Math.sqrt(variance / differences.length);
  if (gain > 2 * error) {
    return { plan: leader.plan, because: `${inWords(leader)}, ${inWords(usual)}` };
  }
  const because = `${inWords(usual)}; ${inWords(leader)} is not better by two standard errors`;
  return { plan: usual.plan, because };
}

function inWords({ name, ndcg }: ComparedWay<unknown>): string {
  return `${formatName(name)} ${mean(ndcg).toFixed(3)}`;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
