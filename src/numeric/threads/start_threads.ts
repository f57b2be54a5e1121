import { MessageChannel as NodeChannel, receiveMessageOnPort } from "node:worker_threads";

/** Threads that share jobs. */
export interface Threads<Job, Result> {
  /**
   * Offers a job to the threads.
   *
   * @param job What is to be done: plain data.
   * @returns A function, to be called once, that waits for the result; what no other thread has begun
   * it does itself.
   */
  readonly begin: (job: Job) => () => Result;
  /** Ends the threads, whatever they are at. */
  readonly close: () => void;
}

/** Work that the threads do. */
export interface ThreadWork<Job, Result> {
  /** Address of a module that calls `helpWith` with the same work. */
  readonly worker: string;
  /** Sent to each helping thread once, before any job. */
  readonly setup?: unknown;
  /** Does a job on the calling thread. */
  readonly run: (job: Job) => Result;
  /** How many, the calling one among them; default one per processor, four at most. */
  readonly threads?: number;
}

/** Message to a helping thread: first how to answer, then jobs. */
export type HelperMessage<Job> =
  | { readonly port: MessagePort; readonly finished: Int32Array; readonly setup: unknown }
  | OfferedJob<Job>;

/** Answer of a helping thread; no result where the job failed. */
export interface FinishedJob<Result> {
  readonly number: number;
  readonly done: { readonly result: Result } | null;
}

/** A job that belongs to the first thread that sets its claim from 0 to 1. */
interface OfferedJob<Job> {
  readonly number: number;
  readonly job: Job;
  readonly claim: Int32Array;
}

/** More threads than this would find little to do. */
const MOST_THREADS = 4;

/**
 * Starts threads that work beside the calling one.
 *
 * Every job is offered to all threads, and done by the first that takes it; the calling thread takes
 * part wherever it would wait. Results must not depend on the thread: where no other one comes up, the
 * calling one does it all.
 *
 * @throws {RangeError} If the number of threads is no positive whole number.
 */
export function startThreads<Job, Result>(
  { worker, setup, run, threads = Math.min(MOST_THREADS, navigator.hardwareConcurrency) }:
    ThreadWork<Job, Result>,
): Threads<Job, Result> {
  if (!Number.isInteger(threads) || threads < 1) {
    throw new RangeError(`Starting threads: 1 or more are needed, got ${threads}.`);
  }
  const finished = new Int32Array(new SharedArrayBuffer(4));
  const helpers = Array.from({ length: threads - 1 }, () => startHelper(worker, finished, setup));
  const offered: OfferedJob<Job>[] = [];
  /** Results that nobody has asked for yet. */
  const results = new Map<number, { readonly result: Result }>();

  /** Does a job if no other thread has begun it. */
  function attempt({ number, job, claim }: OfferedJob<Job>): boolean {
    if (Atomics.exchange(claim, 0, 1) !== 0) return false;
    results.set(number, { result: run(job) });
    return true;
  }

  function receive() {
    for (const { port } of helpers) {
      for (let one; (one = receiveMessageOnPort(port));) {
        const { number, done }: FinishedJob<Result> = one.message;
        results.set(number, done ?? { result: run(offered[number].job) });
      }
    }
  }

  function take(number: number): Result {
    for (;;) {
      const seen = Atomics.load(finished, 0);
      receive();
      const done = results.get(number);
      if (done !== undefined) {
        results.delete(number);
        return done.result;
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
      for (const helper of helpers) helper.worker.postMessage(offered[number]);
      return () => take(number);
    },
    close() {
      for (const helper of helpers) {
        helper.worker.terminate();
        helper.port.close();
      }
    },
  };
}

function startHelper(module: string, finished: Int32Array, setup: unknown) {
  const worker = new Worker(module, { type: "module" });
  // A thread that may not start is no harm: the calling one does the work.
  worker.addEventListener("error", (event) => event.preventDefault());
  const { port1, port2 } = new NodeChannel(); // whose messages can be read while blocking
  const port = port2 as unknown as MessagePort;
  const message: HelperMessage<never> = { port, finished, setup };
  worker.postMessage(message, [port]);
  return { worker, port: port1 };
}
