import { assert, assertEquals, assertThrows } from "@std/assert";
import { withBins } from "../../../src/learning/trees/growing/feature_bins.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";
import type { EstimatorOptions } from "../../../src/prediction/classifiers/customer_estimator.ts";
import {
  type EstimatorJob,
  runEstimatorJob,
} from "../../../src/prediction/classifiers/estimator_job.ts";
import { startThreads } from "../../../src/numeric/threads/start_threads.ts";
import { sampleRowsOfBothClasses } from "../../../src/learning/preparation/sample_rows.ts";
import { slowTest } from "../../slow.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";

const startEstimatorThreads = (threads: number) =>
  startThreads({
    worker: import.meta.resolve("../../../src/prediction/classifiers/estimator_worker.ts"),
    run: runEstimatorJob,
    threads,
  });

const ROWS = 400, COLUMNS = 4;

function jobOf(options: EstimatorOptions, classes = 2): EstimatorJob {
  const random = createRandom(2);
  const values = Float64Array.from({ length: ROWS * COLUMNS }, () => random.normal());
  const X = { rows: ROWS, columns: COLUMNS, values };
  const labels = Uint8Array.from(
    { length: ROWS },
    (_, i) => classes > 1 && values[COLUMNS * i] + random.normal() > 0 ? 1 : 0,
  );
  return { X, labels, options, others: [X] };
}

const JOBS: readonly EstimatorJob[] = [
  jobOf({ family: "logistic_regression" }),
  jobOf({ family: "gradient_boosting", parameters: { rounds: 20 } }),
  ...[5, 10, 20, 40].map((minimumLeafSize) =>
    jobOf({ family: "random_forest", parameters: { trees: 30, minimumLeafSize } })
  ),
];

Deno.test("startThreads with estimators: the same results on any number of threads, in any order", () => {
  const alone = JOBS.map((job) => JSON.stringify(runEstimatorJob(job)));
  for (const threads of [1, 2, 3]) {
    const { begin, close } = startEstimatorThreads(threads);
    try {
      const begun = JOBS.map(begin);
      const last = JSON.stringify(begun.pop()!());
      assertEquals([...begun.map((result) => JSON.stringify(result())), last], alone);
    } finally {
      close();
    }
  }
});

Deno.test("startThreads with estimators: other threads do take part, and change no bit", async () => {
  const job = jobOf({ family: "gradient_boosting", parameters: { rounds: 20 } });
  const binned = { ...job, X: withBins(job.X) };
  const alone = runEstimatorJob(binned);
  assert("edges" in alone.estimator && alone.estimator.edges === binned.X.edges);
  const { begin, close } = startEstimatorThreads(2);
  try {
    for (let attempt = 0;; attempt++) {
      assert(attempt < 300, "no thread has come up in a minute");
      const result = begin(binned);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { estimator, probabilities } = result();
      assertEquals(JSON.stringify(estimator), JSON.stringify(alone.estimator));
      assertEquals(probabilities, alone.probabilities);
      // What comes from another thread is a copy.
      if ("edges" in estimator && estimator.edges !== binned.X.edges) break;
    }
  } finally {
    close();
  }
});

Deno.test("startThreads with estimators: a job that cannot be done says why, on whichever thread it fails", () => {
  const { begin, close } = startEstimatorThreads(3);
  try {
    const impossible = begin(jobOf({ family: "logistic_regression" }, 1));
    JOBS.map(begin).forEach((result) => result());
    assertThrows(impossible, RangeError, "both classes are needed");
  } finally {
    close();
  }
});

Deno.test("startThreads with estimators: less than one thread is refused", () => {
  for (const threads of [0, 1.5]) {
    assertThrows(() => startEstimatorThreads(threads), RangeError, `got ${threads}`);
  }
});

Deno.test("runEstimatorJob: fits an estimator and predicts by it", () => {
  const X = matrixFromRows([[-1], [-1], [1], [1]]);
  const { probabilities: [[low, , , high]] } = runEstimatorJob({
    X,
    labels: Uint8Array.of(0, 0, 1, 1),
    options: { family: "logistic_regression" },
    others: [X],
  });
  assert(low < high);
});

slowTest(
  "runEstimatorJob: a package that takes a sample has our engine on the same rows beside it",
  () => {
    const random = createRandom(4);
    const X = {
      rows: 3100,
      columns: 1,
      values: Float64Array.from({ length: 3100 }, () => random.normal()),
    };
    const labels = Uint8Array.from(X.values, (x) => x + random.normal() > 0 ? 1 : 0);
    const options = { family: "logistic_regression", engine: "ml-logistic-regression" } as const;
    const others = [X];
    const { onSameRows } = runEstimatorJob({ X, labels, options, others });
    const sample = sampleRowsOfBothClasses(X, labels, 3000, 42);
    const ours = runEstimatorJob({
      X: sample.X,
      labels: Uint8Array.from(sample.y),
      options: { family: "logistic_regression" },
      others,
    });
    assertEquals(onSameRows, ours.probabilities);
    assertEquals(ours.onSameRows, undefined);
  },
);
