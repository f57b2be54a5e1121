import { mean } from "../../numeric/sums.ts";

/**
 * Shifts all log-odds by the same amount, so that the mean probability is what was observed.
 *
 * Used to compare models on a period that was luckier or harder for everybody: the season moves all
 * customers, no model can foresee it from the season before, and it should not decide between them.
 *
 * @param probabilities What a model gave, 0 to 1.
 * @param rate What share it happened to, in (0, 1).
 * @returns Probabilities in the same order of customers, their mean the rate within 1e-9.
 * @throws {RangeError} If the rate is not between 0 and 1.
 */
export function alignProbabilities(probabilities: Float64Array, rate: number): Float64Array {
  if (!(rate > 0 && rate < 1)) {
    throw new RangeError(`Aligning probabilities: the rate must be in (0, 1), got ${rate}.`);
  }
  const logOdds = probabilities.map((p) => {
    const bounded = Math.min(1 - SUREST, Math.max(SUREST, p));
    return Math.log(bounded / (1 - bounded));
  });
  return shifted(logOdds, shiftFor(logOdds, rate));
}

/** Bounds of probabilities and of the shift, and how far the mean may be off. */
const SUREST = 1e-6, WIDEST = 30, CLOSE = 1e-12;

/** Newton's method between bounds that close in: the mean rises with the shift. */
function shiftFor(logOdds: Float64Array, rate: number): number {
  let [low, high, shift] = [-WIDEST, WIDEST, 0];
  for (let step = 0; step < 100; step++) {
    const probabilities = shifted(logOdds, shift);
    const excess = mean(probabilities) - rate;
    if (Math.abs(excess) < CLOSE) break;
    if (excess < 0) low = shift;
    else high = shift;
    const slope = mean(probabilities.map((p) => p * (1 - p)));
    const next = shift - excess / slope;
    shift = next > low && next < high ? next : (low + high) / 2;
  }
  return shift;
}

function shifted(logOdds: Float64Array, shift: number): Float64Array {
  return logOdds.map((value) => 1 / (1 + Math.exp(-value - shift)));
}
