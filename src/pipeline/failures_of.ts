import { type Attempt, resultOf } from "../frames/attempt.ts";
import { STAGES, type StagesRun } from "./stages.ts";

/**
 * What went wrong in a run through a fault of the program.
 *
 * @returns One sentence for each stage that failed by itself; none where all went well.
 */
export function failuresOf(run: StagesRun): string[] {
  const attempts: Attempt<unknown>[] = STAGES.flatMap(({ name }) =>
    name === "customers" ? [] : [run[name]]
  );
  const evaluation = resultOf(run.offers)?.evaluation;
  if (evaluation) attempts.push(evaluation);
  const reasons = attempts.flatMap((attempt) => attempt.kind === "failed" ? [attempt.reason] : []);
  return [...new Set(reasons)];
}
