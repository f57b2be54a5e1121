import { assertAlmostEquals, assertEquals } from "@std/assert";
import { logisticLoss, type LogisticRows } from "../../../src/learning/linear/logistic_loss.ts";
import { createRandom } from "../../../src/numeric/random/random.ts";

/** The loss, its gradient and its Hessian, by the textbook's formulas, one row at a time. */
function byDefinition(weights: Float64Array, { X, targets, rowWeights }: LogisticRows, l2: number) {
  const size = X.columns + 1;
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  let value = 0;
  for (let j = 0; j < X.columns; j++) {
    value += l2 / 2 * weights[j] ** 2;
    gradient[j] = l2 * weights[j];
    hessian[j * size + j] = l2;
  }
  for (let row = 0; row < X.rows; row++) {
    const features = [...X.values.subarray(row * X.columns, (row + 1) * X.columns), 1];
    const logOdds = features.reduce((sum, x, j) => sum + weights[j] * x, 0);
    const p = 1 / (1 + Math.exp(-logOdds));
    const weight = rowWeights?.[row] ?? 1;
    value -= weight * (targets[row] * Math.log(p) + (1 - targets[row]) * Math.log(1 - p));
    for (let j = 0; j < size; j++) {
      gradient[j] += weight * (p - targets[row]) * features[j];
      for (let k = 0; k <= j; k++) {
        hessian[j * size + k] += weight * p * (1 - p) * features[j] * features[k];
      }
    }
  }
  return { value, gradient, hessian };
}

function randomRows(rows: number, columns: number, weighted: boolean): LogisticRows {
  const random = createRandom(6, `${rows} × ${columns}`);
  const numbers = (count: number) => Float64Array.from({ length: count }, () => random.normal());
  return {
    X: { rows, columns, values: numbers(rows * columns) },
    targets: Float64Array.from({ length: rows }, () => Math.round(random.next() * 4) / 4),
    rowWeights: weighted ? numbers(rows).map((x) => x ** 2) : undefined,
  };
}

Deno.test("logisticLoss: value, gradient and Hessian by definition, whatever the number of rows and columns", () => {
  for (const rows of [1, 2, 3, 4, 5, 8, 203]) {
    for (const columns of [1, 2, 3, 6, 7]) {
      for (const weighted of [false, true]) {
        const given = randomRows(rows, columns, weighted);
        const weights = createRandom(rows).shuffle([0.3, -1.2, 0.7, 2, -0.4, 0.9, -0.1, 0.5])
          .slice(0, columns + 1);
        const expected = byDefinition(Float64Array.from(weights), given, 0.7);
        const hessian = new Float64Array((columns + 1) ** 2).fill(NaN);
        const { value, gradient } = logisticLoss(Float64Array.from(weights), given, 0.7, hessian);
        assertAlmostEquals(value, expected.value, 1e-10);
        gradient.forEach((g, j) => assertAlmostEquals(g, expected.gradient[j], 1e-10));
        hessian.forEach((h, place) => {
          if (place % (columns + 1) > Math.floor(place / (columns + 1))) return; // upper triangle
          assertAlmostEquals(h, expected.hessian[place], 1e-10);
        });
        const alone = logisticLoss(Float64Array.from(weights), given, 0.7);
        assertEquals(alone, { value, gradient });
      }
    }
  }
});

Deno.test("logisticLoss: log-odds beyond the range of exp", () => {
  const X = { rows: 2, columns: 1, values: Float64Array.of(1, -1) };
  const rows = { X, targets: Float64Array.of(0, 0) };
  const hessian = new Float64Array(4);
  const { value, gradient } = logisticLoss(Float64Array.of(2000, 0), rows, 0, hessian);
  assertEquals([value, ...gradient], [2000, 1, 1]);
  assertEquals([hessian[0], hessian[2], hessian[3]], [0, 0, 0]);
});
