import {
  averagePrecisionAt,
  catalogueCoverage,
  hitRateAt,
  listDiversity,
  ndcgAt,
  novelty,
  precisionAt,
  recallAt,
} from "../../metrics/ranking.ts";
import { bootstrapMeans, type Interval } from "../../metrics/intervals.ts";
import { listCosines } from "./list_cosines.ts";
import type { ProductPopularity } from "../matrix/product_popularity.ts";
import type { PurchaseHistories } from "../matrix/purchase_histories.ts";

/** What is measured of a model's lists; the names in `metrics.json` end in `_at_` and a length. */
type RankingMeasure =
  | "recall"
  | "precision"
  | "ndcg"
  | "map"
  | "hit_rate"
  | "coverage"
  | "novelty"
  | "diversity";

/** Scores of one recommender. */
export interface RankingScores {
  readonly model: string;
  readonly engine: string;
  /** Whether this is what the others have to beat. */
  readonly baseline: boolean;
  /**
   * Recall, precision, NDCG, MAP and hit rate are means over customers; coverage is a share of the
   * products, novelty is in bits, diversity a mean of 1 − cosine.
   */
  readonly [score: `${RankingMeasure}_at_${number}`]: number;
  /** Bootstrap intervals over customers, by the name of the score; left out where not asked for. */
  readonly intervals?: Readonly<Record<`${"recall" | "ndcg"}_at_${number}`, Interval>>;
}

/** A way to make a list of products for a customer, best first. */
export interface Recommender {
  readonly model: string;
  readonly baseline: boolean;
  /** A list as long as the longest that is scored, where there are so many products. */
  readonly recommend: (customer: number) => number[];
}

/** Options of {@linkcode scoreRecommenders}. */
export interface ScoreRecommendersOptions {
  /** Lengths of lists to score. */
  readonly ks: readonly number[];
  /** Seed of the bootstrap; null: no intervals. */
  readonly seed: number | null;
}

/**
 * Scores the lists of several recommenders for the customers who bought something to be found.
 *
 * @param past What was known when the lists were made: for popularity and the similarity of products.
 * @param options Lengths of lists and the seed of the bootstrap.
 * @returns The scores of each recommender, in the same order; none where there is nobody to ask.
 */
export function scoreRecommenders(
  truth: readonly ReadonlySet<number>[],
  recommenders: readonly Recommender[],
  past: {
    readonly histories: Pick<
      PurchaseHistories,
      "customers" | "products" | "offsets" | "productIndices"
    >;
    readonly popularity: ProductPopularity;
  },
  { ks, seed }: ScoreRecommendersOptions,
): RankingScores[] {
  const { histories, popularity } = past;
  const customers = [...truth.keys()].filter((customer) => truth[customer].size > 0);
  if (customers.length === 0) return [];
  const wanted = customers.map((customer) => truth[customer]);
  const share = (product: number) => popularity.customers[product] / histories.customers.length;

  // Customer by customer, so that recommenders can share what they compute for each.
  const listsOf = recommenders.map((): number[][] => []);
  for (const customer of customers) {
    recommenders.forEach(({ recommend }, r) => listsOf[r].push(recommend(customer)));
  }
  return recommenders.map(({ model, baseline }, r) => {
    const lists = listsOf[r];
    const { places, similarity } = listCosines(histories, lists);
    const scores: [string, number][] = ks.flatMap((k) => [
      [`recall_at_${k}`, recallAt(wanted, lists, k)],
      [`precision_at_${k}`, precisionAt(wanted, lists, k)],
      [`ndcg_at_${k}`, ndcgAt(wanted, lists, k)],
      [`map_at_${k}`, averagePrecisionAt(wanted, lists, k)],
      [`hit_rate_at_${k}`, hitRateAt(wanted, lists, k)],
      [`coverage_at_${k}`, catalogueCoverage(lists, histories.products.length, k)],
      [`novelty_at_${k}`, novelty(lists, share, k)],
      [`diversity_at_${k}`, listDiversity(places, similarity, k)],
    ]);
    return {
      model,
      engine: "built-in",
      baseline,
      ...Object.fromEntries(scores),
      ...(seed === null ? {} : { intervals: intervalsOf(wanted, lists, ks, seed) }),
    };
  });
}

function intervalsOf(
  truth: readonly ReadonlySet<number>[],
  lists: readonly (readonly number[])[],
  ks: readonly number[],
  seed: number,
): Record<string, Interval> {
  const perCustomer = (metric: typeof ndcgAt, k: number) =>
    Float64Array.from(truth, (wanted, i) => metric([wanted], [lists[i]], k));
  const values = ks.flatMap((k): [string, Float64Array][] => [
    [`recall_at_${k}`, perCustomer(recallAt, k)],
    [`ndcg_at_${k}`, perCustomer(ndcgAt, k)],
  ]);
  return bootstrapMeans(Object.fromEntries(values), { seed });
}
