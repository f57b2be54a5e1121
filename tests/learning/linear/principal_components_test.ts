import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  fitPrincipalComponents,
  transformPrincipalComponents,
} from "../../../src/learning/linear/principal_components.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { fixture, frozen, throughJson, unchanged } from "../toy_data.ts";

const { principal_components: sklearn } = fixture("clustering_sklearn.json");
const X = matrixFromRows(sklearn.X);

function assertNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  assertEquals(actual.length, expected.length);
  expected.forEach((value, i) =>
    assertAlmostEquals(actual[i], value, 1e-9 * Math.max(1, Math.abs(value)))
  );
}

Deno.test("fitPrincipalComponents: loadings with their signs and variances, parity with scikit-learn", () => {
  const model = fitPrincipalComponents(X);
  assertNear(model.means, sklearn.means);
  assertNear(model.components.flat(), sklearn.components.flat());
  assertNear(model.explainedVariance, sklearn.explained_variance);
  assertNear(model.explainedVarianceRatio, sklearn.explained_variance_ratio);
  assertNear(transformPrincipalComponents(model, X).values, sklearn.scores.flat());
});

Deno.test("fitPrincipalComponents: two of five components, parity with scikit-learn", () => {
  const model = fitPrincipalComponents(X, { components: 2 });
  assertNear(model.explainedVarianceRatio, sklearn.two_ratio);
  assertNear(transformPrincipalComponents(model, X).values, sklearn.two_scores.flat());
});

Deno.test("fitPrincipalComponents: fewer rows than columns, parity with scikit-learn", () => {
  const model = fitPrincipalComponents(matrixFromRows(sklearn.X.slice(0, 3)));
  assertEquals(model.components.length, 3);
  assertNear(model.explainedVariance, sklearn.three_rows.variance);
  assertNear(model.components.slice(0, 2).flat(), sklearn.three_rows.components.flat());
});

Deno.test("fitPrincipalComponents: read back from JSON, input unchanged", () => {
  assert(unchanged(X, () => {
    const model = frozen(fitPrincipalComponents(frozen(X)));
    assertEquals(throughJson(model), model);
    assertEquals(
      transformPrincipalComponents(throughJson(model), X),
      transformPrincipalComponents(model, X),
    );
  }));
});

Deno.test("fitPrincipalComponents: equal rows and constant columns stay finite", () => {
  const equal = fitPrincipalComponents(matrixFromRows([[1, 2], [1, 2], [1, 2]]));
  assertEquals(equal.explainedVariance, [0, 0]);
  assertEquals(equal.explainedVarianceRatio, [0, 0]);
  const flat = fitPrincipalComponents(matrixFromRows([[1, 2], [3, 2], [8, 2]]));
  assertEquals([flat.components[0], flat.explainedVarianceRatio], [[1, 0], [1, 0]]);
});

Deno.test("fitPrincipalComponents: refuses one row, holes and components that do not exist", () => {
  assertThrows(() => fitPrincipalComponents(matrixFromRows([[1, 2]])), RangeError, "got 1");
  assertThrows(() => fitPrincipalComponents(matrixFromRows([[1], [NaN]])), RangeError, "row 1");
  for (const components of [0, 6, 1.5]) {
    assertThrows(() => fitPrincipalComponents(X, { components }), RangeError, "1 … 5");
  }
  const model = fitPrincipalComponents(X);
  assertThrows(
    () => transformPrincipalComponents(model, matrixFromRows([[1]])),
    TypeError,
    "5 columns",
  );
});
