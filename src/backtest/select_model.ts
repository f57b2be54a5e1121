import { mean } from "../numeric/sums.ts";

/** A way to predict that was tried on earlier periods. */
export interface Tried {
  /** What is simple or elaborate; its settings are not. */
  readonly family: string;
  /** A loss per customer, less is better: one array per period, of the same customers for all tried. */
  readonly losses: readonly Float64Array[];
}

/** A selected way to predict, and the best of each family. */
export interface Selection<T> {
  readonly selected: T;
  /** The best of each family, in the order of the families. */
  readonly of_family: readonly T[];
}

const STANDARD_ERRORS = 2;

/** The rule in words, to be said where it decided. */
export const RULE =
  "another is selected only if it beats the simplest by more than two standard errors";

/**
 * Selects among ways to predict by earlier periods: the one rule of classifiers, spend and recommenders.
 *
 * Of each family the settings with the lowest mean loss; of the families the best, if it is better than
 * the simplest by more than two standard errors of the difference, else the simplest. The idea is that of Breiman et
 * al. (1984, section 3.4.3), who take one; but of many candidates one is always a little better by
 * chance: among ways to recommend in a shop without any pattern, one standard error replaced the usual
 * way in 21 of 40 choices.
 *
 * @param tried One at least; families in order, the simplest first.
 */
export function selectModel<T extends Tried>(tried: readonly T[]): Selection<T> {
  const of_family = [...Map.groupBy(tried, ({ family }) => family).values()]
    .map(bestOf);
  const [simplest] = of_family;
  const best = bestOf(of_family);
  return { selected: isBetter(simplest.losses, best.losses) ? best : simplest, of_family };
}

function bestOf<T extends Tried>(tried: readonly T[]): T {
  return tried.reduce((best, one) => meanLoss(one.losses) < meanLoss(best.losses) ? one : best);
}

/** The mean loss over periods, each period counting the same. */
export function meanLoss(losses: readonly Float64Array[]): number {
  return mean(losses.map((ofPeriod) => mean(ofPeriod)));
}

/**
 * Whether losses are lower by more than two standard errors of the difference, taken from the largest
 * period: the same customers come back in the others, which adds no evidence.
 *
 * @param simple Losses of what is kept otherwise, one array per period.
 */
export function isBetter(simple: readonly Float64Array[], other: readonly Float64Array[]): boolean {
  const differences = simple.map((losses, v) => losses.map((loss, i) => loss - other[v][i]));
  const gain = meanLoss(differences);
  const variances = differences.map((values) => values.map((value) => (value - gain) ** 2));
  const independent = Math.max(...differences.map(({ length }) => length));
  return gain > STANDARD_ERRORS * Math.sqrt(meanLoss(variances) / independent);
}
