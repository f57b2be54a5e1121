import type { MonthBlocks } from "./month_blocks.ts";
import { sum } from "../numeric/sums.ts";

/** Revenue per day of each month ahead, by who brings it. */
export interface CohortForecast {
  readonly existing: Float64Array;
  readonly newcomers: Float64Array;
}

/** Months over which the present is averaged. */
const RECENT = 3;

/**
 * Forecasts from customers: those known go on at the rate of their last three months times what
 * earlier known customers kept of it so many months later; newcomers arrive as in the last three
 * months and spend what earlier newcomers spent at the same age, and nothing at an age that none of
 * them has reached.
 *
 * @param blocks See `monthBlocks`; revenue may be freed of its season before.
 * @param now Months that are known, at least 2; later ones are not looked at.
 */
export function cohortForecast(
  { cohorts, arrivals }: Pick<MonthBlocks, "cohorts" | "arrivals">,
  now: number,
  steps: number,
): CohortForecast {
  const known = (until: number, month: number) => {
    let total = 0;
    for (let c = 0; c < until; c++) total += cohorts[c][month];
    return total;
  };
  const present = (until: number) => {
    const from = Math.max(0, until - RECENT);
    let total = 0;
    for (let m = from; m < until; m++) total += known(until, m);
    return total / (until - from);
  };
  const kept = new Float64Array(steps);
  for (let h = 0; h < steps; h++) {
    let [later, before] = [0, 0];
    for (let t = Math.min(RECENT, now - 1); t + h < now; t++) {
      later += known(t, t + h);
      before += present(t);
    }
    kept[h] = before > 0 ? later / before : h > 0 ? kept[h - 1] : 1;
  }
  // The first month of a file holds customers of long standing: it is no month of newcomers.
  const spendAt = (age: number) => {
    let [spent, people] = [0, 0];
    for (let c = 1; c + age < now; c++) {
      spent += cohorts[c][c + age];
      people += arrivals[c];
    }
    return people > 0 ? spent / people : 0;
  };
  const from = Math.max(1, now - RECENT);
  const arriving = sum(arrivals.subarray(from, now)) / (now - from);
  const rate = present(now);
  const newcomers = new Float64Array(steps);
  for (let h = 0, total = 0; h < steps; h++) newcomers[h] = total += arriving * spendAt(h);
  return { existing: kept.map((share) => share * rate), newcomers };
}
