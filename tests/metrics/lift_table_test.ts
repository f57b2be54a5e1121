import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { liftTable } from "../../src/metrics/classification.ts";
import { reordered, scoredCases } from "./classification_fixture.ts";

Deno.test("liftTable: sizes and positives of the groups, parity with NumPy to 1e-12, ties included", () => {
  for (const { truth, probabilities, lift, name } of scoredCases()) {
    for (const { groups, customers, positives } of lift) {
      const table = liftTable(truth, probabilities, { groups });
      assertEquals(table.map((row) => row.customers), customers, name);
      table.forEach((row, i) => assertAlmostEquals(row.positives, positives[i], 1e-12, name));
    }
  }
});

Deno.test("liftTable: rate, lift and gain follow from the counts", () => {
  for (const { truth, probabilities } of scoredCases()) {
    const all = truth.reduce((sum, value) => sum + value, 0);
    let found = 0;
    for (const row of liftTable(truth, probabilities)) {
      found += row.positives;
      assertAlmostEquals(row.rate, row.positives / row.customers, 1e-12);
      assertAlmostEquals(row.lift, row.rate / (all / truth.length), 1e-12);
      assertAlmostEquals(row.cumulative_gain, found / all, 1e-12);
    }
    assertEquals(liftTable(truth, probabilities).at(-1)?.cumulative_gain, 1);
  }
});

Deno.test("liftTable: equal scores share their positives, whatever the order of the rows", () => {
  // The tie of ranks 2 to 4 holds one positive: a third of it lies above the border.
  const table = liftTable([1, 0, 1, 0], [4, 2, 2, 2], { groups: 2 });
  assertEquals(table.map((row) => row.positives), [1 + 1 / 3, 2 - (1 + 1 / 3)]);
  const same = liftTable([1, 0, 0, 0, 1, 0, 1, 0, 0, 0], Array(10).fill(0.5), { groups: 5 });
  same.forEach((row) => assertAlmostEquals(row.lift, 1, 1e-15));
  for (const { truth, probabilities } of scoredCases()) {
    assertEquals(
      liftTable(reordered(truth), reordered(probabilities)),
      liftTable(truth, probabilities),
    );
  }
});

Deno.test("liftTable: one class, too few rows and wrong numbers are refused", () => {
  const ten = Array.from({ length: 10 }, (_, i) => i);
  assertThrows(() => liftTable(ten.map(() => 0), ten), RangeError, "no row is of class 1");
  assertThrows(() => liftTable([0, 1], [1, 2]), RangeError, "1 to 2, the rows, got 10");
  assertThrows(() => liftTable([0, 1], [1, 2], { groups: 1.5 }), RangeError, "got 1.5");
  assertThrows(() => liftTable([0, 1], [NaN, 2]), RangeError, "prediction NaN");
  assertEquals(liftTable([1, 1], [1, 2], { groups: 2 }).map((row) => row.lift), [1, 1]);
});
