import { startThreads } from "../../numeric/threads/start_threads.ts";
import { createForestTree, type ForestData } from "./forest_tree.ts";
import type { GrownTree } from "./regression_tree.ts";

/** Fewer rows × trees × features per split than this are done before another thread is up. */
const WORTHWHILE = 1e7;

/**
 * Grows the trees of a forest, on several threads where that pays.
 *
 * The calling thread grows trees too, and waits only for those that others have taken: where no other
 * thread comes up, it grows them all. Trees do not depend on the thread that grew them.
 *
 * @param threads How many threads to use at most.
 */
export function growForestTrees(data: ForestData, threads: number): GrownTree[] {
  const { X, settings } = data;
  const work = X.rows * settings.trees * settings.maxFeatures;
  const several = threads > 1 && work >= WORTHWHILE;
  const { begin, close } = startThreads({
    worker: import.meta.resolve("./forest_worker.ts"),
    setup: several ? shared(data) : undefined,
    run: createForestTree(data),
    threads: several ? threads : 1,
  });
  try {
    const trees = Array.from({ length: settings.trees }, (_, tree) => begin(tree));
    return trees.map((grown) => grown());
  } finally {
    close();
  }
}

function shared({ X, y, settings }: ForestData): ForestData {
  return { settings, X: { ...X, bins: sharedCopy(X.bins) }, y: sharedCopy(y) };
}

function sharedCopy<T extends Uint8Array | Float64Array>(values: T): T {
  const buffer = new SharedArrayBuffer(values.byteLength);
  const copy = values instanceof Uint8Array ? new Uint8Array(buffer) : new Float64Array(buffer);
  copy.set(values);
  return copy as T;
}
