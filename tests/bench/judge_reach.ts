import { median } from "../../src/numeric/quantile.ts";
import type { Reach } from "./bench_case.ts";
import { type Rounds, type Run, totalSeconds } from "./bench_table.ts";

/** What a goal asked for and what was measured. */
export interface Judgement {
  readonly reach: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/**
 * Says whether a goal was met: shares of another side's time by the medians of all rounds, limits by
 * the worst round.
 *
 * @param reach The goal.
 * @param rounds At least one run of each side.
 * @throws {RangeError} If the goal names a side or a stage that was not run.
 */
export function judgeReach(reach: Reach, { python, project, beside }: Rounds): Judgement {
  const { stage } = reach;
  const what = stage ?? "all stages";
  const secondsOf = (run: Run) => {
    const seconds = stage === undefined ? totalSeconds(run) : run.seconds[stage];
    if (seconds === undefined) {
      throw new RangeError(`Judging a reach: no stage is called ${stage}.`);
    }
    return seconds;
  };
  if ("ratio" in reach) {
    const sides: Rounds["beside"] = { Python: python, ...beside };
    const others = sides[reach.to];
    if (!others) throw new RangeError(`Judging a reach: no side is called ${reach.to}.`);
    const ratio = median(project.map(secondsOf)) / median(others.map(secondsOf));
    return {
      reach: `${what} in at most ${reach.ratio.toFixed(2)} × the time of ${reach.to}`,
      measured: `${ratio.toFixed(2)} ×`,
      isMet: ratio <= reach.ratio,
    };
  }
  if ("seconds" in reach) {
    const seconds = Math.max(...project.map(secondsOf));
    return {
      reach: `${what} in under ${reach.seconds} s`,
      measured: `${seconds.toFixed(2)} s`,
      isMet: seconds < reach.seconds,
    };
  }
  const bytes = Math.max(...project.map((run) => run.process.peak_bytes));
  return {
    reach: `peak memory under ${gigabytes(reach.peakBytes)}`,
    measured: gigabytes(bytes),
    isMet: bytes < reach.peakBytes,
  };
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`;
}
