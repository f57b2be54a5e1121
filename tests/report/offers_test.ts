import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { resultOrReason } from "../../src/frames/attempt.ts";
import { offers } from "../../src/report/sections/offers.ts";
import { exampleRun, smallRun } from "./example_run.ts";

Deno.test("offers: intervals, what was chosen before and why, beside the baseline", () => {
  const metrics = resultOrReason(exampleRun().metrics);
  const { recommendation_new_items: task } = metrics.tasks;
  assert(task.kind === "ranking");
  const [measured] = task.models;
  const shown = {
    ...task,
    selected: "ease_trend",
    selection_reason: "NDCG at 10 in the 91 days from 11 Jun 2011: ease trend 0.170.",
    models: [
      { ...measured, model: "popularity", baseline: true, ndcg_at_10: 0.05 },
      {
        ...measured,
        model: "ease_trend",
        baseline: false,
        ndcg_at_10: 0.135,
        map_at_10: 0.068,
        coverage_at_10: 0.18,
        intervals: { ...measured.intervals, ndcg_at_10: { low: 0.127, high: 0.143 } },
      },
    ],
  };
  const tasks = { ...metrics.tasks, recommendation_new_items: shown };
  const { markup } = offers({
    ...smallRun(),
    metrics: { kind: "result", result: { ...metrics, tasks } },
  });
  const text = markup.replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
  for (const shown of ["EASE trend", "selected", "0.135 (0.127–0.143)", "0.068", "18.0 %"]) {
    assertStringIncludes(text, shown);
  }
  assertStringIncludes(text, "from 11 Jun 2011: ease trend 0.170.");
});

Deno.test("offers: rules of baskets with names as text, and no table where there are none", () => {
  const run = smallRun();
  const found = resultOrReason(run.offers);
  assertEquals(found.rules, []);
  const rule = {
    ...resultOrReason(exampleRun().offers).rules[0],
    antecedents: ["<b>CUP</b>"],
    consequent: "TEA",
    baskets: 545,
    confidence: 0.626,
    lift: 7.2,
  };
  const result = { ...found, rules: [rule], large_baskets: 3 };
  const { markup } = offers({ ...run, offers: { kind: "result", result } });
  for (const shown of ["&lt;b&gt;CUP", "TEA", "545", "62.6 %", "7.2", "3 wholesale baskets"]) {
    assertStringIncludes(markup.replaceAll("\u00a0", " "), shown);
  }
  assert(!offers(run).markup.includes("In the same basket"));
});
