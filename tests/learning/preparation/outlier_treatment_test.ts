import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  applyOutlierTreatment,
  fitOutlierTreatment,
  OUTLIER_TREATMENTS,
} from "../../../src/learning/preparation/outlier_treatment.ts";
import { matrixFromRows } from "../../../src/numeric/matrix.ts";
import { frozen, throughJson, unchanged } from "../toy_data.ts";

// 0 … 100 and ten times as much: the quantiles .01 and .99 are the second and second last values.
const X = matrixFromRows(Array.from({ length: 101 }, (_, i) => [i, 10 * i]));

Deno.test("fitOutlierTreatment: winsorising learns the 1 % and 99 % quantiles of each column", () => {
  assertEquals(fitOutlierTreatment(X, "winsorise"), {
    kind: "winsorise",
    columns: 2,
    low: [1, 10],
    high: [99, 990],
  });
});

Deno.test("applyOutlierTreatment: later rows are clipped to what was learned", () => {
  const model = fitOutlierTreatment(X, "winsorise");
  const later = matrixFromRows([[-7, 500], [1e9, 1e9], [99, 10]]);
  assertEquals([...applyOutlierTreatment(model, later).values], [1, 500, 99, 990, 99, 10]);
});

Deno.test("applyOutlierTreatment: log1p and none, value by value", () => {
  const small = matrixFromRows([[0, Math.E - 1]]);
  const treat = (kind: "log1p" | "none") =>
    applyOutlierTreatment(fitOutlierTreatment(small, kind), small);
  assertEquals([...treat("log1p").values], [0, 1]);
  assertEquals(treat("none"), small);
  assert(treat("none").values !== small.values);
});

Deno.test("applyOutlierTreatment: every treatment, read back from JSON, inputs unchanged", () => {
  for (const kind of OUTLIER_TREATMENTS) {
    assert(unchanged(X, () => {
      const model = frozen(fitOutlierTreatment(frozen(X), kind));
      assertEquals(
        applyOutlierTreatment(throughJson(model), X),
        applyOutlierTreatment(model, X),
      );
    }));
  }
});

Deno.test("applyOutlierTreatment: one row, equal rows and constant columns stay finite", () => {
  for (const kind of OUTLIER_TREATMENTS) {
    for (const rows of [[[3, 0]], [[3, 0], [3, 0]]]) {
      const few = matrixFromRows(rows);
      const { values } = applyOutlierTreatment(fitOutlierTreatment(few, kind), few);
      assertEquals([...values.slice(0, 2)], kind === "log1p" ? [Math.log1p(3), 0] : [3, 0]);
    }
  }
});

Deno.test("fitOutlierTreatment: refuses no rows, holes, wrong quantiles, kinds and shapes", () => {
  const fit = (rows: number[][]) => () => fitOutlierTreatment(matrixFromRows(rows), "log1p");
  assertThrows(fit([]), RangeError, "no rows");
  assertThrows(fit([[1], [NaN]]), RangeError, "row 1, column 0 is NaN");
  assertThrows(fit([[1, 2], [3, -1]]), RangeError, "at row 1, column 1 is -1");
  for (const quantiles of [[0.9, 0.1], [0.5, 0.5], [-0.1, 1], [0, NaN]] as const) {
    assertThrows(
      () => fitOutlierTreatment(X, "winsorise", { quantiles }),
      RangeError,
      "low < high",
    );
  }
  // @ts-expect-error a kind that is none
  assertThrows(() => fitOutlierTreatment(X, "cut"), RangeError, '"cut"');
  const model = fitOutlierTreatment(X, "none");
  assertThrows(() => applyOutlierTreatment(model, matrixFromRows([[1]])), TypeError, "2 columns");
});
