/**
 * A thread that helps with fits: see `estimator_threads.ts`.
 *
 * @module
 */
import { type EstimatorResult, runEstimatorJob } from "./estimator_job.ts";
import type { FinishedJob, HelperMessage } from "./estimator_threads.ts";

let port: MessagePort;
let finished: Int32Array;

addEventListener("message", (event) => {
  const message = (event as MessageEvent<HelperMessage>).data;
  if ("port" in message) {
    ({ port, finished } = message);
    return;
  }
  const { number, job, claim } = message;
  if (Atomics.exchange(claim, 0, 1) !== 0) return; // another thread has it
  const done: FinishedJob = { number, result: resultOf(() => runEstimatorJob(job)) };
  port.postMessage(done);
  Atomics.add(finished, 0, 1);
  Atomics.notify(finished, 0);
});

/** Null where it fails: the thread that asked for it tries again, and its error is seen. */
function resultOf(work: () => EstimatorResult): EstimatorResult | null {
  try {
    return work();
  } catch {
    return null;
  }
}
