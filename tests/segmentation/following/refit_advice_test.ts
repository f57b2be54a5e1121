import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  type FeatureStability,
  populationStability,
} from "../../../src/segmentation/following/population_stability.ts";
import { refitAdvice } from "../../../src/segmentation/following/refit_advice.ts";
import { toyCustomers, toyModel } from "../toy_model.ts";

const row = (feature: string, psi: number, reading: FeatureStability["reading"]) => (
  { feature, psi, by_chance: 0.02, reading }
);

Deno.test("refitAdvice: stable features need no refit, and the largest index is named", () => {
  const rows = [row("frequency", 0.01, "stable"), row("recency_days", 0.08, "stable")];
  assertEquals(refitAdvice(rows), {
    refit: false,
    because: "The fitted segmentation still holds: no feature shifted (the largest population " +
      "stability index is 0.08, of recency).",
  });
  assertStringIncludes(refitAdvice(rows, 0.93).because, "agree on 93\u00a0% of the customers");
});

Deno.test("refitAdvice: what the table calls shifted a little is not called unshifted", () => {
  const rows = [row("frequency", 0.01, "stable"), row("recency_days", 0.144, "shifted a little")];
  assertEquals(refitAdvice(rows), {
    refit: false,
    because:
      "The fitted segmentation still holds: recency shifted a little (population stability " +
      "index 0.14, limit 0.25).",
  });
});

Deno.test("refitAdvice: what shifted, or models that disagree, call for a refit", () => {
  const shifted = [row("frequency", 0.31, "shifted"), row("recency_days", 1.2, "shifted")];
  const { refit, because } = refitAdvice(shifted, 0.5);
  assert(refit);
  for (
    const word of ["frequency shifted (population", "recency shifted (1.20)", "only 50\u00a0%"]
  ) {
    assertStringIncludes(because, word);
  }
  assert(refitAdvice([row("frequency", 0.01, "stable")], 0.79).refit);
  assert(!refitAdvice([row("frequency", 0.01, "stable")], 0.8).refit);
});

Deno.test("refitAdvice: customers whose recency doubled call for a refit, the same kinds do not", () => {
  const model = toyModel(toyCustomers(), ["Alpha", "Beta", "Gamma"]);
  const advice = (shift: number) =>
    refitAdvice(populationStability(model, toyCustomers(300, 9, shift)));
  assertEquals(advice(0).refit, false);
  assertEquals(advice(Math.log(3)).refit, true);
  assertStringIncludes(advice(Math.log(3)).because, "recency shifted");
});
