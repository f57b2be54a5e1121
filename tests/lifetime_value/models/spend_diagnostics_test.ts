import { assertEquals, assertStringIncludes } from "@std/assert";
import { spendDiagnostics } from "../../../src/lifetime_value/models/spend_diagnostics.ts";

const told = (frequency: number[], spend: number[]) =>
  spendDiagnostics(Float64Array.from(frequency), Float64Array.from(spend));

Deno.test("spendDiagnostics: more or less at a time, with Spearman's coefficient by hand", () => {
  // Ranks 1 2 3 4 and 1 3 2 4: 1 − 6 · (1 + 1) / (4 · 15) = .8
  const [more] = told([1, 2, 3, 4], [10, 30, 20, 40]);
  assertStringIncludes(more, "spend more at a time (rank correlation 0.80)");
  const [less] = told([1, 2, 3, 4], [40, 20, 30, 10]);
  assertStringIncludes(less, "spend less at a time (rank correlation -0.80)");
});

Deno.test("spendDiagnostics: nothing where frequency and spend have little to do with one another", () => {
  // Ranks 1 2 3 4 5 and 3 1 5 4 2: 1 − 6 · (4 + 1 + 4 + 0 + 9) / (5 · 24) = .1
  assertEquals(told([1, 2, 3, 4, 5], [30, 10, 50, 40, 20]), []);
  assertEquals(told([2, 2, 2], [10, 20, 30]), []);
});

Deno.test("spendDiagnostics: who never came again has no spend to compare", () => {
  const without = told([1, 2, 3, 4], [10, 30, 20, 40]);
  assertEquals(told([0, 1, 2, 0, 3, 4], [99, 10, 30, 99, 20, 40]), without);
});
