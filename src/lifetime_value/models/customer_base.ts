import type { DataFrame } from "nodejs-polars";
import { NotEnoughDataError } from "../../frames/errors.ts";
import { numberColumn, textColumn } from "../../frames/columns.ts";
import { isWithinAge, type PurchaseTimes } from "./fitting/purchase_times.ts";

/** The purchase histories of a shop's customers as typed arrays, one element each. */
export interface CustomerBase extends PurchaseTimes {
  /** Customer ids, in the order of the summary. */
  readonly ids: readonly string[];
  /** Mean spend of the repeat purchases; 0 without any. */
  readonly meanRepeatSpend: Float64Array;
}

/** Fewer than these, and four parameters fit anything. */
const LEAST_CUSTOMERS = 100;
const LEAST_REPEAT_BUYERS = 10;

/**
 * Takes the summary of repeat purchases apart for the probability models, and checks every row.
 *
 * @param summary One row per customer: `customer_id, repeat_frequency, last_purchase_age, age,
 * mean_repeat_spend`, see `repeatPurchaseSummary`; or a table of your own with these columns.
 * @returns The same as typed arrays.
 * @throws {TypeError} If a column is missing.
 * @throws {RangeError} If a value is impossible; the sentence names column and row.
 * @throws {NotEnoughDataError} If there are fewer than 100 customers or 10 repeat buyers.
 *
 * @example
 * ```ts
 * import pl from "nodejs-polars";
 * import { customerBase } from "./customer_base.ts";
 * import { assertThrows } from "@std/assert";
 *
 * const summary = pl.DataFrame({
 *   customer_id: ["7"], repeat_frequency: [2], last_purchase_age: [0], age: [90],
 *   mean_repeat_spend: [10],
 * });
 * assertThrows(
 *   () => customerBase(summary),
 *   RangeError,
 *   "last_purchase_age of customer 7 (row 1) is 0, but repeat_frequency is 2",
 * );
 * ```
 */
export function customerBase(summary: DataFrame): CustomerBase {
  const names = [
    "customer_id",
    "repeat_frequency",
    "last_purchase_age",
    "age",
    "mean_repeat_spend",
  ];
  const missing = names.filter((name) => !summary.columns.includes(name));
  if (missing.length > 0) throw new TypeError(`Reading a summary: missing ${missing.join(", ")}.`);
  const ids = textColumn(summary, "customer_id");
  const [repeatFrequency, lastPurchaseAge, age, meanRepeatSpend] = names.slice(1)
    .map((name) => numberColumn(summary, name));
  ids.forEach((id, i) => {
    const problem = problemOf(repeatFrequency[i], lastPurchaseAge[i], age[i], meanRepeatSpend[i]);
    if (problem === null) return;
    const [column, words] = problem;
    throw new RangeError(`Reading a summary: ${column} of customer ${id} (row ${i + 1}) ${words}.`);
  });
  const repeatBuyers = repeatFrequency.filter((x) => x > 0).length;
  if (ids.length < LEAST_CUSTOMERS || repeatBuyers < LEAST_REPEAT_BUYERS) {
    throw new NotEnoughDataError(
      `${ids.length} customers, ${repeatBuyers} of whom bought on two days; ` +
        `purchase models need ${LEAST_CUSTOMERS} and ${LEAST_REPEAT_BUYERS}.`,
    );
  }
  return { ids, repeatFrequency, lastPurchaseAge, age, meanRepeatSpend };
}

/** The column that cannot be, and why; null where all is well. */
function problemOf(x: number, last: number, age: number, spend: number): [string, string] | null {
  if (!Number.isInteger(x) || x < 0) return ["repeat_frequency", `is ${x}, not a whole number`];
  if (!(age >= 0 && age < Infinity)) return ["age", `is ${age}: it must be 0 or more`];
  if (x === 0) {
    return last === 0 ? null : [
      "last_purchase_age",
      `is ${last}, but repeat_frequency is 0: without a repeat purchase it must be 0`,
    ];
  }
  if (!(last > 0)) {
    return ["last_purchase_age", `is ${last}, but repeat_frequency is ${x}: it must be above 0`];
  }
  if (!isWithinAge(last, age)) {
    return ["last_purchase_age", `is ${last}, more than the age of ${age}`];
  }
  if (!(spend > 0 && spend < Infinity)) {
    return ["mean_repeat_spend", `is ${spend}: it must be above 0`];
  }
  return null;
}
