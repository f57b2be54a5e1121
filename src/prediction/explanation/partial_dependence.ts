import pl, { type DataFrame } from "nodejs-polars";
import { quantileSorted } from "../../numeric/quantile.ts";
import { numberColumn } from "../../frames/columns.ts";
import {
  type CustomerClassifier,
  predictCustomerClassifier,
} from "../classifiers/customer_classifier.ts";
import { evenlyDrawn } from "../selection/evenly_drawn.ts";

/** Mean prediction over all customers if one feature had the same value everywhere. */
export interface PartialDependenceRow {
  readonly feature: string;
  /** The value, in the unit of the feature. */
  readonly value: number;
  /** Mean probability of all customers. */
  readonly probability: number;
  /** Between these lie the probabilities of eight customers of ten. */
  readonly low: number;
  readonly high: number;
}

/** Options of {@linkcode partialDependence}. */
export interface PartialDependenceOptions {
  /** Values to try, in the unit of the feature. Default: quantiles of the customers. */
  readonly grid?: readonly number[];
  /** Most points of the default grid, from the 5 % to the 95 % quantile. Default 20. */
  readonly points?: number;
  /** Most customers asked, evenly drawn from the rows. Default 1,000. */
  readonly sample?: number;
}

/**
 * Partial dependence: the mean probability of all customers with one feature set to a value.
 *
 * The grid follows the quantiles, so that it lies where the customers are. Where features hang
 * together, some of these customers cannot exist; the curve is what the model says of them anyway.
 * Source: Friedman, "Greedy Function Approximation: A Gradient Boosting Machine" (2001), section 8.2.
 *
 * @param model A fitted classifier.
 * @param customers Features, one row per customer.
 * @param feature A numeric feature of the model.
 * @param options See {@linkcode PartialDependenceOptions}.
 * @returns One row per value, ascending; none where no customer has a value.
 * @throws {RangeError} If the model does not use the feature, or an option is no whole number of at
 * least 1.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitCustomerClassifier } from "../classifiers/customer_classifier.ts";
 * import { partialDependence } from "./partial_dependence.ts";
 * import { assert } from "@std/assert";
 *
 * const customers = pl.DataFrame({ recency_days: [1, 2, 3, 90, 91, 92] });
 * const model = fitCustomerClassifier(customers, Uint8Array.of(0, 0, 0, 1, 1, 1), {
 *   family: "logistic_regression", features: ["recency_days"],
 * });
 * const [recent, longAgo] = partialDependence(model, customers, "recency_days", { grid: [2, 91] });
 * assert(recent.probability < 0.5 && longAgo.probability > 0.5);
 * ```
 */
export function partialDependence(
  model: CustomerClassifier,
  customers: DataFrame,
  feature: string,
  options: PartialDependenceOptions = {},
): PartialDependenceRow[] {
  const { points = 20, sample = 1000 } = options;
  if (!model.features.includes(feature)) {
    throw new RangeError(`Computing partial dependence: the model does not use ${feature}.`);
  }
  for (const [name, value] of Object.entries({ points, sample })) {
    if (Number.isInteger(value) && value > 0) continue;
    throw new RangeError(`Computing partial dependence: ${name} must be 1 or more, got ${value}.`);
  }
  if (customers.height === 0) return [];
  const grid = options.grid ?? quantileGrid(numberColumn(customers, feature), points);
  const { drawn } = evenlyDrawn(customers, sample);
  return grid.toSorted((a, b) => a - b).map((value) => {
    const alike = drawn.withColumns(pl.lit(value).cast(pl.Float64).alias(feature));
    const probabilities = predictCustomerClassifier(model, alike).sort();
    return {
      feature,
      value,
      probability: probabilities.reduce((sum, p) => sum + p, 0) / probabilities.length,
      low: quantileSorted(probabilities, 0.1),
      high: quantileSorted(probabilities, 0.9),
    };
  });
}

/** Different quantiles of the known values; the tails are left out, where hardly anybody is. */
function quantileGrid(values: Float64Array, points: number): number[] {
  const known = values.filter(Number.isFinite).sort();
  if (known.length === 0) return [];
  const shares = points === 1
    ? [0.5]
    : Array.from({ length: points }, (_, i) => 0.05 + 0.9 * i / (points - 1));
  return [...new Set(shares.map((share) => quantileSorted(known, share)))];
}
