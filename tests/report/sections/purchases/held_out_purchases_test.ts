import { assertStringIncludes } from "@std/assert";
import { heldOutPurchases } from "../../../../src/report/sections/purchases/held_out_purchases.ts";

const score = { mae: 0.5, rank_correlation: 0.4, one_time_alive: 1, rmse: 0.9, bic: null };

Deno.test("heldOutPurchases: the chosen model beside what came, by frequency", () => {
  const { markup } = heldOutPurchases({
    kind: "purchases",
    tested_as_of: "2011-09-09",
    holdout_days: 91,
    customers: 3362,
    actual_total: 4000,
    selected: "nbd",
    selection_reason: "NBD has the lowest BIC.",
    scores: [
      { ...score, model: "nbd", baseline: false, expected_total: 3000 },
      {
        model: "nothing",
        baseline: true,
        expected_total: 0,
        mae: 1.2,
        rmse: 2,
        bic: null,
        rank_correlation: null,
        one_time_alive: null,
      },
    ],
    by_frequency: [
      { model: "nbd", repeat_frequency: 0, customers: 1500, expected: 0.3, actual: 0.4 },
      { model: "nbd", repeat_frequency: 7, customers: 200, expected: 2.5, actual: 3.25 },
    ],
  });
  const text = markup.replaceAll(/\s+/g, " ");
  assertStringIncludes(text, "It expected 3,000 purchase days in the 91 days");
  assertStringIncludes(text, "75.0 %");
  assertStringIncludes(text, "7 or more");
  assertStringIncludes(text, "3.25");
});
