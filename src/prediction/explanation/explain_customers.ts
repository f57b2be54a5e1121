import pl, { type DataFrame } from "nodejs-polars";
import { median } from "../../numeric/quantile.ts";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import {
  type CustomerClassifier,
  predictCustomerClassifier,
} from "../classifiers/customer_classifier.ts";
import { type FeatureValues, themeOf, themeWords } from "../../words/feature_words.ts";
import { capitalise } from "../../words/sentences.ts";

/** Options of {@linkcode explainCustomers}. */
export interface ExplainOptions {
  /** Most reasons per customer. Default 3. */
  readonly reasons?: number;
  /** Whose medians make the typical customer. Default: the customers themselves. */
  readonly among?: DataFrame;
  /** Sign or code of the currency, for the amounts. Default none. */
  readonly currency?: string;
}

/** Features that say one thing together, see `themeOf`. */
interface Theme {
  readonly name: string;
  readonly features: readonly string[];
}

/** Reasons why a customer's probability differs from the typical customer's. */
export interface CustomerReasons {
  readonly probability: number;
  readonly reasons: readonly CustomerReason[];
}

/** One reason in figures and in words. */
interface CustomerReason {
  /** What it is about, such as "silence". */
  readonly theme: string;
  readonly features: readonly string[];
  /** By how much the probability is higher because of it; negative where it is lower. */
  readonly change: number;
  /** Such as "no order for 140 days; used to order every 31 days". */
  readonly words: string;
}

/** A change of the probability below one percentage point is not worth a word. */
const LEAST_CHANGE = 0.01;

/**
 * Says why each customer has his probability: by how much it changes when what he does in one
 * respect is replaced by what the typical customer does.
 *
 * One rule for all families of models, because it only asks the model. Features that repeat one
 * another are replaced together (see `themeOf`), since alone each of them would seem needless.
 * Reasons on the side to which the customer differs come first; those against it fill the rest.
 * Source: the "baseline" contributions of Robnik-Šikonja & Kononenko, "Explaining Classifications for
 * Individual Instances" (2008), with medians in place of averages.
 *
 * @param model A fitted classifier.
 * @param customers Features, one row per customer.
 * @param options See {@linkcode ExplainOptions}.
 * @returns One entry per customer, with fewer reasons where fewer matter.
 * @throws {RangeError} If the number of reasons is not a whole number of at least 1.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { fitCustomerClassifier } from "../classifiers/customer_classifier.ts";
 * import { explainCustomers } from "./explain_customers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const customers = pl.DataFrame({ recency_days: [1, 2, 3, 90, 91, 140], frequency: [2, 2, 2, 1, 2, 2] });
 * const model = fitCustomerClassifier(customers, Uint8Array.of(0, 0, 0, 1, 1, 1), {
 *   family: "logistic_regression", features: ["recency_days"],
 * });
 * const gone = explainCustomers(model, customers).at(-1);
 * assertEquals(gone?.reasons.map(({ words }) => words), ["no order for 140 days"]);
 * ```
 */
export function explainCustomers(
  model: CustomerClassifier,
  customers: DataFrame,
  options: ExplainOptions = {},
): CustomerReasons[] {
  const { reasons = 3, among = customers, currency } = options;
  if (!Number.isInteger(reasons) || reasons < 1) {
    throw new RangeError(`Explaining customers: reasons must be 1 or more, got ${reasons}.`);
  }
  if (customers.height === 0) return [];
  const probabilities = predictCustomerClassifier(model, customers);
  const [typically] = predictCustomerClassifier(
    model,
    replaced(customers.head(1), model.features, among),
  );
  const themes = [...Map.groupBy(model.features, themeOf)].map(([name, features]) => ({
    theme: { name, features },
    without: predictCustomerClassifier(model, replaced(customers, features, among)),
  }));
  const words = writer(customers, among, currency);
  return Array.from(probabilities, (probability, i) => {
    const side = probability < typically ? -1 : 1;
    const found = themes
      .map(({ theme, without }) => ({ theme, change: probability - without[i] }))
      .filter(({ change }) => Math.abs(change) >= LEAST_CHANGE)
      .sort((a, b) => compare(a, b, side))
      .slice(0, reasons);
    if (found.length === 0) return { probability, reasons: [] };
    return {
      probability,
      reasons: found.map(({ theme, change }) => ({
        theme: theme.name,
        features: theme.features,
        change,
        words: words(theme, i),
      })),
    };
  });
}

/**
 * Writes the reasons of a customer as sentences.
 *
 * @param customer What {@linkcode explainCustomers} says of one customer.
 * @returns Sentences; those against the direction of the first one begin with "but".
 *
 * @example
 * ```ts
 * import { reasonsInWords } from "./explain_customers.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const reason = (words: string, change: number) => ({ theme: "", features: [], change, words });
 * assertEquals(
 *   reasonsInWords({ probability: 0.7, reasons: [reason("no order for 140 days", 0.3), reason("9 orders", -0.1)] }),
 *   "No order for 140 days. But 9 orders.",
 * );
 * assertEquals(reasonsInWords({ probability: 0.4, reasons: [] }), "Much like the typical customer.");
 * ```
 */
export function reasonsInWords({ reasons }: CustomerReasons): string {
  if (reasons.length === 0) return "Much like the typical customer.";
  const [first] = reasons;
  return reasons.map(({ words, change }) => {
    const sentence = Math.sign(change) === Math.sign(first.change) ? words : `but ${words}`;
    return `${capitalise(sentence)}.`;
  }).join(" ");
}

type Candidate = { readonly theme: Theme; readonly change: number };

/** First what speaks for the side of the customer, then the larger change, then the name. */
function compare(a: Candidate, b: Candidate, side: number): number {
  const against = Number(a.change * side < 0) - Number(b.change * side < 0);
  return against || Math.abs(b.change) - Math.abs(a.change) ||
    (a.theme.name < b.theme.name ? -1 : 1);
}

/** The customers with some features as the typical customer has them. */
function replaced(customers: DataFrame, features: readonly string[], among: DataFrame): DataFrame {
  return customers.withColumns(...features.map((name) => {
    const value = isText(among, name)
      ? mostFrequent(textColumn(among, name))
      : typicalValue(numberColumn(among, name));
    return pl.lit(value).alias(name);
  }));
}

/** Writes a theme of the customer in row i; a theme of texts, such as the country, names them. */
function writer(
  customers: DataFrame,
  among: DataFrame,
  currency?: string,
): (theme: Theme, i: number) => string {
  const numeric = (frame: DataFrame) => frame.columns.filter((name) => !isText(frame, name));
  const numbers = numeric(customers)
    .map((name) => [name, numberColumn(customers, name)] as const);
  const texts = new Map(
    customers.columns.filter((name) => isText(customers, name))
      .map((name) => [name, textColumn(customers, name)]),
  );
  const typical: FeatureValues = Object.fromEntries(
    numeric(among).map((name) => [name, typicalValue(numberColumn(among, name))]),
  );
  return (theme, i) => {
    const text = texts.get(theme.features[0])?.[i];
    if (text !== undefined) return `${theme.name}: ${text || "unknown"}`;
    const own = Object.fromEntries(numbers.map(([name, values]) => [name, values[i]]));
    return themeWords(theme.features, own, typical, currency);
  };
}

/** The median where a value is known; NaN where none is. */
function typicalValue(values: Float64Array): number {
  const known = values.filter(Number.isFinite);
  return known.length === 0 ? NaN : median(known);
}

function isText(frame: DataFrame, name: string): boolean {
  return frame.getColumn(name).dtype.equals(pl.String);
}

/** Of equally frequent ones the first in the alphabet. */
function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [[text]] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return text;
}
