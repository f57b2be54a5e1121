import { MessageChannel as NodeChannel, receiveMessageOnPort } from "node:worker_threads";
import { type EstimatorJob, type EstimatorResult, runEstimatorJob } from "./estimator_job.ts";

/** Threads that share jobs. */
export interface EstimatorThreads {
  /**
   * Offers a job to the threads.
   *
   * @param job What is to be done.
   * @returns A function, to be called once, that waits for the result; what no other thread has begun
   * it does itself.
   */
  readonly begin: (job: EstimatorJob) => () => EstimatorResult;
  /** Ends the threads, whatever they are at. */
  readonly close: () => void;
}

/** What a helping thread is sent: first how to answer, then jobs. */
export type HelperMessage =
  | { readonly port: MessagePort; readonly finished: Int32Array }
  | OfferedJob;

/** What a helping thread answers; no result where the job failed. */
export interface FinishedJob {
  readonly number: number;
  readonly result: EstimatorResult | null;
}

/** A job that belongs to the first thread that sets its claim from 0 to 1. */
interface OfferedJob {
  readonly number: number;
  readonly job: EstimatorJob;
  readonly claim: Int32Array;
}

/** More threads than this would find little to do. */
const MOST_THREADS = 4;

/**
 * Starts threads that fit estimators beside the calling one.
 *
 * Every job is offered to all threads, and done by the first that takes it; the calling thread takes
 * part wherever it would wait. Results do not depend on the thread: where no other one comes up, the
 * calling one does it all.
 *
 * @param threads How many, the calling one among them; default one per processor, four at most.
 * @returns See {@linkcode EstimatorThreads}; to be closed when all is done.
 * @throws {RangeError} If it is no positive whole number.
 *
 * @example
 * ```ts
 * import { startEstimatorThreads } from "./estimator_threads.ts";
 * import { matrixFromRows } from "../../numeric/matrix.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const { begin, close } = startEstimatorThreads(2);
 * const X = matrixFromRows([[-1], [-1], [1], [1]]);
 * const jobs = [0.1, 1].map((l2PerRow) =>
 *   begin({
 *     X,
 *     labels: Uint8Array.of(0, 0, 1, 1),
 *     options: { family: "logistic_regression", parameters: { l2PerRow } },
 *     others: [X],
 *   })
 * );
 * const [loose, strict] = jobs.map((result) => result().probabilities[0][3]);
 * close();
 * assertEquals(loose > strict, true);
 * ```
 */
export function startEstimatorThreads(
  threads: number = Math.min(MOST_THREADS, navigator.hardwareConcurrency),
): EstimatorThreads {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`Starting threads: 1 or more are needed, got ${threads}.`);
  }
  const finished = new Int32Array(new SharedArrayBuffer(4));
  const helpers = Array.from({ length: threads - 1 }, () => startHelper(finished));
  const offered: OfferedJob[] = [];
  /** Results that nobody has asked for yet. */
  const results = new Map<number, EstimatorResult>();

  /** Does a job if no other thread has begun it. */
  function attempt({ number, job, claim }: OfferedJob): boolean {
    if (Atomics.exchange(claim, 0, 1) !== 0) return false;
    results.set(number, runEstimatorJob(job));
    return true;
  }

  function receive() {
    for (const { port } of helpers) {
      for (let one; (one = receiveMessageOnPort(port));) {
        const { number, result }: FinishedJob = one.message;
        results.set(number, result ?? runEstimatorJob(offered[number].job));
      }
    }
  }

  function take(number: number): EstimatorResult {
    for (;;) {
      const seen = Atomics.load(finished, 0);
      receive();
      const result = results.get(number);
      if (result !== undefined) {
        results.delete(number);
        return result;
      }
      // While another thread is at it, the latest job: the others begin with the earliest.
      const found = attempt(offered[number]) || offered.findLast(attempt) !== undefined;
      if (!found) Atomics.wait(finished, 0, seen, 20);
    }
  }

  return {
    begin(job) {
      const claim = new Int32Array(new SharedArrayBuffer(4));
      const number = offered.push({ number: offered.length, job, claim }) - 1;
      for (const { worker } of helpers) worker.postMessage(offered[number]);
      return () => take(number);
    },
    close() {
      for (const { worker, port } of helpers) {
        worker.terminate();
        port.close();
      }
    },
  };
}

function startHelper(finished: Int32Array) {
  const worker = new Worker(import.meta.resolve("./estimator_worker.ts"), { type: "module" });
  // A thread that may not start is no harm: the calling one does the work.
  worker.addEventListener("error", (event) => event.preventDefault());
  const { port1, port2 } = new NodeChannel(); // whose messages can be read while blocking
  const port = port2 as unknown as MessagePort;
  const message: HelperMessage = { port, finished };
  worker.postMessage(message, [port]);
  return { worker, port: port1 };
}
