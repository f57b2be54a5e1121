import { type Attempt, resultOf } from "../frames/attempt.ts";
import type { RunResult } from "./run_pipeline.ts";

/**
 * What went wrong in a run through a fault of the program.
 *
 * @param run What a run found out.
 * @returns One sentence for each stage that failed by itself; none where all went well.
 */
export function failuresOf(run: RunResult): string[] {
  const attempts: Attempt<unknown>[] = [
    run.exploration,
    run.segmentation,
    run.migration,
    run.predictions,
    run.decision,
    run.revenue,
    run.heldOut,
    run.lifetime,
    run.forecast,
    run.offers,
  ];
  const evaluation = resultOf(run.offers)?.evaluation;
  if (evaluation) attempts.push(evaluation);
  const reasons = attempts.flatMap((attempt) => attempt.kind === "failed" ? [attempt.reason] : []);
  return [...new Set(reasons)];
}
