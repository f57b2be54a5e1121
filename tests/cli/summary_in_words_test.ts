import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { summaryInWords } from "../../src/cli/summary_in_words.ts";
import { attempted } from "../../src/frames/attempt.ts";
import { metricsJson } from "../../src/pipeline/metrics_json.ts";
import type { RunResult } from "../../src/pipeline/run_pipeline.ts";
import { exampleRun } from "../report/example_run.ts";

const NO_BREAK = /\u00a0/g;

const run = (): RunResult => ({ ...exampleRun(), currency: "£" });
const summary = (changes: Partial<RunResult> = {}) =>
  summaryInWords(withMetrics({ ...run(), ...changes }), "out").replace(NO_BREAK, " ");
const withMetrics = (run: RunResult): RunResult => ({
  ...run,
  metrics: attempted(() => metricsJson(run)),
});

Deno.test("summaryInWords: the purchase model that was chosen, over its own horizon (F1)", () => {
  const { lifetime } = run();
  assert(lifetime.kind === "result");
  const { result } = lifetime;
  const named = { nbd: "NBD", beta_geo_nbd: "BG/NBD", modified_beta_geo_nbd: "MBG/NBD" } as const;
  for (const [kind, name] of Object.entries(named)) {
    const chosen = { ...result.purchases.chosen, kind } as typeof result.purchases.chosen;
    const purchases = { ...result.purchases, chosen };
    const text = summary({
      lifetime: { kind: "result", result: { ...result, purchases, horizon_days: 180 } },
    });
    assertStringIncludes(text, `Lifetime value: ${name} and Gamma-Gamma over the next 180 days.`);
  }
});

Deno.test("summaryInWords: dates in words, amounts in the currency, segments as a table", () => {
  const text = summary();
  assertMatch(
    text,
    /150 customers bought 392 products on [\d,]+ invoices for £[\d,]+ in total, before /,
  );
  assert(!/\d{4}-\d{2}-\d{2}/.test(text.split("\n").slice(0, 20).join("\n").split("Segments")[0]));
  assertMatch(text, /\n {2}Churn: .*logistic regression.* AUC \d\.\d{3}/);
  assertMatch(text, /\n {2}segment +customers +of customers +of revenue\n/);
  assertMatch(text, /Report: out\/report\.html$/);
  for (const raw of ["undefined", "NaN", "null", "[object"]) assert(!text.includes(raw), raw);
});

Deno.test("summaryInWords: without a currency amounts carry no unit", () => {
  assertMatch(summary({ currency: undefined }), /invoices for [\d,]+ in total/);
});

Deno.test("summaryInWords: what has no result says why, once", () => {
  const nothing = { kind: "not_enough_data", reason: "3 customers." } as const;
  const text = summary({
    segmentation: nothing,
    predictions: nothing,
    revenue: nothing,
    held_out: nothing,
    lifetime: nothing,
    forecast: nothing,
    offers: nothing,
    decision: nothing,
  });
  assertStringIncludes(text, "Segments: Not enough data: 3 customers.");
  assertStringIncludes(text, "No predictions: Not enough data: 3 customers.\n");
  assertEquals(text.includes("Whom to contact"), false);
});

Deno.test("summaryInWords: a failed stage is no lack of data", () => {
  const failed = { kind: "failed", reason: "Offers failed (Error: x): please report it." } as const;
  assertStringIncludes(
    summary({ offers: failed }),
    "New products and all products: Offers failed (Error: x)",
  );
});
