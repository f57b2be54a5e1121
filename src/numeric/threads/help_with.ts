import type { FinishedJob, HelperMessage } from "./start_threads.ts";

/**
 * Makes the module that calls it a thread that helps: see `startThreads`.
 *
 * @param prepare From what is sent once to a function that does a job; it must do as the calling
 * thread does.
 */
export function helpWith<Setup, Job, Result>(prepare: (setup: Setup) => (job: Job) => Result) {
  let port: MessagePort;
  let finished: Int32Array;
  let run: (job: Job) => Result;

  addEventListener("message", (event) => {
    const message = (event as MessageEvent<HelperMessage<Job>>).data;
    if ("port" in message) {
      ({ port, finished } = message);
      run = prepare(message.setup as Setup);
      return;
    }
    const { number, job, claim } = message;
    if (Atomics.exchange(claim, 0, 1) !== 0) return; // another thread has it
    const answer: FinishedJob<Result> = { number, done: doneBy(() => run(job)) };
    port.postMessage(answer);
    Atomics.add(finished, 0, 1);
    Atomics.notify(finished, 0);
  });
}

/** Null where it fails: the thread that asked for it tries again, and its error is seen. */
function doneBy<Result>(work: () => Result): FinishedJob<Result>["done"] {
  try {
    return { result: work() };
  } catch {
    return null;
  }
}
