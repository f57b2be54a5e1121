import { MessageChannel as NodeChannel, receiveMessageOnPort } from "node:worker_threads";
import { createForestTree, type ForestData } from "./forest_tree.ts";
import type { GrownTree } from "./regression_tree.ts";

/** A tree that another thread has grown. */
export interface NumberedTree {
  readonly number: number;
  readonly grown: GrownTree;
}

/** What a helping thread needs: the data, and where threads agree who grows which tree. */
export interface ForestErrand {
  readonly data: ForestData;
  /** The number of the next tree to grow, and how many have been sent. */
  readonly counters: Int32Array;
  /** Where grown trees are sent. */
  readonly port: MessagePort;
}

/** Fewer rows × trees × features per split than this are done before another thread is up. */
const WORTHWHILE = 1e7;

/**
 * Grows the trees of a forest, on several threads where that pays.
 *
 * The threads take the number of the next tree from a shared counter. The calling thread grows trees
 * too, and waits only for those that others have taken: where no other thread comes up, it grows them
 * all. Trees do not depend on the thread that grew them.
 *
 * @param data What the forest learns from.
 * @param threads How many threads to use at most.
 * @returns The trees in the order of their numbers.
 *
 * @example
 * ```ts
 * import { growForestTrees } from "./grow_forest_trees.ts";
 * import { forestSettings } from "./random_forest_settings.ts";
 * import { assertEquals } from "@std/assert";
 *
 * const X = { rows: 4, columns: 1, bins: new Uint8Array([0, 1, 2, 3]) };
 * const settings = forestSettings("Fitting", 1, { trees: 3, bootstrap: false }, "all");
 * const grown = growForestTrees({ X, y: new Float64Array([5, 5, 8, 8]), settings }, 2);
 * assertEquals(grown.map(({ tree }) => tree.value), [[0, 5, 8], [0, 5, 8], [0, 5, 8]]);
 * ```
 */
export function growForestTrees(data: ForestData, threads: number): GrownTree[] {
  const { X, settings } = data;
  const counters = new Int32Array(new SharedArrayBuffer(8));
  const work = X.rows * settings.trees * settings.maxFeatures;
  const helpers = work < WORTHWHILE ? [] : startHelpers(data, counters, threads - 1);
  try {
    const grow = createForestTree(data);
    const trees: GrownTree[] = Array(settings.trees);
    let missing = settings.trees;
    for (let tree; (tree = Atomics.add(counters, 0, 1)) < settings.trees; missing--) {
      trees[tree] = grow(tree);
    }
    while (missing > 0) {
      const sent = Atomics.load(counters, 1);
      for (const { port } of helpers) {
        for (let one; (one = receiveMessageOnPort(port)); missing--) {
          const { number, grown }: NumberedTree = one.message;
          trees[number] = grown;
        }
      }
      if (missing > 0) Atomics.wait(counters, 1, sent, 20);
    }
    return trees;
  } finally {
    for (const { worker, port } of helpers) {
      worker.terminate();
      port.close();
    }
  }
}

function startHelpers(data: ForestData, counters: Int32Array, count: number) {
  const shared = {
    ...data,
    X: { ...data.X, bins: sharedCopy(data.X.bins) },
    y: sharedCopy(data.y),
  };
  return Array.from({ length: count }, () => {
    const worker = new Worker(import.meta.resolve("./forest_worker.ts"), { type: "module" });
    // A thread that may not start is no harm: the calling one does the work.
    worker.addEventListener("error", (event) => event.preventDefault());
    const { port1, port2 } = new NodeChannel(); // whose messages can be read while blocking
    const errand: ForestErrand = { data: shared, counters, port: port2 as unknown as MessagePort };
    worker.postMessage(errand, [errand.port]);
    return { worker, port: port1 };
  });
}

function sharedCopy<T extends Uint8Array | Float64Array>(values: T): T {
  const buffer = new SharedArrayBuffer(values.byteLength);
  const copy = values instanceof Uint8Array ? new Uint8Array(buffer) : new Float64Array(buffer);
  copy.set(values);
  return copy as T;
}
