import pl, { type DataFrame } from "nodejs-polars";
import { type BinnedMatrix, withBins } from "../../learning/trees/growing/feature_bins.ts";
import type { Matrix } from "../../numeric/matrix.ts";
import {
  type FeaturePreparation,
  fitAndPrepareFeatures,
  prepareFeatures,
} from "./feature_preparation.ts";

/** Customers as estimators see them, and how others are prepared alike. */
export interface PreparedFeatures {
  /** Learned on the customers. */
  readonly preparation: FeaturePreparation;
  readonly X: Matrix;
  /** The same customers with bins, for trees. */
  readonly binned: () => BinnedMatrix;
  /** Other customers, each dataframe once. */
  readonly prepare: (customers: DataFrame) => Matrix;
  /** Other customers with bins of the same edges, each dataframe once. */
  readonly prepareBinned: (customers: DataFrame) => BinnedMatrix;
}

/** A function from snapshots' features, to be stacked, and names of columns. */
export type PrepareFeatures = (
  snapshots: readonly DataFrame[],
  features: readonly string[],
) => PreparedFeatures;

/**
 * Creates a function that prepares features and remembers what it has prepared: models of several
 * families and questions see the same customers.
 */
export function rememberPreparedFeatures(): PrepareFeatures {
  const numberOf = numbering();
  const remembered = new Map<string, PreparedFeatures>();
  return (snapshots, features) => {
    const key = `${snapshots.map(numberOf)}: ${features}`;
    const prepared = remembered.get(key) ?? prepareStacked(snapshots, features);
    remembered.set(key, prepared);
    return prepared;
  };
}

function prepareStacked(
  snapshots: readonly DataFrame[],
  features: readonly string[],
): PreparedFeatures {
  const stacked = snapshots.length === 1 ? snapshots[0] : pl.concat([...snapshots]);
  const { preparation, X: unshared } = fitAndPrepareFeatures(stacked, features);
  const X = onSharedMemory(unshared);
  const binned = once(() => binnedOnSharedMemory(withBins(X)));
  const prepare = onceFor((customers: DataFrame) =>
    onSharedMemory(prepareFeatures(preparation, customers))
  );
  return {
    preparation,
    X,
    binned,
    prepare,
    prepareBinned: onceFor((customers: DataFrame) =>
      binnedOnSharedMemory(withBins(prepare(customers), binned().edges))
    ),
  };
}

/** Other threads read shared memory without a copy. */
function onSharedMemory(X: Matrix): Matrix {
  const values = new Float64Array(new SharedArrayBuffer(X.values.byteLength));
  values.set(X.values);
  return { ...X, values };
}

function binnedOnSharedMemory(X: BinnedMatrix): BinnedMatrix {
  const bins = new Uint8Array(new SharedArrayBuffer(X.bins.byteLength));
  bins.set(X.bins);
  return { ...X, bins };
}

/** Numbers objects in the order in which they are met. */
function numbering(): (object: object) => number {
  const numbers = new WeakMap<object, number>();
  let met = 0;
  return (object) => {
    const number = numbers.get(object) ?? met++;
    numbers.set(object, number);
    return number;
  };
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

function onceFor<Key extends object, T>(compute: (key: Key) => T): (key: Key) => T {
  const results = new WeakMap<Key, T>();
  return (key) => {
    const result = results.get(key) ?? compute(key);
    results.set(key, result);
    return result;
  };
}
