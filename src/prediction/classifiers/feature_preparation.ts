import type { DataFrame } from "nodejs-polars";
import {
  countryColumns,
  type CountryEncoder,
  encodeCountries,
  fitCountryEncoder,
} from "../../customers/features/country_encoder.ts";
import { FEATURE_DEFINITIONS } from "../../customers/features/feature_definitions.ts";
import {
  fitStandardScaler,
  type StandardScalerModel,
  transformStandardScaler,
} from "../../learning/preparation/standard_scaler.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import { median } from "../../numeric/quantile.ts";
import { numberColumn } from "../../frames/columns.ts";
import { InputError } from "../../frames/errors.ts";

/** Preparation of features for an estimator, learned on the past. */
export interface FeaturePreparation {
  readonly kind: "feature_preparation";
  /** Numeric features, in the order of the columns. */
  readonly features: readonly string[];
  /** `log` for `log(1 + x)`, one per feature. */
  readonly scales: readonly ("log" | "linear")[];
  /** What stands in for a missing value: the median of the past, one per feature, in its unit. */
  readonly medians: readonly number[];
  /** The countries that have a column of 0 and 1, or null where the country is no feature. */
  readonly countries: CountryEncoder | null;
  readonly scaler: StandardScalerModel;
}

/** The only feature that is text. */
const COUNTRY = "country";

/**
 * Learns how to prepare features (medians for what is missing, logarithms where the definition says
 * so, countries that are frequent enough, means and standard deviations) and prepares the same
 * customers.
 *
 * @param customers Features at earlier snapshots, one row per customer and snapshot.
 * @param features Column names; `country` is encoded, the others are numbers.
 * @returns A JSON-able model, and what {@linkcode prepareFeatures} makes of the customers by it.
 * @throws {InputError} If a feature is not there.
 * @throws {RangeError} If a feature has no value at all, or none is asked for.
 */
export function fitAndPrepareFeatures(
  customers: DataFrame,
  features: readonly string[],
): { readonly preparation: FeaturePreparation; readonly X: Matrix } {
  if (features.length === 0) throw new RangeError("Preparing features: no feature is given.");
  checkColumns(customers, features);
  const numeric = features.filter((feature) => feature !== COUNTRY);
  const columns = numeric.map((feature) => numberColumn(customers, feature));
  const medians = columns.map((values, j) => {
    const known = values.every(Number.isFinite) ? values : values.filter(Number.isFinite);
    if (known.length > 0) return median(known);
    throw new RangeError(`Preparing features: ${numeric[j]} has no value.`);
  });
  const unscaled = {
    kind: "feature_preparation" as const,
    features: numeric,
    scales: numeric.map((feature, j) => scaleOf(feature, columns[j])),
    medians,
    countries: features.includes(COUNTRY) ? fitCountryEncoder(customers) : null,
  };
  const unscaledX = columnsOf(unscaled, customers);
  const scaler = fitStandardScaler(unscaledX);
  return {
    preparation: { ...unscaled, scaler },
    X: transformStandardScaler(scaler, unscaledX),
  };
}

/**
 * Prepares features as a model has learned to.
 *
 * @param customers Features at any snapshot, one row per customer.
 * @returns `rows × columns`, in standard deviations from the mean of the past; a missing value counts
 * as the past's median, a country never seen as one of the others.
 * @throws {InputError} If a feature is not there.
 * @throws {RangeError} If a feature that enters by its logarithm is negative.
 */
export function prepareFeatures(preparation: FeaturePreparation, customers: DataFrame): Matrix {
  const { features, countries, scaler } = preparation;
  checkColumns(customers, countries === null ? features : [...features, COUNTRY]);
  return transformStandardScaler(scaler, columnsOf(preparation, customers));
}

/**
 * Which columns of a prepared matrix come from a feature.
 *
 * @returns One column, or that of each country; none of a feature that is not among them.
 */
export function preparedColumns(
  { features, countries }: FeaturePreparation,
  feature: string,
): number[] {
  if (feature === COUNTRY && countries !== null) {
    return countryColumns(countries).map((_, level) => features.length + level);
  }
  const column = features.indexOf(feature);
  return column < 0 ? [] : [column];
}

/** Numbers and encoded countries side by side, not yet standardised. */
function columnsOf(
  { features, scales, medians, countries }: Omit<FeaturePreparation, "scaler">,
  customers: DataFrame,
): Matrix {
  const numbers = features.map((feature, j) =>
    numberColumn(customers, feature).map((value, i) => {
      const known = Number.isFinite(value) ? value : medians[j];
      if (scales[j] === "linear") return known;
      if (known >= 0) return Math.log1p(known);
      throw new RangeError(`Preparing features: ${feature} of row ${i} is ${value}.`);
    })
  );
  const encoded = countries === null ? undefined : encodeCountries(countries, customers);
  const levels = countries === null ? [] : countryColumns(countries)
    .map((name) => numberColumn(encoded!, name));
  const columns = [...numbers, ...levels];
  const values = new Float64Array(customers.height * columns.length);
  columns.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) values[i * columns.length + j] = column[i];
  });
  return { rows: customers.height, columns: columns.length, values };
}

/** As the feature's definition says; of other columns, amounts and counts are never negative. */
function scaleOf(feature: string, values: Float64Array): "log" | "linear" {
  const defined = FEATURE_DEFINITIONS.find(({ name }) => name === feature);
  return defined?.scale ?? (values.some((value) => value < 0) ? "linear" : "log");
}

function checkColumns(customers: DataFrame, features: readonly string[]): void {
  const columns = new Set(customers.columns);
  const missing = features.filter((feature) => !columns.has(feature));
  if (missing.length > 0) {
    throw new InputError(
      `Customers cannot be scored without ${
        missing.join(", ")
      }: compute all features of the model.`,
    );
  }
}
