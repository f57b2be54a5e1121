import { assert, assertStringIncludes } from "@std/assert";
import { emptyReportInput } from "../../src/report/empty_report_input.ts";
import { offers } from "../../src/report/sections/offers.ts";

const input = emptyReportInput("A shop", "2011-12-10");
const baseline = { model: "popularity", engine: "built-in", baseline: true };

Deno.test("offers: intervals, what was chosen before and why, beside the baseline", () => {
  const { markup } = offers({
    ...input,
    metrics: {
      ...input.metrics,
      tasks: {
        recommendation_new_items: {
          kind: "ranking",
          customers: 1853,
          selected: "ease_trend",
          selection_reason: "NDCG at 10 in the 91 days from 2011-06-11: ease trend 0.170.",
          models: [
            { ...baseline, ndcg_at_10: 0.05, hit_rate_at_10: 0.322, recall_at_10: 0.019 },
            {
              model: "ease_trend",
              engine: "built-in",
              baseline: false,
              ndcg_at_10: 0.135,
              hit_rate_at_10: 0.554,
              recall_at_10: 0.058,
              map_at_10: 0.068,
              coverage_at_10: 0.18,
              intervals: { ndcg_at_10: { low: 0.127, high: 0.143 } },
            },
          ],
        },
      },
    },
  });
  const text = markup.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  for (const shown of ["EASE trend", "chosen before", "0.135 (0.127–0.143)", "0.068", "18.0 %"]) {
    assertStringIncludes(text, shown);
  }
  assertStringIncludes(text, "from 2011-06-11: ease trend 0.170.");
});

Deno.test("offers: rules of baskets with names as text, and no table where there are none", () => {
  const rule = { product: "<b>CUP</b>", also: "TEA", baskets: 545, confidence: 0.626, lift: 7.2 };
  const { markup } = offers({ ...input, ruleExamples: [rule], largeBaskets: 3 });
  for (const shown of ["&lt;b&gt;CUP", "TEA", "545", "62.6 %", "7.2", "3 baskets of"]) {
    assertStringIncludes(markup.replaceAll("\u00a0", " "), shown);
  }
  assert(!offers(input).markup.includes("In the same basket"));
});
