import { assert, assertStringIncludes } from "@std/assert";
import { summaryInWords } from "../../src/cli/summary_in_words.ts";
import { resultOf } from "../../src/frames/attempt.ts";
import { runPipeline } from "../../src/pipeline/run_pipeline.ts";
import { transactionsToCsv } from "../../src/transactions/synthesis/csv.ts";
import { synthesizeTransactions } from "../../src/transactions/synthesis/synthesize_transactions.ts";

Deno.test("summaryInWords: lifetime value is told with the model that was chosen and its days", () => {
  const { lines } = synthesizeTransactions({ customers: 150, days: 200, seed: 7 });
  const path = Deno.makeTempFileSync({ suffix: ".csv" });
  Deno.writeTextFileSync(path, transactionsToCsv(lines));
  const run = runPipeline([path]);
  const found = resultOf(run.lifetime);
  assert(found, "lifetime value");
  const told = (kind: "nbd" | "pareto_nbd", horizon_days: number) => {
    const purchases = { ...found.purchases, chosen: { ...found.purchases.chosen, kind } };
    const result = { ...found, purchases, horizon_days, warnings: [] } as typeof found;
    return summaryInWords({ ...run, lifetime: { kind: "result", result } }, "out");
  };
  assertStringIncludes(told("nbd", 365), "Lifetime value: NBD and Gamma-Gamma over the next 365");
  assertStringIncludes(told("pareto_nbd", 90), "Pareto/NBD and Gamma-Gamma over the next 90 days.");
});
