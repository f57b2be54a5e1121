import type { DataFrame } from "nodejs-polars";
import { DAY, instantOf } from "../../frames/days.ts";
import { numberColumn, textColumn } from "../../frames/columns.ts";

const MONTHS = 12;

/** When customers ordered, set against when they would have by the shop's calendar alone. */
export interface SeasonResiduals {
  /** Orders of each customer between its first and its last one, which both were free to move. */
  readonly orders: Float64Array;
  /** Those orders by month of the year, customers × 12. */
  readonly observed: Float64Array;
  /** The same by the shop's calendar: same totals, customers × 12. */
  readonly expected: Float64Array;
}

/**
 * Compares the months of each customer's orders with those that the shop's own calendar predicts
 * for just the time in which that customer was there.
 *
 * Only the orders between a customer's first and last one are looked at, within just that time: if
 * customers buy at random (a Poisson process whose rate follows the shop's calendar), those orders
 * are independent draws from the calendar between both dates, whatever the customer's rate, however
 * late it came and however early it left. So neither late arrivals nor lost customers look
 * seasonal, and clusters made of recency, frequency and spend bring no season with them.
 *
 * The calendar (how busy each month of the year is per customer and day) is the one under which all
 * customers together have as many orders in each month as they had (maximum likelihood).
 *
 * @param customers One row per customer: `customer_id, recency_days, tenure_days`.
 * @param ordersByMonth `customer_id, month_1 … month_12`, orders in that month of any year.
 * @param asOf ISO date of the snapshot.
 * @returns Observed and expected orders in the order of `customers`; zeros for customers with
 * nothing between first and last order.
 */
export function seasonResiduals(
  customers: DataFrame,
  ordersByMonth: DataFrame,
  asOf: string,
): SeasonResiduals {
  const recency = numberColumn(customers, "recency_days");
  const tenure = numberColumn(customers, "tenure_days");
  const counts = monthlyCounts(customers, ordersByMonth);
  const calendar = daysByMonth(asOf, Math.floor(largest(tenure)) + 1);
  const rows = customers.height;
  const orders = new Float64Array(rows);
  const observed = new Float64Array(rows * MONTHS);
  const days = new Float64Array(rows * MONTHS);
  for (let i = 0; i < rows; i++) {
    const first = Math.floor(tenure[i]) + 1, last = Math.floor(recency[i]) + 1;
    if (first <= last) continue;
    const own = counts.slice(i * MONTHS, (i + 1) * MONTHS);
    own[calendar.monthOf(first)]--;
    own[calendar.monthOf(last)]--;
    for (let month = 0; month < MONTHS; month++) {
      observed[i * MONTHS + month] = Math.max(0, own[month]);
      orders[i] += observed[i * MONTHS + month];
      days[i * MONTHS + month] = calendar.days(month, first, last);
    }
  }
  return { orders, observed, expected: byCalendar(orders, observed, days) };
}

function largest(values: Float64Array): number {
  return values.reduce((a, b) => Math.max(a, b), 0);
}

/** Orders by month of each customer, in the order of `customers`. */
function monthlyCounts(customers: DataFrame, ordersByMonth: DataFrame): Float64Array {
  const rowOf = new Map(textColumn(ordersByMonth, "customer_id").map((id, row) => [id, row]));
  const months = Array.from(
    { length: MONTHS },
    (_, month) => numberColumn(ordersByMonth, `month_${month + 1}`),
  );
  const counts = new Float64Array(customers.height * MONTHS);
  textColumn(customers, "customer_id").forEach((id, i) => {
    const row = rowOf.get(id);
    if (row === undefined) {
      throw new RangeError(`Looking for seasons: no orders by month for customer "${id}".`);
    }
    months.forEach((column, month) => counts[i * MONTHS + month] = column[row]);
  });
  return counts;
}

/** Days of each month of the year, looked up by age: 1 is the day before the snapshot. */
function daysByMonth(asOf: string, oldest: number) {
  const now = instantOf(asOf);
  const monthOf = (age: number) => new Date(now - age * DAY).getUTCMonth();
  const upTo = new Int32Array((oldest + 1) * MONTHS);
  for (let age = 1; age <= oldest; age++) {
    upTo.copyWithin(age * MONTHS, (age - 1) * MONTHS, age * MONTHS);
    upTo[age * MONTHS + monthOf(age)]++;
  }
  return {
    monthOf,
    /** Days of a month from the first to the last one, both included. */
    days: (month: number, first: number, last: number) =>
      upTo[first * MONTHS + month] - upTo[(last - 1) * MONTHS + month],
  };
}

const MOST_STEPS = 200;
const CLOSE_ENOUGH = 1e-9;

/** Expected orders under the likeliest calendar, found by iterative scaling of its months. */
function byCalendar(orders: Float64Array, observed: Float64Array, days: Float64Array) {
  const totals = columnSums(observed);
  const busyness = totals.map((total) => (total > 0 ? 1 : 0));
  const expected = new Float64Array(observed.length);
  for (let step = 0; step < MOST_STEPS; step++) {
    for (let i = 0; i < orders.length; i++) {
      if (orders[i] === 0) continue;
      let sum = 0;
      for (let m = 0; m < MONTHS; m++) sum += busyness[m] * days[i * MONTHS + m];
      if (sum === 0) continue;
      const scale = orders[i] / sum;
      for (let m = 0; m < MONTHS; m++) {
        expected[i * MONTHS + m] = scale * busyness[m] * days[i * MONTHS + m];
      }
    }
    const sums = columnSums(expected);
    let change = 0;
    for (let m = 0; m < MONTHS; m++) {
      const factor = sums[m] > 0 ? totals[m] / sums[m] : 1;
      busyness[m] *= factor;
      change = Math.max(change, Math.abs(factor - 1));
    }
    if (change < CLOSE_ENOUGH) break;
  }
  return expected;
}

function columnSums(values: Float64Array): Float64Array {
  const sums = new Float64Array(MONTHS);
  for (let i = 0; i < values.length; i++) sums[i % MONTHS] += values[i];
  return sums;
}
