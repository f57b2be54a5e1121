import type { FinishedJob } from "../../../src/numeric/threads/start_threads.ts";

/** A job for a helping thread; one that is taken belongs to another thread already. */
export interface AskedJob {
  readonly job: unknown;
  readonly taken?: boolean;
}

/**
 * Starts a helping thread, sends it jobs in order, and waits for its answers.
 *
 * @param module Address of a module that calls `helpWith`.
 * @param setup What the thread is sent once.
 * @param jobs The last one must not be taken.
 * @returns The answers, and how many jobs the thread says it has finished.
 */
export async function askHelper(module: string, setup: unknown, jobs: readonly AskedJob[]) {
  const worker = new Worker(module, { type: "module" });
  const { port1, port2 } = new MessageChannel();
  const finished = new Int32Array(new SharedArrayBuffer(4));
  const answers: FinishedJob<unknown>[] = [];
  const done = new Promise<void>((resolve) => {
    port1.onmessage = ({ data }) => {
      answers.push(data);
      if (data.number === jobs.length - 1) resolve();
    };
  });
  try {
    worker.postMessage({ port: port2, finished, setup }, [port2]);
    jobs.forEach(({ job, taken }, number) => {
      const claim = new Int32Array(new SharedArrayBuffer(4));
      if (taken) claim[0] = 1;
      worker.postMessage({ number, job, claim });
    });
    await done;
    // A job is counted after its answer was sent.
    for (let i = 0; i < 200 && Atomics.load(finished, 0) < answers.length; i++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return { answers, finished: Atomics.load(finished, 0) };
  } finally {
    worker.terminate();
    port1.close();
  }
}
