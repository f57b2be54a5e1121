import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  firstRounds,
  fitGradientBoosting,
  predictGradientBoosting,
} from "../../../src/learning/trees/gradient_boosting.ts";
import { logLoss } from "../../../src/metrics/classification.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { separableData } from "../toy_data.ts";

const { X, classes } = separableData();

Deno.test("fitGradientBoosting: one round is the Newton step computed by hand", () => {
  // Start: ln(2 / 4). p = 1/3, so each row's curvature is 2/9. Split at 2.5: left (three rows of
  // class 0) Σ residual·curvature = −1, leaf −1 / (3·2/9 + 1) = −.6; right (0, 1, 1) it is
  // −1/3 + 2/3 + 2/3 = 1, leaf 1 / (2/3 + 1) = .6.
  const rows = matrixFromRows([[0], [1], [2], [3], [4], [5]]);
  const model = fitGradientBoosting(rows, [0, 0, 0, 0, 1, 1], {
    rounds: 1,
    minimumLeafSize: 3,
    learningRate: 0.5,
    l2: 1,
  });
  assertAlmostEquals(model.start, Math.log(1 / 2), 1e-12);
  assertEquals(model.trees[0].feature, [0, -1, -1]);
  model.trees[0].value.forEach((value, i) => assertAlmostEquals(value, [0, -0.3, 0.3][i], 1e-12));
  const [low, , , high] = predictGradientBoosting(model, rows);
  assertAlmostEquals(low, 1 / (1 + 2 * Math.exp(0.3)), 1e-12);
  assertAlmostEquals(high, 1 / (1 + 2 * Math.exp(-0.3)), 1e-12);
});

Deno.test("fitGradientBoosting: every round lowers the log loss of the rows learned from", () => {
  let before = Infinity;
  for (const rounds of [1, 2, 5, 20, 60]) {
    const model = fitGradientBoosting(X, classes, { rounds, minimumLeafSize: 5 });
    const loss = logLoss(classes, predictGradientBoosting(model, X));
    assert(loss < before, `${rounds} rounds: ${loss}`);
    before = loss;
  }
});

Deno.test("fitGradientBoosting: leaves, depth and leaf size bound the trees", () => {
  const leavesOf = (options: object) =>
    fitGradientBoosting(X, classes, { rounds: 5, minimumLeafSize: 1, ...options })
      .trees.map(({ feature }) => feature.filter((f) => f < 0).length);
  assert(leavesOf({ maximumLeaves: 3 }).every((leaves) => leaves <= 3));
  assert(leavesOf({ maximumDepth: 1 }).every((leaves) => leaves === 2));
  assert(leavesOf({ minimumLeafSize: 41 }).every((leaves) => leaves === 1));
});

Deno.test("fitGradientBoosting: a penalty draws the leaves towards 0", () => {
  const largest = (l2: number) =>
    Math.max(
      ...fitGradientBoosting(X, classes, { rounds: 1, l2 }).trees[0].value.map(Math.abs),
    );
  assert(largest(10) < largest(0) / 1.4);
});

Deno.test("fitGradientBoosting: stays finite where rows are beyond doubt", () => {
  const model = fitGradientBoosting(X, classes, {
    rounds: 400,
    learningRate: 1,
    minimumLeafSize: 1,
  });
  assert(predictGradientBoosting(model, X).every((p) => p >= 0 && p <= 1));
  assert(model.trees.every(({ value }) => value.every(Number.isFinite)));
});

Deno.test("fitGradientBoosting: refuses impossible options", () => {
  const fit = (options: object) => fitGradientBoosting(X, classes, options);
  assertThrows(() => fit({ rounds: 0 }), RangeError, "rounds must be a positive integer, got 0");
  assertThrows(() => fit({ learningRate: 2 }), RangeError, "learningRate");
  assertThrows(() => fit({ maximumLeaves: 1 }), RangeError, "maximumLeaves");
  assertThrows(() => fit({ maximumDepth: 0 }), RangeError, "maximumDepth");
  assertThrows(() => fit({ minimumLeafSize: 0 }), RangeError, "minimumLeafSize");
  assertThrows(() => fit({ maxFeatures: 4 }), RangeError, "maxFeatures must be at most 3");
  assertThrows(() => fit({ l2: -1 }), RangeError, "l2");
});

Deno.test("firstRounds: the same model as fitted with so many rounds", () => {
  const options = { minimumLeafSize: 5, maximumLeaves: 4 };
  const long = fitGradientBoosting(X, classes, { ...options, rounds: 20 });
  for (const rounds of [1, 7, 20]) {
    assertEquals(
      firstRounds(long, rounds),
      fitGradientBoosting(X, classes, { ...options, rounds }),
    );
  }
  for (const rounds of [0, 1.5, 21]) {
    assertThrows(() => firstRounds(long, rounds), RangeError, `${rounds} of 20 rounds`);
  }
});
