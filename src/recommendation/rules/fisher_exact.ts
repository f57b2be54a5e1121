import gammaln from "@stdlib/math-base-special-gammaln";

/** Two products, or sets of products, A and B: in how many baskets each of them was. */
export interface BasketCounts {
  /** Baskets in all. */
  readonly baskets: number;
  /** Baskets with A. */
  readonly antecedent: number;
  /** Baskets with B. */
  readonly consequent: number;
  /** Baskets with A and B. */
  readonly both: number;
}

/**
 * Fisher's exact test, one-sided: how probable it is that A and B, each in as many baskets as they
 * are but independent of each other, would share as many baskets as they do, or more.
 *
 * The number of shared baskets is then hypergeometric. Its first term comes from logarithms of the
 * gamma function, each following one from the one before; the tail that the terms fall along is the
 * one added up, so that nothing grows out of range and a small probability keeps its digits.
 *
 * Source: Fisher (1935), "The logic of inductive inference", Journal of the Royal Statistical
 * Society 98; the same as `scipy.stats.fisher_exact(table, alternative="greater")`.
 *
 * @returns The p-value, in [0, 1]; 0 where it is below the smallest number there is, about 5e-324.
 * @throws {RangeError} If there can be no such baskets.
 */
export function fisherExact(counts: BasketCounts): number {
  checkCounts(counts);
  const { baskets, antecedent, consequent, both } = counts;
  const fewest = Math.max(0, antecedent + consequent - baskets);
  const most = Math.min(antecedent, consequent);
  if (both === fewest) return 1;

  /** How the probability of `shared + 1` baskets compares to that of `shared`. */
  const growth = (shared: number) =>
    (antecedent - shared) * (consequent - shared) /
    ((shared + 1) * (baskets - antecedent - consequent + shared + 1));

  const isMoreThanExpected = both * baskets > antecedent * consequent;
  if (isMoreThanExpected) {
    let term = 1;
    let tail = 1;
    for (let shared = both; shared < most && term > tail * Number.EPSILON / 8; shared++) {
      tail += term *= growth(shared);
    }
    return Math.min(1, Math.exp(logProbability(counts, both)) * tail);
  }
  let term = 1;
  let tail = 1;
  for (let shared = both - 1; shared > fewest && term > tail * Number.EPSILON / 8; shared--) {
    tail += term /= growth(shared - 1);
  }
  return Math.max(0, 1 - Math.exp(logProbability(counts, both - 1)) * tail);
}

/** The logarithm of the hypergeometric probability of exactly `shared` baskets. */
function logProbability({ baskets, antecedent, consequent }: BasketCounts, shared: number): number {
  return logWays(antecedent, shared) + logWays(baskets - antecedent, consequent - shared) -
    logWays(baskets, consequent);
}

/** The logarithm of the number of ways to choose `k` of `n`. */
function logWays(n: number, k: number): number {
  return gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1);
}

function checkCounts({ baskets, antecedent, consequent, both }: BasketCounts): void {
  const areCounts = [baskets, antecedent, consequent, both].every(Number.isSafeInteger);
  const fits = both >= Math.max(0, antecedent + consequent - baskets) &&
    both <= Math.min(antecedent, consequent) && Math.max(antecedent, consequent) <= baskets;
  if (!areCounts || !fits) {
    throw new RangeError(
      `Testing for independence: of ${baskets} baskets, ${antecedent} and ${consequent} cannot ` +
        `have ${both} in common.`,
    );
  }
}
